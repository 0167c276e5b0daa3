package org.plumbline.rdf.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.rdf.sparql.SparqlGuard;
import org.plumbline.rdf.store.LinkedStore.Change;

/** What every linked-data store has to do, asked of TDB2 in this process and of a SPARQL server in another. */
class LinkedStoreTest {
    private static final String NAME = "https://data.example.org/graph/";
    private static final String PREFIXES =
            "PREFIX n: <https://data.example.org/ns#> PREFIX : <https://data.example.org/id/> ";

    @TempDir
    static Path folder;

    private static EmbeddedStore embedded;
    private static Fuseki fuseki;
    private static RemoteStore remote;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        embedded = EmbeddedStore.open(folder.resolve("tdb2"));
        fuseki = Fuseki.start(folder);
        remote = fuseki.store();
    }

    @AfterAll
    static void close() throws InterruptedException {
        embedded.close();
        remote.close();
        fuseki.close();
    }

    static Stream<LinkedStore> stores() {
        return Stream.of(embedded, remote);
    }

    private static void fill(LinkedStore store) {
        store.clear();
        store.apply(
                7,
                List.of(
                        new Change.Put(
                                NAME + "1",
                                graph(
                                        ":a n:v 1 ; n:label '观测'@zh ; n:q \"x\\\"\\n\\\\\" ; n:b [ n:v 2 ] . :b n:v 1.50 .")),
                        new Change.Put(NAME + "2", graph(":a n:v 1 ; n:knows :b .")),
                        new Change.Put(NAME + "3", graph(":c n:v 3 ."))));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void graphs_and_position_move_together(LinkedStore store) {
        store.clear();
        assertThat(store.position()).isZero();
        fill(store);
        assertThat(store.position()).isEqualTo(7);
        assertThat(store.hasGraph(NAME + "1")).isTrue();
        assertThat(store.hasGraph(NAME + "9")).isFalse();
        assertThat(store.hasGraph(LinkedStore.METADATA)).isFalse();
        store.apply(
                9,
                List.of(
                        new Change.Put(NAME + "1", graph(":z n:v 9 .")),
                        new Change.Delete(NAME + "3"),
                        new Change.Delete(NAME + "none"),
                        new Change.Put(NAME + "4", GraphFactory.createDefaultGraph())));
        assertThat(ask(store, "SELECT (COUNT(*) AS ?n) { GRAPH <" + NAME + "1> { ?s ?p ?o } }"))
                .isEqualTo("1");
        assertThat(store.hasGraph(NAME + "3")).isFalse();
        assertThat(store.hasGraph(NAME + "4")).isFalse();
        assertThat(store.position()).isEqualTo(9);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void the_default_graph_is_the_union_of_the_named_ones(LinkedStore store) {
        fill(store);
        assertThat(ask(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"))
                .isEqualTo(NAME + "1," + NAME + "2," + NAME + "3");
        assertThat(ask(store, "SELECT (COUNT(*) AS ?n) { ?s n:v ?o }")).isEqualTo("4");
        assertThat(ask(store, "SELECT ?v { :a n:knows/n:v ?v }")).isEqualTo("1.5");
        assertThat(ask(store, "SELECT (COUNT(?x) AS ?n) { :a (n:knows|n:b)* ?x }"))
                .isEqualTo("3");
        assertThat(ask(store, "SELECT (COUNT(*) AS ?n) FROM <" + NAME + "2> { ?s ?p ?o }"))
                .isEqualTo("2");
        assertThat(ask(store, "SELECT DISTINCT ?g FROM NAMED <" + NAME + "2> { GRAPH ?g { ?s ?p ?o } }"))
                .isEqualTo(NAME + "2");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void texts_and_values_come_back_as_they_were(LinkedStore store) {
        fill(store);
        assertThat(ask(store, "SELECT ?l { ?s n:label ?l }")).isEqualTo("观测");
        assertThat(ask(store, "SELECT (STR(?v) = 'x\"\\n\\\\' AS ?same) { ?a n:q ?v }"))
                .isEqualTo("true");
        assertThat(ask(store, "SELECT ?v { ?a n:b/n:v ?v }")).isEqualTo("2");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void describe_is_what_stands_about_a_resource(LinkedStore store) {
        fill(store);
        assertThat(triples(store, "DESCRIBE :a")).isEqualTo(5);
        assertThat(triples(store, "DESCRIBE ?x WHERE { ?x n:v 3 }")).isEqualTo(1);
        assertThat(triples(store, "CONSTRUCT { ?s n:w ?o } WHERE { ?s n:v ?o }"))
                .isEqualTo(4);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void no_named_graph_leads_to_what_the_store_keeps_for_itself(LinkedStore store) {
        fill(store);
        for (String query : List.of(
                "SELECT ?o { BIND(IRI(CONCAT('urn:plumbline:','metadata')) AS ?g) GRAPH ?g { ?s ?p ?o } }",
                "SELECT ?g { GRAPH ?g {} FILTER(STRSTARTS(STR(?g),'urn:')) }",
                "SELECT ?o { GRAPH ?g { ?s !n:x ?o FILTER(STRSTARTS(STR(?s),'urn:plumb')) } }",
                "SELECT ?o { GRAPH ?g { ?s n:x*/!n:y ?o FILTER(STRSTARTS(STR(?s),'urn:plumb')) } }",
                "SELECT ?x { ?x n:v 3 FILTER EXISTS { GRAPH ?g { ?a ?b 7 } } }",
                "SELECT ?x { { SELECT ?x { GRAPH ?h { ?x ?p 7 } } } }")) {
            assertThat(ask(store, query)).as(query).isEmpty();
        }
    }

    /** On a server the one triple of the position can be seen in the union; it is a publication's number. */
    @Test
    void in_the_embedded_store_it_is_nowhere() {
        fill(embedded);
        for (String query : List.of(
                "SELECT ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?s),'urn:plumb')) }",
                "SELECT ?o { ?s !n:x ?o FILTER(STRSTARTS(STR(?s),'urn:plumb')) }",
                "SELECT ?o { BIND(IRI(CONCAT('urn:plumbline:','metadata')) AS ?s) ?s (!n:x)+ ?o }")) {
            assertThat(ask(embedded, query)).as(query).isEmpty();
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void a_broken_name_changes_nothing(LinkedStore store) {
        fill(store);
        Graph bad = GraphFactory.createDefaultGraph();
        bad.add(
                NodeFactory.createURI("https://a.example/bro ken> <x"),
                NodeFactory.createURI("https://a.example/p"),
                NodeFactory.createLiteralString("x"));
        assertThatThrownBy(() -> store.apply(11, List.of(new Change.Put(NAME + "5", bad))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.apply(
                        11, List.of(new Change.Delete(NAME + "1> ; DROP ALL ; DROP SILENT GRAPH <" + NAME + "x"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.position()).isEqualTo(7);
        assertThat(store.hasGraph(NAME + "1")).isTrue();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void the_dump_has_every_public_triple(LinkedStore store) {
        fill(store);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.dump(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(9)
                .noneMatch(line -> line.contains("urn:plumbline"))
                .filteredOn(line -> line.contains("<" + NAME + "2>"))
                .hasSize(2);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void every_format_is_written(LinkedStore store) {
        fill(store);
        for (ResultFormat format : ResultFormat.values()) {
            boolean table = ResultFormat.of(guard(store).read("ASK {}")).contains(format);
            String query = table ? "SELECT ?s ?v { ?s n:v ?v } ORDER BY ?v LIMIT 1" : "CONSTRUCT WHERE { ?s n:v 1 }";
            assertThat(text(store, query, format)).as(format.name()).contains("data.example.org");
        }
    }

    @Test
    void the_embedded_store_opens_again_where_it_was() {
        Path again = folder.resolve("again");
        EmbeddedStore first = EmbeddedStore.open(again);
        fill(first);
        first.close();
        EmbeddedStore second = EmbeddedStore.open(again);
        assertThat(second.position()).isEqualTo(7);
        assertThat(ask(second, "SELECT ?v { :c n:v ?v }")).isEqualTo("3");
        second.close();
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    static SparqlGuard guard(LinkedStore store) {
        return new SparqlGuard("https://data.example.org/", LinkedStore.METADATA, store::hasGraph);
    }

    private static String text(LinkedStore store, String query, ResultFormat format) {
        Query read = guard(store).read(PREFIXES + query);
        try (Spool answer = new QueryRunner(store, QueryLimits.PUBLIC, 1).run(read, format)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            answer.sendTo(out);
            return out.toString(StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ask(LinkedStore store, String query) {
        List<String> lines =
                text(store, query, ResultFormat.CSV).strip().lines().toList();
        return String.join(",", lines.subList(Math.min(1, lines.size()), lines.size()));
    }

    private static long triples(LinkedStore store, String query) {
        return text(store, query, ResultFormat.NTRIPLES).lines().count();
    }
}
