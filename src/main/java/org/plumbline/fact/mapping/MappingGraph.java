package org.plumbline.fact.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.CSVW;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.GraphReading;

/** Looks into the triples of a mapping and collects what is wrong with them, as file:line: column: what. */
final class MappingGraph extends GraphReading {
    private static final int MOST = 1_000;

    MappingGraph(Sources sources) {
        super(sources);
    }

    @Nullable
    Node one(Node subject, Node property) {
        List<Node> all = all(subject, property);
        if (all.size() > 1) {
            error(
                    subject,
                    property,
                    shown(property) + " stands here " + all.size() + " times, and one can count. Keep one.");
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The texts of a property without regard to language, in the order of the file. */
    List<String> texts(Node subject, Node property) {
        List<String> texts = new ArrayList<>();
        for (Node node : all(subject, property)) {
            if (node.isLiteral()) {
                texts.add(node.getLiteralLexicalForm());
            } else {
                error(subject, property, shown(property) + " is a text. Put it in quotes.");
            }
        }
        return texts;
    }

    /** The one text of a property, or null. */
    @Nullable
    String text(Node subject, Node property) {
        Node node = one(subject, property);
        if (node == null || node.isLiteral()) {
            return node == null ? null : node.getLiteralLexicalForm();
        }
        error(subject, property, shown(property) + " is a text. Put it in quotes.");
        return null;
    }

    boolean flag(Node subject, Node property) {
        String text = text(subject, property);
        if (text != null && !Set.of("true", "false").contains(text)) {
            error(subject, property, shown(property) + " is true or false. Write one of them.");
        }
        return "true".equals(text);
    }

    /** The wording in both languages; a missing one is an error, for people of both read what becomes of their table. */
    Text wording(Node subject, Node property) {
        String zh = Objects.requireNonNullElse(literal(subject, property, "zh"), "");
        String en = Objects.requireNonNullElse(literal(subject, property, "en"), "");
        if (zh.isEmpty() || en.isEmpty()) {
            error(
                    subject,
                    property,
                    shown(property) + " is missing in " + (zh.isEmpty() ? "zh" : "en") + ". Add " + shown(property)
                            + " \"…\"@" + (zh.isEmpty() ? "zh" : "en") + ".");
        }
        return new Text(zh, en);
    }

    /** The members of an RDF list. */
    List<Node> list(@Nullable Node head) {
        List<Node> members = new ArrayList<>();
        Node rest = head;
        while (rest != null && !rest.equals(RDF.nil.asNode()) && members.size() < MOST) {
            Node first = one(rest, RDF.first.asNode());
            if (first == null) {
                error(rest, RDF.first.asNode(), "Here a list in ( ) belongs. Put it in brackets.");
                break;
            }
            members.add(first);
            rest = one(rest, RDF.rest.asNode());
        }
        return members;
    }

    /** Refuses properties that nothing reads: a misspelt one would have no effect. */
    void only(Node subject, Set<Node> known) {
        for (Triple triple : triples(subject, Node.ANY)) {
            Node property = triple.getPredicate();
            if (!known.contains(property) && !property.equals(RDF.type.asNode())) {
                String name = local(property);
                error(
                        subject,
                        property,
                        shown(property) + " is not read here, so that it would have no effect."
                                + (Set.of("titles", "columns").contains(name)
                                        ? " In Turtle CSVW calls it csvw:" + name.substring(0, name.length() - 1) + "."
                                        : " Correct or remove it; comments go into rdfs:comment."));
            }
        }
    }

    static String local(Node node) {
        if (!node.isURI()) {
            return "";
        }
        String iri = node.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    static String shown(Node node) {
        if (node.isURI()) {
            String iri = node.getURI();
            return iri.startsWith(CSVW.NS)
                    ? "csvw:" + local(node)
                    : iri.startsWith(PL.NS)
                            ? "pl:" + local(node)
                            : iri.startsWith(RDFS.getURI()) ? "rdfs:" + local(node) : "<" + iri + ">";
        }
        return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : "[ ]";
    }
}
