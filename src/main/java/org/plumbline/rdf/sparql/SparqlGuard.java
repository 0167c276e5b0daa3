package org.plumbline.rdf.sparql;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryType;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.jspecify.annotations.Nullable;

/**
 * Reads a visitor's query and lets through only what is on the list: the query forms, patterns, paths, functions and aggregates
 * of SPARQL 1.1 Query, without SERVICE. What a later Jena adds is refused until it is put on the list.
 */
public final class SparqlGuard {
    private static final int MAX_DATASET_GRAPHS = 16;

    private final String base;
    private final String hiddenGraph;
    private final Predicate<String> publicGraph;

    /**
     * @param base what relative IRIs are resolved against; without one Jena takes the server's working folder, and shows it
     * @param hiddenGraph IRI of the graph that no query may name
     * @param publicGraph whether a graph of this IRI may be named in FROM and FROM NAMED
     */
    public SparqlGuard(String base, String hiddenGraph, Predicate<String> publicGraph) {
        this.base = base;
        this.hiddenGraph = hiddenGraph;
        this.publicGraph = publicGraph;
    }

    /**
     * The query of a text.
     *
     * @throws RefusedQuery when the text is too long or deep, does not parse, or says something that is not on the list
     */
    public Query read(String text) {
        QueryText.check(text);
        try {
            Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
            new Visit().checkQuery(query);
            return query;
        } catch (QueryException e) {
            // The parser goes on to list every word that it would have taken.
            String where = String.valueOf(e.getMessage())
                    .split("\\R?Was expecting", 2)[0]
                    .strip();
            throw new RefusedQuery(
                    "The query is not SPARQL 1.1: " + where.replaceFirst("\\.$", ""), "Correct it there.");
        } catch (StackOverflowError e) {
            throw new RefusedQuery("The query is nested too deeply", "Write it with fewer levels.");
        }
    }

    /** One query's visit: sub-queries and EXISTS share its weight. */
    private final class Visit {
        private final Weight weight = new Weight();
        private final TermRules terms = new TermRules(hiddenGraph);
        private final PathRules paths = new PathRules(terms, weight);
        private final ExpressionRules expressions = new ExpressionRules(terms, weight, this::check);

        void checkQuery(Query query) {
            weight.of(() -> {
                checkForm(query);
                check(query.getQueryPattern());
                check(query.getProject());
                check(query.getGroupBy());
                query.getAggregators().forEach(expressions::check);
                query.getHavingExprs().forEach(expressions::check);
                if (query.hasOrderBy()) {
                    query.getOrderBy().forEach(order -> expressions.check(order.getExpression()));
                }
                if (query.hasValues()) {
                    query.getValuesData().forEach(this::check);
                }
            });
        }

        private void checkForm(Query query) {
            QueryType form = query.queryType();
            switch (form) {
                case SELECT, ASK -> {}
                case DESCRIBE -> query.getResultURIs().forEach(terms::check);
                case CONSTRUCT -> {
                    if (query.isConstructQuad()) {
                        throw new RefusedQuery("CONSTRUCT with GRAPH is not SPARQL 1.1", "Construct triples.");
                    }
                    query.getConstructTemplate().getTriples().forEach(triple -> weight.of(() -> terms.check(triple)));
                }
                case CONSTRUCT_JSON, UNKNOWN ->
                    throw new RefusedQuery(
                            "The query form " + form + " is not SPARQL 1.1", "Use SELECT, ASK, CONSTRUCT or DESCRIBE.");
            }
            checkDataset(query.getGraphURIs());
            checkDataset(query.getNamedGraphURIs());
        }

        private void checkDataset(List<String> graphs) {
            if (graphs.size() > MAX_DATASET_GRAPHS) {
                throw new RefusedQuery(
                        "FROM names " + graphs.size() + " graphs, " + MAX_DATASET_GRAPHS + " are allowed",
                        "Use GRAPH ?g with VALUES ?g.");
            }
            for (String graph : graphs) {
                terms.checkIri(graph);
                if (!publicGraph.test(graph)) {
                    throw new RefusedQuery(
                            "FROM <" + graph
                                    + "> is not a graph of this dataset, and nothing is fetched from elsewhere",
                            "List the graphs with SELECT ?g { GRAPH ?g {} }.");
                }
            }
        }

        private void check(@Nullable Element pattern) {
            if (pattern != null) {
                weight.of(() -> checkOne(pattern));
            }
        }

        private void checkOne(Element pattern) {
            switch (pattern) {
                case ElementGroup group -> group.getElements().forEach(this::check);
                case ElementPathBlock block -> block.getPattern().getList().forEach(this::check);
                case ElementTriplesBlock block -> block.getPattern().getList().forEach(terms::check);
                case ElementFilter filter -> expressions.check(filter.getExpr());
                case ElementBind bind -> expressions.check(bind.getExpr());
                case ElementData data -> data.getRows().forEach(this::check);
                case ElementOptional optional -> check(optional.getOptionalElement());
                case ElementUnion union -> union.getElements().forEach(this::check);
                case ElementMinus minus -> check(minus.getMinusElement());
                case ElementNamedGraph graph -> checkGraph(graph.getGraphNameNode(), graph.getElement());
                case ElementSubQuery sub -> checkQuery(sub.getQuery());
                case ElementService _ ->
                    throw new RefusedQuery(
                            "SERVICE is not allowed: a query here reaches no other server", "Run it at your own end.");
                default ->
                    throw new RefusedQuery(
                            "The pattern "
                                    + pattern.getClass()
                                            .getSimpleName()
                                            .substring("Element".length())
                                            .toUpperCase(Locale.ROOT)
                                    + " is not SPARQL 1.1",
                            "Use the patterns of SPARQL 1.1, sections 5 to 13.");
            }
        }

        private void checkGraph(Node name, Element pattern) {
            terms.check(name);
            check(pattern);
        }

        private void check(TriplePath triple) {
            weight.of(() -> {
                if (triple.isTriple()) {
                    terms.check(triple.asTriple());
                } else {
                    terms.check(triple.getSubject());
                    paths.check(triple.getPath());
                    terms.check(triple.getObject());
                }
            });
        }

        private void check(VarExprList list) {
            list.forEachExpr((_, expression) -> expressions.check(expression));
        }

        private void check(Binding row) {
            row.forEach((_, term) -> terms.check(term));
        }
    }
}
