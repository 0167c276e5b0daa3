package org.plumbline.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources;
import org.plumbline.rdf.Sources.Place;
import org.plumbline.rulebook.Text;

/** Looks into the triples of a standard and collects what is wrong with them; values come in the order of the files. */
final class Reading extends GraphReading {
    Reading(Sources sources) {
        super(sources);
    }

    void error(Node at, String message) {
        add(true, sources().place(at), message);
    }

    void warning(Node at, String message) {
        add(false, sources().place(at), message);
    }

    /** A warning where {@code subject} names {@code term}; where it does not, at its beginning. */
    void warning(Node subject, Node term, String message) {
        add(false, place(subject, term), message);
    }

    /** Where {@code subject} begins. */
    Place place(Node subject) {
        return sources().place(subject);
    }

    boolean has(@Nullable Node subject, Node predicate) {
        return subject != null && sources().graph().contains(subject, predicate, Node.ANY);
    }

    boolean isA(Node subject, Node type) {
        return sources().graph().contains(subject, RDF.type.asNode(), type);
    }

    @Nullable
    Node one(Node subject, Node predicate) {
        List<Node> values = all(subject, predicate);
        if (values.size() > 1) {
            error(
                    subject,
                    predicate,
                    name(predicate) + " stands here more than once, and only one can count. Keep one.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** All subjects of a type, in the order of the files. */
    List<Node> instances(Node type) {
        List<Node> nodes = new ArrayList<>(sources()
                .graph()
                .find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(Triple::getSubject)
                .toList());
        nodes.sort(Comparator.comparing((Node node) -> sources().place(node)).thenComparing(node -> node.toString()));
        return nodes;
    }

    /** The members of an RDF list. */
    List<Node> list(@Nullable Node head) {
        return cells(head).stream()
                .flatMap(cell -> all(cell, RDF.first.asNode()).stream().limit(1))
                .toList();
    }

    /** The nodes of an RDF list that hold its members; each stands where its member stands. */
    List<Node> cells(@Nullable Node head) {
        List<Node> cells = new ArrayList<>();
        Node rest = head;
        while (rest != null && !rest.equals(RDF.nil.asNode()) && cells.size() < 10_000) {
            cells.add(rest);
            one(rest, RDF.first.asNode());
            rest = one(rest, RDF.rest.asNode());
        }
        return cells;
    }

    /** The wording in both languages; a missing one is an error. */
    Text text(Node subject, Node predicate) {
        String zh = literal(subject, predicate, "zh");
        String en = literal(subject, predicate, "en");
        if (zh == null || en == null) {
            String missing = zh == null && en == null ? "zh and en" : zh == null ? "zh" : "en";
            error(
                    subject,
                    predicate,
                    name(predicate) + " is missing in " + missing
                            + ". Every page is read in both languages. Add " + name(predicate) + " \"…\"@"
                            + (zh == null ? "zh" : "en") + ".");
        }
        return new Text(zh == null ? "" : zh, en == null ? "" : en);
    }

    @Nullable
    Text optionalText(Node subject, Node predicate) {
        return has(subject, predicate) ? text(subject, predicate) : null;
    }

    /** The lexical form of the one literal there, or null. */
    @Nullable
    String lexical(Node subject, Node predicate) {
        Node value = one(subject, predicate);
        return value != null && value.isLiteral() ? value.getLiteralLexicalForm() : null;
    }

    boolean flag(Node subject, Node predicate) {
        return "true".equals(lexical(subject, predicate));
    }

    /** The part of an IRI after the last slash or hash. */
    static String local(@Nullable Node node) {
        if (node == null || !node.isURI()) {
            return node == null ? "" : node.toString();
        }
        String iri = node.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /** A term as people write it: {@code sh:minCount}. */
    static String name(Node node) {
        if (!node.isURI()) {
            return node.toString();
        }
        return Terms.shorten(node.getURI());
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
