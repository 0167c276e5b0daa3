package org.plumbline.rdf.store;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.sparql.exec.http.UpdateExecHTTP;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks SPARQL 1.1 Query and Update, for this program alone. Its default graph has to be the union of its named
 * graphs, and it has to run one update request as one transaction, as the Update recommendation asks (section 2.2).
 */
public final class RemoteStore implements LinkedStore {
    private static final String POSITION = METADATA + ":position";

    private final URI queries;
    private final URI updates;
    private final HttpClient client;

    /**
     * @param queries endpoint of SPARQL 1.1 Query
     * @param updates endpoint of SPARQL 1.1 Update
     * @param client with its authentication and connect timeout
     */
    public RemoteStore(URI queries, URI updates, HttpClient client) {
        this.queries = queries;
        this.updates = updates;
        this.client = client;
    }

    /**
     * Asks the server whether its default graph is the union of the named graphs.
     *
     * @throws IllegalStateException when it is not, with what to configure
     */
    public void checkUnion() {
        if (position() > 0 && !ask("ASK { <" + METADATA + "> <" + POSITION + "> ?position }")) {
            throw new IllegalStateException(
                    "The default graph of " + queries + " is not the union of its named graphs, so "
                            + "queries without GRAPH would find nothing. Configure it so (Fuseki: tdb2:unionDefaultGraph true).");
        }
    }

    private boolean ask(String text) {
        try (QueryExec running = endpoint().query(text).build()) {
            return running.ask();
        }
    }

    private QueryExecHTTPBuilder endpoint() {
        return QueryExecHTTP.service(queries.toString()).httpClient(client).sendMode(QuerySendMode.asPost);
    }

    @Override
    public long position() {
        String text =
                "SELECT ?position { GRAPH <" + METADATA + "> { <" + METADATA + "> <" + POSITION + "> ?position } }";
        try (QueryExec running = endpoint().query(text).build()) {
            RowSet rows = running.select();
            return rows.hasNext() ? Long.parseLong(rows.next().get("position").getLiteralLexicalForm()) : 0;
        }
    }

    /** One update request, because only that is one transaction everywhere; the Graph Store Protocol has none over two graphs. */
    @Override
    public void apply(long position, List<Change> changes) {
        StringBuilder request = new StringBuilder(1 << 16);
        for (Change change : changes) {
            request.append("DROP SILENT GRAPH <").append(change.graph()).append("> ;\n");
            if (change instanceof Change.Put put && !put.triples().isEmpty()) {
                insert(request, put.graph(), ntriples(put.triples()));
            }
        }
        request.append("DROP SILENT GRAPH <").append(METADATA).append("> ;\n");
        insert(
                request,
                METADATA,
                "<" + METADATA + "> <" + POSITION + "> \"" + position
                        + "\"^^<http://www.w3.org/2001/XMLSchema#long> .");
        send(request.toString());
    }

    private static void insert(StringBuilder request, String graph, String triples) {
        request.append("INSERT DATA { GRAPH <")
                .append(graph)
                .append("> {\n")
                .append(triples)
                .append("} } ;\n");
    }

    private static String ntriples(Graph graph) {
        return RDFWriter.create().lang(Lang.NTRIPLES).source(graph).asString();
    }

    private void send(String request) {
        UpdateExecHTTP.service(updates.toString())
                .httpClient(client)
                .update(request)
                .execute();
    }

    @Override
    public void clear() {
        send("DROP ALL");
    }

    @Override
    public boolean hasGraph(String iri) {
        Node graph = NodeFactory.createURI(iri);
        return !METADATA.equals(iri) && ask("ASK { GRAPH <" + graph.getURI() + "> { ?s ?p ?o } }");
    }

    /** Our timeout ends the waiting for the first row; only the server's own timeout ends its work, so it needs one too. */
    @Override
    public <T> T query(Query query, QueryLimits limits, Function<QueryExec, T> reader) {
        try (QueryExec running = endpoint()
                .query(PublicForm.of(query, METADATA))
                .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            return reader.apply(running);
        } catch (QueryExceptionHTTP e) {
            if (e.getStatusCode() == 503 || isTimeout(e)) {
                throw StoppedQuery.outOfTime(limits);
            }
            throw e;
        }
    }

    private static boolean isTimeout(@Nullable Throwable e) {
        return e != null && (e instanceof HttpTimeoutException || isTimeout(e.getCause()));
    }

    @Override
    public void dump(OutputStream out) {
        String text = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(?g != <" + METADATA + ">) }";
        StreamRDF quads = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        quads.start();
        try (QueryExec running = endpoint().query(text).build()) {
            running.select()
                    .forEachRemaining(
                            row -> quads.quad(Quad.create(row.get("g"), row.get("s"), row.get("p"), row.get("o"))));
        }
        quads.finish();
    }

    @Override
    public void close() {
        client.close();
    }
}
