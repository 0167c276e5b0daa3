package org.plumbline.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.F;
import org.plumbline.rdf.SH;

/** Writes the SHACL part of a shape as Turtle: nested, in one order, so that the same shape gives the same text. */
final class TurtleShape {
    /** The prefixes of what is written. */
    static final Map<String, String> PREFIXES = new TreeMap<>(Map.of("f", F.NS, "sh", SH.NS, "xsd", XSD.getURI()));

    private final Graph graph;

    TurtleShape(Graph graph) {
        this.graph = graph;
    }

    static void prefixes(StringBuilder out) {
        PREFIXES.forEach((prefix, iri) ->
                out.append("@prefix ").append(prefix).append(": <").append(iri).append("> .\n"));
    }

    @Nullable
    Node one(Node subject, Node predicate) {
        List<Node> objects = objects(subject, predicate);
        return objects.isEmpty() ? null : objects.getFirst();
    }

    private List<Node> objects(Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    List<Node> list(Node head) {
        List<Node> members = new ArrayList<>();
        for (Node rest = head; rest != null && !rest.equals(RDF.nil.asNode()); rest = one(rest, RDF.rest.asNode())) {
            members.addAll(objects(rest, RDF.first.asNode()));
        }
        return members;
    }

    /** The shape in brackets. */
    String shape(Node shape) {
        return "[ " + body(shape) + " ]";
    }

    /** What holds exactly where the shape does not. */
    String not(Node shape) {
        return "[ sh:not " + shape(shape) + " ]";
    }

    /** The SHACL properties of a shape; what else stands there, such as points, is left out. */
    String body(Node shape) {
        Map<String, List<String>> parts = new TreeMap<>();
        graph.find(shape, Node.ANY, Node.ANY).forEach(triple -> {
            if (triple.getPredicate().getURI().startsWith(SH.NS)) {
                String name = Reading.local(triple.getPredicate());
                // sh:path stands first, as people write it.
                parts.computeIfAbsent(name.equals("path") ? " " : name, key -> new ArrayList<>())
                        .add(object(triple.getObject()));
            }
        });
        List<String> lines = new ArrayList<>();
        parts.forEach((name, objects) -> lines.add("sh:" + (name.equals(" ") ? "path" : name) + " "
                + String.join(" , ", objects.stream().sorted().toList())));
        return String.join(" ; ", lines);
    }

    private String object(Node node) {
        if (node.isURI()) {
            return node.equals(RDF.nil.asNode()) ? "()" : ShapesExport.term(node);
        }
        if (node.isLiteral()) {
            String type = node.getLiteralDatatypeURI();
            String bare = quoted(node.getLiteralLexicalForm());
            if (type.equals(XSD.xstring.getURI())) {
                return bare;
            }
            return plain(node.getLiteralLexicalForm(), type)
                    ? node.getLiteralLexicalForm()
                    : bare + "^^" + ShapesExport.term(Reading.iri(type));
        }
        if (graph.contains(node, RDF.first.asNode(), Node.ANY)) {
            return "( " + String.join(" ", list(node).stream().map(this::object).toList()) + " )";
        }
        return shape(node);
    }

    /** Whether Turtle reads the bare word as a literal of just this datatype. */
    private static boolean plain(String text, String type) {
        return type.equals(XSD.integer.getURI()) && text.matches("-?\\d+")
                || type.equals(XSD.decimal.getURI()) && text.matches("-?\\d+\\.\\d+")
                || type.equals(XSD.xboolean.getURI()) && text.matches("true|false");
    }

    /** A text in quotes. */
    static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "\"";
    }
}
