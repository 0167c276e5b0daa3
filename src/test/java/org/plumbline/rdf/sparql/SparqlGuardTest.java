package org.plumbline.rdf.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What visitors may ask, and what is refused with one clear message. */
class SparqlGuardTest {
    private static final String PREFIXES =
            "PREFIX n: <https://data.example.org/ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    private static final List<String> HOSTILE = List.of(
            "",
            "   ",
            "#".repeat(20_001),
            "ASK {" + "(".repeat(100_000),
            "ASK " + "{".repeat(5_000) + "}".repeat(5_000),
            "SELECT (" + "(".repeat(9_000) + "1" + ")".repeat(9_000) + " AS ?x) {}",
            "ASK { ?s ?p " + "[ ?q ".repeat(3000) + " 1" + "]".repeat(3000) + " }",
            "ASK { ?s ?p " + "( ".repeat(5000) + ")".repeat(5000) + " }",
            "ASK { FILTER(" + "!".repeat(15_000) + "true) }",
            "ASK { FILTER(?a" + "||?a".repeat(4_500) + ") }",
            "SELECT (1" + "+1".repeat(9_500) + " AS ?x) {}",
            "ASK { ?a n:x" + "/n:x".repeat(4_500) + " ?b }".replace("n:x", "<a>"),
            "ASK { ?a ^^^^" + "^".repeat(15000) + "<a> ?b }",
            "ASK { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o } ".repeat(900) + "}",
            "ASK {{}" + "UNION{}".repeat(2800) + "}",
            "SELECT * { SERVICE <http://evil.example/> { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT ?x { ?s ?p ?o } }",
            "ASK { { SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://x.example/> {} } } } }",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING (EXISTS { SERVICE <http://x.example/> {} })",
            "ASK { ?s ?p ?o FILTER(IF(true, NOT EXISTS { ?s ?p ?o MINUS { SERVICE <http://x.example/> {} } }, false)) }",
            "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
            "SELECT * FROM <http://evil.example/data.ttl> { ?s ?p ?o }",
            "SELECT * FROM NAMED <http://evil.example/> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * FROM <urn:plumbline:metadata> { ?s ?p ?o }",
            "SELECT * { GRAPH <urn:plumbline:metadata> { ?s ?p ?o } }",
            "SELECT * { VALUES ?g { <urn:plumbline:metadata> } GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
            "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
            "SELECT * { BIND(<urn:x-arq:DefaultGraph> AS ?g) GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { ?s <java:java.lang.System> ?o }",
            "SELECT (<java:java.lang.System>(1) AS ?x) {}",
            "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitURI> ?o }",
            "SELECT * { ?s <http://jena.apache.org/text#query> 'x' }",
            "SELECT * { ?x <http://jena.apache.org/ARQ/list#member> ?o }",
            "SELECT (<http://jena.apache.org/ARQ/function#version>() AS ?x) {}",
            "SELECT (<http://jena.apache.org/ARQ/function#system>('ls') AS ?x) {}",
            "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}",
            "SELECT (<http://www.w3.org/2005/xpath-functions#concat>('a') AS ?x) {}",
            "SELECT (<http://jena.apache.org/ARQ/function/aggregate#median>(DISTINCT ?x) AS ?y) { ?s ?p ?x }",
            "SELECT (<http://example.org/agg>(DISTINCT ?x) AS ?y) { ?s ?p ?x }",
            "SELECT (AVG(<http://example.org/f>(?x)) AS ?y) { ?s ?p ?x }",
            "SELECT * { ?s ?p ?o } ORDER BY <http://example.org/f>(?o)",
            "SELECT ?s { ?s ?p ?o } GROUP BY ?s (<http://e.org/f>(?o) AS ?z)",
            "SELECT * { LET (?x := 1) }",
            "SELECT * { ?s ?p ?o LATERAL { ?s ?q ?z } }",
            "SELECT (CALL(<java:x>) AS ?y) {}",
            "JSON { 'a' : ?s } WHERE { ?s ?p ?o }",
            "SELECT * { ?s ?p ?o SEMIJOIN { ?s ?q ?z } }",
            "SELECT * { UNFOLD(?x AS ?y) }",
            "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { << ?s ?p ?o >> ?q ?z }",
            "SELECT * { <<( ?s ?p ?o )>> ?q ?z }",
            "SELECT (MEDIAN(?x) AS ?y) { ?s ?p ?x }",
            "SELECT * { ?a n:x{1,9000} ?b }",
            "SELECT ('[[[]]]'^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List> AS ?x) {}",
            "SELECT * { VALUES ?x { '[1]'^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List> } }",
            "DESCRIBE <urn:plumbline:metadata>",
            "INSERT DATA { <a> <b> <c> }",
            "DROP ALL",
            "LOAD <http://evil.example/>",
            "CLEAR GRAPH <urn:x:y>",
            "SELECT * { ?s ?p ?o }; DROP ALL",
            "SELECT * {",
            "SELECT ?x { ?s ?p ?o } GROUP BY ?s",
            "\\u0053ERVICE",
            "SELECT * { \\u0053ERVICE <http://x.example/> {} }");

    private static final List<String> FINE = List.of(
            "SELECT * { ?s ?p ?o } LIMIT 10",
            "ASK { ?s n:value 3 }",
            "CONSTRUCT { ?s n:v ?o } WHERE { ?s n:value ?o }",
            "CONSTRUCT WHERE { ?s n:value ?o } LIMIT 5",
            "DESCRIBE <https://data.example.org/id/site/1>",
            "DESCRIBE ?s WHERE { ?s n:value 7 } LIMIT 2",
            "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g HAVING (COUNT(*) > 100) ORDER BY DESC(?n) LIMIT 5",
            "SELECT ?s { ?s n:ofSite/^n:ofSite/n:value ?v } LIMIT 3",
            "SELECT ?x { <https://data.example.org/id/site/1> (n:ofSite|^n:ofSite)* ?x } LIMIT 3",
            "SELECT ?s { ?s a/rdfs:subClassOf* n:Site }",
            "SELECT ?s { ?s !(rdf:type|^rdf:type) ?o } LIMIT 1".replace("rdf:type", "a"),
            "SELECT ?s ?l { ?s n:value ?v OPTIONAL { ?s n:label ?l FILTER(LANGMATCHES(LANG(?l),'zh')) } } LIMIT 3",
            "SELECT ?s { { ?s n:value 1 } UNION { ?s n:value 2 } MINUS { ?s n:label 'x' } }",
            "SELECT ?s { ?s n:value ?v FILTER NOT EXISTS { ?s n:gone ?x } FILTER(?v IN (1,2,3)) }",
            "SELECT ?s (xsd:integer(STR(?v)) + 1 AS ?w) { ?s n:value ?v } LIMIT 2",
            "SELECT (GROUP_CONCAT(DISTINCT STR(?v); separator=', ') AS ?all) { ?s n:value ?v FILTER(?v < 50) }",
            "SELECT ?s { VALUES (?s ?v) { (<https://a.example/> 1) (UNDEF 2) } ?s n:value ?v }",
            "SELECT (REPLACE('abc','b','x') AS ?a) (CONCAT('a','b') AS ?b) (SUBSTR('abc',2) AS ?c) (ROUND(2.5) AS ?d) (NOW() AS ?e) (SHA256('x') AS ?f) (STRDT('1',xsd:integer) AS ?g) (COALESCE(?z,1) AS ?h) (BNODE() AS ?i) (IRI('rel') AS ?j) {}",
            "SELECT ?y (AVG(?v) AS ?m) { ?o n:value ?v ; n:on ?d BIND(YEAR(?d) AS ?y) } GROUP BY ?y",
            "SELECT * { { SELECT ?s (MAX(?v) AS ?m) { ?s n:value ?v } GROUP BY ?s ORDER BY DESC(?m) LIMIT 3 } ?s n:label ?l }",
            "SELECT * FROM <https://data.example.org/graph/1> { ?s ?p ?o } LIMIT 2",
            "SELECT * FROM NAMED <https://data.example.org/graph/1> { GRAPH ?g { ?s ?p ?o } } LIMIT 2",
            "SELECT ?s { ?s n:label ?l FILTER REGEX(?l, '^观测', 'i') } LIMIT 2",
            "SELECT ?d { ?s n:on ?d FILTER(?d >= '2026-05-01'^^xsd:date && DATATYPE(?d) = xsd:date) } LIMIT 2",
            "SELECT (COUNT(DISTINCT *) AS ?n) { ?s n:value ?v }",
            "ASK { FILTER(1=1" + "||1=1".repeat(60) + ") }",
            "SELECT * { ?s n:value ?v } ORDER BY IF(BOUND(?v),?v,0) VALUES ?v { 1 2 3 }");

    private final SparqlGuard guard = guard();

    private static SparqlGuard guard() {
        JenaSystem.init();
        return new SparqlGuard(
                "https://data.example.org/",
                "urn:plumbline:metadata",
                graph -> graph.startsWith("https://data.example.org/graph/"));
    }

    static Stream<String> hostile() {
        return HOSTILE.stream();
    }

    static Stream<String> fine() {
        return FINE.stream();
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String text) {
        String query = text.length() > 20_000 || text.isBlank() ? text : PREFIXES + text;
        assertThatThrownBy(() -> guard.read(query))
                .isInstanceOf(RefusedQuery.class)
                .satisfies(
                        refusal -> assertThat(refusal.getMessage()).isNotBlank().hasSizeLessThan(1500));
    }

    @ParameterizedTest
    @MethodSource
    void fine(String text) {
        assertThat(guard.read(PREFIXES + text)).isNotNull();
    }

    @Test
    void deep_nesting_is_refused_on_a_small_stack_too() throws InterruptedException {
        List<String> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread small = new Thread(
                null,
                () -> HOSTILE.forEach(text -> {
                    try {
                        guard.read(text.length() > 20_000 || text.isBlank() ? text : PREFIXES + text);
                        wrong.add(text);
                    } catch (RefusedQuery e) {
                        assertThat(e).isNotNull();
                    }
                }),
                "small stack",
                256 * 1024);
        small.start();
        small.join();
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_relative_iri_shows_nothing_of_the_server() {
        assertThat(guard.read("DESCRIBE <x>").getResultURIs()).hasToString("[https://data.example.org/x]");
    }
}
