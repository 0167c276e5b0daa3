package org.plumbline.rdf;

import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;

/** Graphs as JSON-LD 1.1 whose context stands inside: nothing has to be fetched to read them. */
public final class JsonLd {
    static {
        JenaSystem.init();
    }

    private JsonLd() {}

    /** Writes {@code graph} in UTF-8. */
    public static void write(Graph graph, OutputStream out) {
        Graph copy = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(copy, graph);
        copy.getPrefixMapping().setNsPrefixes(Turtle.PREFIXES);
        RDFWriter.source(copy).format(RDFFormat.JSONLD).output(out);
    }
}
