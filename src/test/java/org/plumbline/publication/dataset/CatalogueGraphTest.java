package org.plumbline.publication.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VCARD4;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.publication.dataset.DatasetConfig.Catalogue;
import org.plumbline.publication.page.PublicGraphs.Issue;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.rdf.Violations;
import org.plumbline.web.Text;

/** What the office says of its data stands in the catalogue, and nothing where it says nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogueGraphTest {
    private static final String BASE = "https://example.org/";
    private static final Node RESULTS = NodeFactory.createURI(BASE + "id/dataset/publication-2");
    private static final Node CATALOGUE = NodeFactory.createURI(BASE + "id/catalogue");
    private static final List<Node> STATED = List.of(
            DCTerms.license.asNode(),
            DCTerms.accrualPeriodicity.asNode(),
            DCAT.contactPoint.asNode(),
            VCARD4.hasEmail.asNode(),
            VCARD4.hasURL.asNode());

    private record Said(
            Optional<URI> licence,
            Optional<String> publisher,
            Optional<String> publisherEn,
            Optional<URI> contact,
            Optional<Frequency> frequency)
            implements Catalogue {}

    private static final Said NOTHING =
            new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Said ALL = new Said(
            Optional.of(URI.create("https://creativecommons.org/licenses/by/4.0/")),
            Optional.of("某区社会工作部"),
            Optional.of("Social work office of the district"),
            Optional.of(URI.create("mailto:data@example.org")),
            Optional.of(Frequency.SEMIANNUAL));

    private static Graph graph(Catalogue said) {
        Publication publication = new Publication(
                2,
                LocalDate.of(2026, 11, 1),
                new Text("2026年第二轮", "Round two of 2026"),
                Instant.parse("2026-11-22T10:00:00Z"),
                8766,
                "00",
                "{}",
                "1.0",
                false);
        Issue issue = new Issue(
                publication, new Text("闵行区", "Minhang District"), "310112", BASE + "id/place/310112", List.of());
        return CatalogueGraph.of(BASE, issue, said, Optional.empty(), List.of());
    }

    @Test
    void what_is_not_said_is_left_out_and_what_is_known_is_there() {
        Graph graph = graph(NOTHING);
        STATED.forEach(property -> assertThat(graph.contains(Node.ANY, property, Node.ANY))
                .as(property.toString())
                .isFalse());
        Node district = NodeFactory.createURI(BASE + "id/place/310112");
        assertThat(graph.contains(CATALOGUE, DCTerms.publisher.asNode(), district))
                .isTrue();
        assertThat(graph.contains(RESULTS, DCTerms.spatial.asNode(), district)).isTrue();
        assertThat(graph.find(RESULTS, DCTerms.language.asNode(), Node.ANY).toList())
                .hasSize(2);
        assertThat(graph.find(RESULTS, DCAT.keyword.asNode(), Node.ANY).toList())
                .hasSizeGreaterThan(4);
        assertThat(graph.contains(RESULTS, DCTerms.temporal.asNode(), Node.ANY)).isTrue();
        whole(graph);
    }

    @Test
    void what_is_said_is_stated() {
        Graph graph = graph(ALL);
        STATED.stream()
                .filter(property -> !property.equals(VCARD4.hasURL.asNode()))
                .forEach(property -> assertThat(graph.contains(Node.ANY, property, Node.ANY))
                        .as(property.toString())
                        .isTrue());
        Node publisher =
                graph.find(RESULTS, DCTerms.publisher.asNode(), Node.ANY).next().getObject();
        assertThat(publisher.getURI()).isEqualTo(BASE + "id/catalogue#publisher");
        assertThat(graph.contains(
                        RESULTS,
                        DCTerms.accrualPeriodicity.asNode(),
                        NodeFactory.createURI("http://publications.europa.eu/resource/authority/frequency/ANNUAL_2")))
                .isTrue();
        whole(graph);
    }

    private static void whole(Graph graph) {
        assertThat(Violations.of(graph, "catalogue.ttl", "dcat-ap/shapes.ttl", "dcat-ap/range.ttl", "named.ttl"))
                .isEmpty();
    }
}
