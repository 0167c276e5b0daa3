package org.plumbline.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sys.JenaSystem;

/** Graphs as N-Triples, one triple a line. */
public final class NTriples {
    static {
        JenaSystem.init();
    }

    private NTriples() {}

    /** Writes {@code graph} in UTF-8: its canonical bytes, unless blank nodes in it have no canonical name. */
    public static void write(Graph graph, OutputStream out) {
        if (graph.stream().anyMatch(NTriples::blank)) {
            RDFWriter.source(graph).format(RDFFormat.NTRIPLES_UTF8).output(out);
            return;
        }
        try {
            out.write(Canonical.bytes(graph));
        } catch (IOException e) {
            throw new UncheckedIOException("The triples cannot be written", e);
        }
    }

    private static boolean blank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }
}
