package org.plumbline.rdf.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.rdf.store.LinkedStore.Change;

/** Queries that would run for ever or fill the memory end, with a message that says what to do. */
class QueryLimitsTest {
    private static final QueryLimits SMALL = new QueryLimits(Duration.ofSeconds(1), 5_000, 300_000, 20_000_000, 50_000);
    private static final int SITES = 1_500;

    @TempDir
    static Path folder;

    private static EmbeddedStore store;

    @BeforeAll
    static void fill() {
        store = EmbeddedStore.open(folder);
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < SITES; i++) {
            graph.add(iri("s" + i), iri("value"), NodeFactory.createLiteralString(Integer.toString(i)));
            graph.add(iri("s" + i), iri("near"), iri("s" + (i * 7 + 1) % SITES));
            graph.add(iri("s" + i), iri("in"), iri("street" + i % 13));
        }
        store.apply(1, List.of(new Change.Put("https://data.example.org/graph/1", graph)));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static org.apache.jena.graph.Node iri(String name) {
        return NodeFactory.createURI("https://data.example.org/" + name);
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource(
            delimiterString = " => ",
            value = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } => TIME",
                "ASK { ?a <value> ?c . ?d <value> ?f . ?g <value> ?h FILTER(?c = CONCAT(?f, ?h, 'x')) } => TIME",
                "SELECT * { ?a <value> ?c . ?d <value> ?f } ORDER BY ?c ?f => TIME MEMORY",
                "SELECT DISTINCT ?a ?d { ?a <value> ?c . ?d <value> ?f } => TIME MEMORY ROWS BYTES",
                "SELECT (GROUP_CONCAT(?c) AS ?s) { ?a <value> ?c . ?d <value> ?f } => TIME TEXT MEMORY BYTES",
                "SELECT (COUNT(*) AS ?n) { ?a (<in>/^<in>/<near>/^<near>)* ?b } => TIME MEMORY",
                "SELECT (COUNT(*) AS ?n) { ?a ((<near>|^<near>)+/(<in>|^<in>)*)* ?b } => TIME MEMORY",
                "ASK { BIND('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS ?x) FILTER(REGEX(?x,'^(a+)+\\\\1(a+)+(a+)+$')) } => TIME",
                "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f } => TIME MEMORY ROWS",
                "CONSTRUCT { ?a <x> ?d } { ?a <value> ?c . ?d <value> ?f } => TIME ROWS MEMORY",
                "SELECT * { ?a <value> ?c . ?d <in> ?f } LIMIT 5001 => ROWS BYTES",
            })
    void a_query_without_end_is_ended(String query, String limits) {
        assertThatThrownBy(() -> run(query)).isInstanceOfSatisfying(StoppedQuery.class, stopped -> {
            assertThat(limits.split(" ")).contains(stopped.limit().name());
            assertThat(stopped.getMessage()).contains(". ");
        });
    }

    @Test
    @Timeout(60)
    void a_text_that_doubles_is_ended_before_it_fills_the_memory() {
        StringBuilder query = new StringBuilder("SELECT (STRLEN(?x32) AS ?n) { BIND('aaaaaaaaaa' AS ?x0) ");
        for (int i = 0; i < 32; i++) {
            query.append("BIND(CONCAT(?x%1$d,?x%1$d) AS ?x%2$d) ".formatted(i, i + 1));
        }
        assertThatThrownBy(() -> run(query + "}"))
                .isInstanceOfSatisfying(
                        StoppedQuery.class,
                        stopped -> assertThat(stopped.limit()).isEqualTo(StoppedQuery.Limit.TEXT));
    }

    @Test
    void a_fair_query_is_answered() {
        assertThat(run("SELECT ?in (COUNT(*) AS ?n) { ?s <in> ?in } GROUP BY ?in"))
                .isPositive();
    }

    @Test
    @Timeout(60)
    void who_comes_when_all_places_are_taken_is_turned_away() throws InterruptedException {
        QueryRunner runner = new QueryRunner(store, SMALL, 1);
        Query slow = read("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        CountDownLatch begun = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().start(() -> {
            begun.countDown();
            try (Spool never = runner.run(slow, ResultFormat.CSV)) {
                throw new IllegalStateException("It ended with " + never.size() + " bytes");
            } catch (StoppedQuery e) {
                assertThat(e.limit()).isEqualTo(StoppedQuery.Limit.TIME);
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(300);
        assertThatThrownBy(() -> runner.run(slow, ResultFormat.CSV).close())
                .isInstanceOfSatisfying(
                        StoppedQuery.class,
                        stopped -> assertThat(stopped.limit()).isEqualTo(StoppedQuery.Limit.BUSY));
        first.join();
        assertThatThrownBy(() -> runner.run(slow, ResultFormat.CSV).close())
                .isInstanceOfSatisfying(
                        StoppedQuery.class,
                        stopped -> assertThat(stopped.limit()).isEqualTo(StoppedQuery.Limit.TIME));
    }

    private static Query read(String query) {
        return LinkedStoreTest.guard(store).read(query);
    }

    private static long run(String text) {
        Query query = read(text);
        try (Spool answer = new QueryRunner(store, SMALL, 1)
                .run(query, ResultFormat.of(query).getFirst())) {
            return answer.size();
        }
    }
}
