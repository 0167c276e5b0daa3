package org.plumbline.rdf;

import java.io.OutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;

/** Graphs written for people and programs, with the prefixes that this project uses everywhere. */
public final class Turtle {
    static {
        JenaSystem.init();
    }

    /** The namespaces of this project by their prefix. */
    public static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("pl", PL.NS),
            Map.entry("f", F.NS),
            Map.entry("sh", SH.NS),
            Map.entry("earl", EARL.NS),
            Map.entry("prov", PROV.NS),
            Map.entry("skos", SKOS.NS),
            Map.entry("cccev", CCCEV.NS),
            Map.entry("dcterms", DCT.NS),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"));

    private Turtle() {}

    /** Writes {@code graph} as Turtle in UTF-8. */
    public static void write(Graph graph, OutputStream out) {
        Graph copy = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(copy, graph);
        copy.getPrefixMapping().setNsPrefixes(PREFIXES);
        RDFWriter.source(copy).format(RDFFormat.TURTLE_PRETTY).output(out);
    }
}
