package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.plumbline.assessment.Assertor;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.json.Json;

/** A site's data has one form: its JSON is JSON-LD, and its report carries the very same bytes. */
@QuarkusTest
class SiteDataTest {
    private static final String JUDGED = "12.7";
    private static final Node SOFTWARE =
            NodeFactory.createURI("https://w3id.org/plumbline/software/" + Assertor.RUNNING);

    @Inject
    Fixture fixture;

    @Test
    void the_json_is_linked_data_and_what_the_report_carries() throws IOException {
        fixture.publish();
        String path = "/site/" + Fixture.FIRST;
        byte[] json =
                given().get(path + ".json").then().statusCode(200).extract().asByteArray();
        String text = new String(json, StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(Json.write(Json.readObject(text)));
        Graph graph =
                RDFParser.fromString(text, Lang.JSONLD11).base("urn:base:").toGraph();
        Map<String, Object> object = Json.readObject(text);
        Node site = NodeFactory.createURI(String.valueOf(object.get("site")));
        List<?> clauses = (List<?>) object.get("clauses");
        assertThat(clauses).hasSizeGreaterThan(50);
        for (Object clause : clauses) {
            Map<?, ?> stated = (Map<?, ?>) clause;
            Node test = NodeFactory.createURI(object.get("standard") + "/clause/" + stated.get("clause"));
            Node assertion =
                    graph.find(Node.ANY, EARL.term("test"), test).next().getSubject();
            assertThat(graph.contains(assertion, EARL.term("outcome"), EARL.term((String) stated.get("outcome"))))
                    .as("the outcome of " + test)
                    .isTrue();
        }
        assertThat(graph.contains(site, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("样板一党群服务站", "zh")))
                .isTrue();
        assertThat(graph.find(site, DCTerms.isPartOf.asNode(), Node.ANY).toList())
                .hasSizeGreaterThan(1);

        Graph turtle = RDFParser.fromString(given().get(path + ".ttl").asString(), Lang.TURTLE)
                .base("urn:base:")
                .toGraph();
        Node assessment = NodeFactory.createURI(String.valueOf(object.get("@id")));
        for (String decimal : List.of("score", "scoreLow", "scoreHigh", "measuredShare")) {
            assertThat(graph.find(assessment, PL.term(decimal), Node.ANY).toSet())
                    .as(decimal)
                    .hasSize(1)
                    .isEqualTo(
                            turtle.find(assessment, PL.term(decimal), Node.ANY).toSet());
        }
        for (Node property : List.of(PL.POINTS, PL.term("earned"), EARL.MODE, EARL.ASSERTED_BY)) {
            assertThat(byClause(graph, property))
                    .as(property.toString())
                    .isNotEmpty()
                    .containsAllEntriesOf(byClause(turtle, property));
        }
        Node band = turtle.find(assessment, PL.term("band"), Node.ANY).next().getObject();
        assertThat(graph.find(assessment, PL.term("band"), Node.ANY).next().getObject())
                .isEqualTo(band);
        assertThat(band.getURI()).endsWith("/standard/model-station/2026/band/" + object.get("band"));
        assertThat(graph.find(band, Node.ANY, Node.ANY).toSet())
                .hasSize(3)
                .isEqualTo(turtle.find(band, Node.ANY, Node.ANY).toSet());
        assertThat(graph.stream().map(Triple::getObject))
                .noneMatch(value -> value.isLiteral() && XSDDatatype.XSDdouble.equals(value.getLiteralDatatype()));

        byte[] pdf = given().get(path + ".pdf").then().statusCode(200).extract().asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            byte[] attached = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("assessment.jsonld")
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(attached).isEqualTo(json);
        }
    }

    @Test
    void turtle_json_ld_and_n_triples_say_the_same_in_every_round() {
        fixture.publish();
        for (String round : List.of("", "?round=" + Fixture.ROUND_ONE, "?round=" + Fixture.ROUND_TWO)) {
            String path = "/site/" + Fixture.FIRST;
            Graph turtle = graph(path + ".ttl" + round, Lang.TURTLE);
            assertThat(turtle.size()).isGreaterThan(500);
            assertThat(graph(path + ".jsonld" + round, Lang.JSONLD11).isIsomorphicWith(turtle))
                    .as("JSON-LD " + round)
                    .isTrue();
            assertThat(graph(path + ".nt" + round, Lang.NTRIPLES).isIsomorphicWith(turtle))
                    .as("N-Triples " + round)
                    .isTrue();
        }
    }

    @Test
    void each_outcome_says_whether_the_program_or_somebody_in_which_capacity_asserts_it() {
        fixture.takeIn();
        fixture.judge(Fixture.FIRST, JUDGED, "Inspector");
        fixture.judge(Fixture.SECOND, JUDGED, "Manager");
        fixture.publish();
        assertThat(asserted(Fixture.FIRST, "")).isEqualTo(PL.term("Inspector"));
        assertThat(asserted(Fixture.SECOND, "")).isEqualTo(PL.term("Manager"));
        // In the round before nobody had judged it, which the program says.
        assertThat(asserted(Fixture.FIRST, "?round=" + Fixture.ROUND_ONE)).isEqualTo(SOFTWARE);
    }

    /** Who asserts the judged clause of a site; checks that all others are the program's, and that the mode is that of who asserts. */
    private static Node asserted(String site, String round) {
        Graph graph = graph("/site/" + site + ".jsonld" + round, Lang.JSONLD11);
        Map<Node, Node> by = new HashMap<>(byClause(graph, EARL.ASSERTED_BY));
        assertThat(by).hasSameSizeAs(byClause(graph, EARL.RESULT)).hasSizeGreaterThan(50);
        byClause(graph, EARL.MODE)
                .forEach((clause, mode) -> assertThat(mode)
                        .as(clause.toString())
                        .isEqualTo(SOFTWARE.equals(by.get(clause)) ? EARL.AUTOMATIC : EARL.MANUAL));
        assertThat(graph.contains(SOFTWARE, DCTerms.hasVersion.asNode(), Node.ANY))
                .isTrue();
        Node judged = NodeFactory.createURI("https://w3id.org/plumbline/standard/model-station/2026/clause/" + JUDGED);
        Node who = Objects.requireNonNull(by.remove(judged));
        assertThat(by.values()).containsOnly(SOFTWARE);
        return who;
    }

    private static Graph graph(String path, Lang lang) {
        return RDFParser.fromString(given().get(path).asString(), lang)
                .base("urn:base:")
                .toGraph();
    }

    private static Map<Node, Node> byClause(Graph graph, Node property) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .filter(triple -> graph.contains(triple.getSubject(), EARL.TEST, Node.ANY))
                .collect(Collectors.toMap(
                        triple -> graph.find(triple.getSubject(), EARL.TEST, Node.ANY)
                                .next()
                                .getObject(),
                        Triple::getObject));
    }
}
