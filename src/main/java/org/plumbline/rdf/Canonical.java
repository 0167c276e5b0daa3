package org.plumbline.rdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;

/**
 * The canonical bytes of a graph: what is hashed, chained and signed. One triple a line, as N-Triples in UTF-8, each line
 * ended by LF, the lines in the order of their bytes and each once; literals as {@link Literals} writes them, language tags in lower case; no blank
 * nodes. Escapes and spaces are those of canonical N-Triples (W3C RDF 1.2 N-Triples, section "Canonical form"). So equal
 * graphs have equal bytes on every machine and no RDF canonicalisation algorithm is needed.
 */
public final class Canonical {
    /** By character whether no IRI may hold it. */
    private static final boolean[] FORBIDDEN = new boolean[128];

    static {
        JenaSystem.init();
        Arrays.fill(FORBIDDEN, 0, ' ' + 1, true);
        "<>\"{}|^`\\".chars().forEach(c -> FORBIDDEN[c] = true);
    }

    private Canonical() {}

    /**
     * The canonical bytes of a graph.
     *
     * @throws IllegalArgumentException when the graph holds a blank node, a triple term, or a literal that has no canonical
     *     form; the message names the triple's term and says what to write instead
     */
    public static byte[] bytes(Graph graph) {
        var lines = graph.stream()
                .map(Canonical::line)
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toList();
        var out = new ByteArrayOutputStream(
                lines.stream().mapToInt(line -> line.length).sum());
        byte[] previous = {};
        for (var line : lines) {
            if (!Arrays.equals(line, previous)) out.writeBytes(line);
            previous = line;
        }
        return out.toByteArray();
    }

    /** The graph that canonical bytes stand for. Nothing is fetched, and no IRI is resolved. */
    public static Graph graph(byte[] bytes) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(Lang.NTRIPLES)
                .checking(false)
                .parse(graph);
        return graph;
    }

    /** SHA-256 of some bytes, 32 long. */
    public static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A triple as it is read back from its canonical line. */
    public static Triple triple(Triple triple) {
        var object = triple.getObject();
        if (!object.isLiteral()) return triple;
        var canonical = Literals.canonical(object);
        return canonical == object ? triple : Triple.create(triple.getSubject(), triple.getPredicate(), canonical);
    }

    /** One triple as its canonical line, LF included. */
    public static String line(Triple triple) {
        var out = new StringBuilder(160);
        term(out, triple.getSubject());
        out.append(' ');
        term(out, triple.getPredicate());
        out.append(' ');
        term(out, triple.getObject());
        return out.append(" .\n").toString();
    }

    /** A term as it stands in a canonical line. */
    public static String term(Node node) {
        var out = new StringBuilder(32);
        term(out, node);
        return out.toString();
    }

    /** The term that such a text stands for. */
    public static Node term(String text) {
        var line = "<x:s> <x:p> " + text + " .";
        return graph(line.getBytes(StandardCharsets.UTF_8)).stream()
                .findFirst()
                .orElseThrow()
                .getObject();
    }

    private static void term(StringBuilder out, Node node) {
        if (node.isURI()) iri(out, node.getURI());
        else if (node.isLiteral()) literal(out, Literals.canonical(node));
        else if (node.isBlank())
            throw new IllegalArgumentException("A blank node has no canonical name: give it an IRI below its subject");
        else throw new IllegalArgumentException("Neither IRI nor literal: " + node);
    }

    private static void literal(StringBuilder out, Node node) {
        out.append('"');
        escaped(out, node.getLiteralLexicalForm());
        out.append('"');
        if (!node.getLiteralLanguage().isEmpty())
            out.append('@').append(node.getLiteralLanguage().toLowerCase(Locale.ROOT));
        else if (!node.getLiteralDatatypeURI().equals(Literals.XSD + "string"))
            iri(out.append("^^"), node.getLiteralDatatypeURI());
    }

    private static void iri(StringBuilder out, String iri) {
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c < FORBIDDEN.length && FORBIDDEN[c])
                throw new IllegalArgumentException(
                        "The IRI <" + iri + "> holds a character that no IRI may hold, at place " + (i + 1)
                                + ": write it percent-encoded");
        }
        out.append('<').append(iri).append('>');
    }

    private static void escaped(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || c == 0x7F) out.append(String.format("\\u%04X", (int) c));
                    else out.append(c);
                }
            }
        }
    }
}
