package org.plumbline.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
    private static final Node SITE = NodeFactory.createURI("https://example.org/id/site/1");

    @ParameterizedTest
    @CsvSource({
        "decimal, 20.00, 20.0",
        "decimal, +020, 20.0",
        "decimal, .5, 0.5",
        "decimal, -0.00, 0.0",
        "decimal, 100, 100.0",
        "decimal, 999999999999.999999, 999999999999.999999",
        "integer, +007, 7",
        "integer, -0, 0",
        "nonNegativeInteger, 010, 10",
        "boolean, 1, true",
        "boolean, 0, false",
        "date, 2026-11-01, 2026-11-01",
        "dateTime, 2026-11-01T08:00:00+08:00, 2026-11-01T00:00:00Z",
        "dateTime, 2026-11-01T00:00:00.500Z, 2026-11-01T00:00:00.5Z",
        "dateTime, 2026-11-01T00:00:10.120Z, 2026-11-01T00:00:10.12Z",
        "string, '  准绳 ', 准绳"
    })
    void a_literal_has_one_spelling(String type, String written, String canonical) {
        assertThat(Literals.canonical(literal(written, type)).getLiteralLexicalForm())
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "double, 1e3",
        "float, 20",
        "decimal, 1e3",
        "decimal, twenty",
        "integer, 1.0",
        "boolean, yes",
        "date, 2026-02-30",
        "date, 2026-11-01Z",
        "dateTime, 2026-11-01T00:00:00"
    })
    void what_has_no_exact_value_is_refused(String type, String written) {
        assertThatThrownBy(() -> Literals.canonical(literal(written, type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(written);
    }

    @Test
    void text_is_composed_and_language_tags_are_lower_case() {
        var graph = GraphFactory.createDefaultGraph();
        graph.add(SITE, F.term("name"), NodeFactory.createLiteralLang(" e\u0301 ", "zh-CN"));
        assertThat(text(graph)).endsWith(" \"\u00e9\"@zh-cn .\n");
    }

    @Test
    void equal_graphs_have_equal_bytes_whatever_the_order_and_spelling() {
        var one = GraphFactory.createDefaultGraph();
        one.add(SITE, F.term("floorArea"), literal("20.00", "decimal"));
        one.add(SITE, F.term("name"), Literals.string("一"));
        var other = GraphFactory.createDefaultGraph();
        other.add(SITE, F.term("name"), Literals.string(" 一"));
        other.add(SITE, F.term("floorArea"), literal("20.0", "decimal"));
        other.add(SITE, F.term("floorArea"), literal("20.000", "decimal"));
        assertThat(Canonical.bytes(other)).isEqualTo(Canonical.bytes(one));
    }

    @Test
    void bytes_are_sorted_lines_of_n_triples() {
        var graph = GraphFactory.createDefaultGraph();
        graph.add(SITE, F.term("b"), Literals.string("\uFB01"));
        graph.add(SITE, F.term("b"), Literals.string("\uD83D\uDE00"));
        graph.add(SITE, F.term("a"), Literals.string("a\"\\\n\t\u0001z"));
        graph.add(SITE, F.term("a"), Literals.integer(7));
        var lines = text(graph).split("(?<=\n)");
        assertThat(lines).hasSize(4);
        assertThat(lines[0])
                .isEqualTo("<https://example.org/id/site/1> <https://w3id.org/plumbline/facts#a> "
                        + "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
        assertThat(lines[1]).endsWith("\"a\\\"\\\\\\n\\t\\u0001z\" .\n");
        // By bytes of UTF-8, where UTF-16 would put the emoji first.
        assertThat(lines[2]).contains("\uFB01");
        assertThat(lines[3]).contains("\uD83D\uDE00");
    }

    @Test
    void reading_the_bytes_back_gives_the_same_bytes() {
        var graph = GraphFactory.createDefaultGraph();
        graph.add(SITE, F.term("a"), Literals.string("a\"\\\n\r\t\b\f\u0001\u007f 准绳 \uD83D\uDE00"));
        graph.add(SITE, F.term("a"), Literals.string("站", "zh"));
        graph.add(SITE, F.term("b"), literal("480.5", "decimal"));
        var bytes = Canonical.bytes(graph);
        assertThat(Canonical.bytes(Canonical.graph(bytes))).isEqualTo(bytes);
        assertThat(Canonical.graph(bytes).isIsomorphicWith(graph)).isTrue();
    }

    @Test
    void the_order_of_insertion_never_shows() {
        var values = Arrays.asList("10", "9", "a", "A", "准", "绳", "", "a a");
        byte[] first = null;
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(values, new java.util.Random(round));
            var graph = GraphFactory.createDefaultGraph();
            values.forEach(value -> graph.add(SITE, F.term("a"), Literals.string(value)));
            if (first == null) first = Canonical.bytes(graph);
            assertThat(Canonical.bytes(graph)).isEqualTo(first);
        }
    }

    @Test
    void blank_nodes_and_broken_iris_are_refused_with_what_to_do() {
        var blank = GraphFactory.createDefaultGraph();
        blank.add(SITE, F.term("room"), NodeFactory.createBlankNode());
        assertThatThrownBy(() -> Canonical.bytes(blank)).hasMessageContaining("give it an IRI below its subject");
        var broken = GraphFactory.createDefaultGraph();
        broken.add(NodeFactory.createURI("https://example.org/a b"), F.term("a"), SITE);
        assertThatThrownBy(() -> Canonical.bytes(broken)).hasMessageContaining("percent-encoded");
    }

    @Test
    void the_empty_graph_is_no_bytes() {
        assertThat(Canonical.bytes(GraphFactory.createDefaultGraph())).isEmpty();
    }

    private static Node literal(String lexical, String type) {
        return NodeFactory.createLiteralDT(lexical, TypeMapper.getInstance().getSafeTypeByName(Literals.XSD + type));
    }

    private static String text(Graph graph) {
        return new String(Canonical.bytes(graph), StandardCharsets.UTF_8);
    }
}
