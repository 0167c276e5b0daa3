package org.plumbline.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the shapes bite: each is shown a graph that is as it should be and one that is broken in one place. */
class ShapeTeethTest {
    private static final List<String> OWN = List.of(
            "provenance.ttl",
            "facts.ttl",
            "register.ttl",
            "assessment.ttl",
            "site.ttl",
            "dataset.ttl",
            "edition.ttl",
            "catalogue.ttl",
            "persons.ttl",
            "texts.ttl",
            "named.ttl");

    /** The two that check values against the fact vocabulary where it is at hand. */
    private static final Set<String> WITH_VOCABULARY = Set.of("facts.ttl", "site.ttl");

    private static final String PROLOGUE = """
            BASE <https://example.org/id/>
            PREFIX cube: <https://example.org/cube/>
            PREFIX pl: <https://w3id.org/plumbline/ns#>
            PREFIX f: <https://w3id.org/plumbline/facts#>
            PREFIX earl: <http://www.w3.org/ns/earl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX spdx: <http://spdx.org/rdf/terms#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX schema: <https://schema.org/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /** A line of <code>teeth.txt</code>, which says at its head what stands where. */
    record Tooth(String shapes, String example, String property, String becomes, String reported) {
        List<String> faults(Graph data) {
            return shapes.startsWith("data-cube/") ? CubeFaults.of(data) : Violations.of(data, shapes);
        }

        Graph whole() {
            Graph data = Violations.graph("/shapes/examples/" + example);
            if (WITH_VOCABULARY.contains(shapes)) {
                GraphUtil.addInto(data, Violations.graph("/shapes/examples/vocabulary.ttl"));
            }
            return data;
        }

        Graph broken() {
            DatasetGraph data = DatasetGraphFactory.create();
            GraphUtil.addInto(data.getDefaultGraph(), whole());
            String insert = becomes.isEmpty() ? "" : "INSERT { ?s " + property + " " + becomes + " } ";
            UpdateExec.dataset(data)
                    .update(PROLOGUE + "DELETE { ?s " + property + " ?o } " + insert + "WHERE { ?s " + property
                            + " ?o }")
                    .execute();
            return data.getDefaultGraph();
        }

        boolean named() {
            return reported.matches("[A-Z][A-Za-z]+");
        }
    }

    static List<Tooth> teeth() throws IOException {
        try (InputStream in = Objects.requireNonNull(ShapeTeethTest.class.getResourceAsStream("/shapes/teeth.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(part -> new Tooth(
                            part[0].strip(), part[1].strip(), part[2].strip(), part[3].strip(), part[4].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("teeth")
    void what_is_broken_is_reported_and_what_is_whole_is_not(Tooth tooth) {
        assertThat(tooth.faults(tooth.whole())).as("the example as it stands").isEmpty();
        String part = tooth.named() ? "#" + tooth.reported() + ">)" : tooth.reported();
        assertThat(tooth.faults(tooth.broken())).as("the broken example").anyMatch(line -> line.contains(part));
    }

    @Test
    void every_shape_of_our_own_has_a_tooth() throws IOException {
        Set<String> reported = teeth().stream()
                .filter(Tooth::named)
                .map(tooth -> tooth.shapes() + " " + tooth.reported())
                .collect(Collectors.toSet());
        Set<String> toothless = Stream.concat(OWN.stream(), Stream.of("org/ontology.ttl"))
                .flatMap(file -> speaking(file).map(shape -> file + " " + shape.getLocalName()))
                .collect(Collectors.toCollection(TreeSet::new));
        toothless.removeAll(reported);
        assertThat(toothless)
                .as("shapes that no line of src/test/resources/shapes/teeth.txt shows to bite: add one each")
                .isEmpty();
    }

    @Test
    void every_message_is_in_chinese_and_english() {
        for (String file : OWN) {
            Graph shapes = Violations.graph("/shapes/" + file);
            Set<Node> speaking = shapes.stream(Node.ANY, SH.MESSAGE, Node.ANY)
                    .map(triple -> triple.getSubject())
                    .collect(Collectors.toSet());
            assertThat(speaking)
                    .as(file)
                    .isNotEmpty()
                    .allSatisfy(shape -> assertThat(shapes.stream(shape, SH.MESSAGE, Node.ANY)
                                    .map(triple -> triple.getObject().getLiteralLanguage()))
                            .as(shape.toString())
                            .containsExactlyInAnyOrder("zh", "en"));
        }
    }

    /** The shapes that have a name and a message; those that only gather others have none. Warnings need not bite. */
    private static Stream<Node> speaking(String file) {
        Graph shapes = Violations.graph("/shapes/" + file);
        return shapes.stream(Node.ANY, SH.MESSAGE, Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(shape -> shape.isURI() && !shapes.contains(shape, SH.SEVERITY, SH.WARNING))
                .distinct();
    }
}
