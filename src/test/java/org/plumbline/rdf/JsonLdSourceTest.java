package org.plumbline.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

/** JSON-LD: nothing is fetched, nothing is lost, nothing grows out of proportion. */
class JsonLdSourceTest {
    private static final String CONTEXT = """
            {"@context": {"f": "https://w3id.org/plumbline/facts#", "s": "https://example.org/id/site/",
                          "room": {"@id": "f:room", "@type": "@id"}},
            """;

    @Test
    void subjects_keep_the_line_that_first_names_them() {
        Sources sources = read(CONTEXT + """
                "@graph": [
                  {"@id": "s:A-RS01",
                   "f:floorArea": 480.5,
                   "f:exits": 2,
                   "room": "A-RS01/room/201"},
                  {"@id": "https://example.org/id/site/B-RS01", "f:exits": 3}
                ]}
                """);
        assertThat(sources.broken()).isEmpty();
        assertThat(sources.graph().size()).isEqualTo(4);
        assertThat(sources.place(iri("https://example.org/id/site/A-RS01"))).hasToString("a.jsonld:4");
        assertThat(sources.place(iri("https://example.org/id/site/B-RS01"))).hasToString("a.jsonld:8");
        assertThat(sources.graph()
                        .find(Node.ANY, F.term("floorArea"), Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralDatatypeURI())
                .endsWith("#double");
    }

    @Test
    void a_context_elsewhere_is_not_fetched() {
        for (String context : new String[] {
            "\"https://example.org/context\"",
            "[{\"f\": \"https://w3id.org/plumbline/facts#\"}, \"https://example.org/context\"]",
            "{\"@import\": \"https://example.org/context\"}"
        }) {
            Sources sources = read("{\n\"@context\": " + context + ",\n\"@id\": \"x:y\"}");
            assertThat(sources.broken())
                    .singleElement()
                    .satisfies(broken -> assertThat(broken.place()).hasToString("a.jsonld:2"))
                    .satisfies(broken ->
                            assertThat(broken.message()).contains("https://example.org/context", "nothing is fetched"));
            assertThat(sources.graph().isEmpty()).isTrue();
        }
    }

    @Test
    void a_key_that_no_context_explains_is_told() {
        assertThat(message(CONTEXT + "\"@id\": \"s:A\", \"floorArea\": 480}")).contains("floorArea", "would be lost");
    }

    @Test
    void what_is_no_json_is_told_at_its_line() {
        Sources sources = read("{\n\"@id\": \"x:y\",\n}");
        assertThat(sources.broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.place()).hasToString("a.jsonld:3"))
                .satisfies(broken -> assertThat(broken.message()).startsWith("this is no JSON"));
        assertThat(message("{\"@id\": \"x:y\", \"@id\": \"x:z\"}")).contains("Duplicate");
        assertThat(message("{\"a\":".repeat(100) + "1" + "}".repeat(100))).contains("nesting depth");
    }

    @Test
    void a_graph_with_a_name_is_refused() {
        assertThat(message(CONTEXT + "\"@id\": \"s:G\", \"@graph\": [{\"@id\": \"s:A\", \"f:exits\": 2}]}"))
                .contains("a graph with a name");
    }

    @Test
    void a_long_prefix_used_many_times_is_refused() {
        StringBuilder json = new StringBuilder("{\"@context\": {\"p\": \"https://example.org/")
                .append("x".repeat(50_000))
                .append("/\"}, \"@graph\": [");
        for (int i = 0; i < 30_000; i++) {
            json.append(i == 0 ? "" : ",").append("{\"@id\": \"p:").append(i).append("\"}");
        }
        assertThat(message(json.append("]}").toString())).contains("the context is too long");
        StringBuilder turtle = new StringBuilder("@prefix p: <https://example.org/" + "x".repeat(100_000) + "/> .\n");
        for (int i = 0; i < 3_000; i++) {
            turtle.append("p:").append(i).append(" p:p p:o .\n");
        }
        Sources sources = new Sources();
        sources.read("a.ttl", turtle.toString().getBytes(StandardCharsets.UTF_8), "https://example.org/");
        assertThat(sources.broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.message()).contains("Split it"));
    }

    private static String message(String json) {
        Sources sources = read(json);
        assertThat(sources.broken()).hasSize(1);
        return sources.broken().getFirst().message();
    }

    private static Sources read(String json) {
        Sources sources = new Sources();
        sources.readJson("a.jsonld", json.getBytes(StandardCharsets.UTF_8), "https://example.org/id/site/");
        return sources;
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
