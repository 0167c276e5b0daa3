package org.plumbline.publication.dataset;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.plumbline.publication.graph.StatisticsGraph;
import org.plumbline.rdf.QB;
import org.plumbline.rdf.Turtle;
import org.plumbline.rdf.store.LinkedStore;
import org.plumbline.rdf.store.QueryLimits;
import org.plumbline.web.Text;

/**
 * The words that queries over the public dataset are made of: what the editor of the query page completes.
 *
 * @param prefixes namespaces by their prefix
 * @param classes what things in the dataset are, by IRI
 * @param properties what is said of them, by IRI
 */
record Terms(Map<String, String> prefixes, List<Term> classes, List<Term> properties) {
    /** Nothing is known yet but the prefixes. */
    static final Terms NONE = new Terms(prefixMap(), List.of(), List.of());

    private static final int MOST = 5_000;

    /** Every triple is looked at once for each publication, in the background: longer than a visitor may take. */
    private static final QueryLimits LIMITS =
            new QueryLimits(Duration.ofMinutes(5), 200_000, 64_000_000, 128_000_000, 100_000);

    private static final Query CLASSES = QueryFactory.create("SELECT DISTINCT ?term { GRAPH ?g { ?s a ?term } }");
    private static final Query PROPERTIES = QueryFactory.create("SELECT DISTINCT ?term { GRAPH ?g { ?s ?term ?o } }");
    private static final Query NAMES = QueryFactory.create("SELECT ?term ?name { GRAPH <" + PublishedGraphs.FACTS
            + "> { { ?term <http://www.w3.org/2004/02/skos/core#prefLabel> ?name } UNION"
            + " { ?term <http://www.w3.org/2000/01/rdf-schema#label> ?name } } }");

    /**
     * A class or property.
     *
     * @param name empty in both languages where the vocabulary gives none
     */
    record Term(String iri, Text name) {}

    /** What the graphs of a store hold. */
    static Terms of(LinkedStore store) {
        Map<String, Text> names = names(store);
        return new Terms(NONE.prefixes(), terms(store, CLASSES, names), terms(store, PROPERTIES, names));
    }

    private static List<Term> terms(LinkedStore store, Query query, Map<String, Text> names) {
        return store.query(query, LIMITS, running -> {
            RowSet rows = running.select();
            return rows.stream()
                    .map(row -> row.get("term"))
                    .filter(term -> term.isURI())
                    .limit(MOST)
                    .map(term -> new Term(term.getURI(), names.getOrDefault(term.getURI(), new Text("", ""))))
                    .sorted(Comparator.comparing(Term::iri))
                    .toList();
        });
    }

    private static Map<String, Text> names(LinkedStore store) {
        return store.query(NAMES, LIMITS, running -> {
            Map<String, Text> names = new HashMap<>();
            running.select().forEachRemaining(row -> {
                if (row.get("term").isURI() && row.get("name").isLiteral()) {
                    String said = row.get("name").getLiteralLexicalForm();
                    boolean chinese = row.get("name").getLiteralLanguage().startsWith("zh");
                    names.merge(
                            row.get("term").getURI(),
                            chinese ? new Text(said, "") : new Text("", said),
                            (one, other) -> new Text(
                                    one.zh().isEmpty() ? other.zh() : one.zh(),
                                    one.en().isEmpty() ? other.en() : one.en()));
                }
            });
            return names;
        });
    }

    private static Map<String, String> prefixMap() {
        Map<String, String> prefixes = new TreeMap<>(Turtle.PREFIXES);
        prefixes.put("qb", QB.NS);
        prefixes.put("cube", StatisticsGraph.CUBE);
        prefixes.put("org", "http://www.w3.org/ns/org#");
        return prefixes;
    }
}
