package org.plumbline.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources;
import org.plumbline.rdf.Sources.Place;

/** What looking into the triples of any files has in common: values come in the order of the files, and what is wrong is collected. */
public abstract class GraphReading {
    /** How the message begins when a file is not Turtle. */
    static final String NOT_TURTLE = "This is not Turtle: ";

    private final Sources sources;
    private final List<Finding> findings = new ArrayList<>();
    private String about = "";

    /** Begins with a finding for each file that is not Turtle. */
    protected GraphReading(Sources sources) {
        this.sources = sources;
        for (Sources.Broken broken : sources.broken()) {
            findings.add(new Finding(true, broken.place(), "", NOT_TURTLE + broken.message()));
        }
    }

    /** The files. */
    public Sources sources() {
        return sources;
    }

    /** What is wrong so far. */
    public List<Finding> findings() {
        return findings;
    }

    /** Says what the findings to come are about: {@code clause 5.6}, {@code fact f:floorArea}, a column. */
    public void about(String what) {
        about = what;
    }

    /** What the findings to come are about. */
    public String about() {
        return about;
    }

    /** An error where {@code subject} names {@code term}; where it does not, at its beginning. */
    public void error(Node subject, Node term, String message) {
        add(true, place(subject, term), message);
    }

    /** A finding at a place. */
    protected void add(boolean error, Place place, String message) {
        findings.add(new Finding(error, place, about, message));
    }

    /** Where {@code subject} names {@code term} as a property or else as a value; where it does not, its beginning. */
    public Place place(Node subject, Node term) {
        List<Triple> named = triples(subject, term);
        return (named.isEmpty() ? sources.graph().find(subject, Node.ANY, term).toList() : named)
                .stream().map(sources::place).min(Comparator.naturalOrder()).orElse(sources.place(subject));
    }

    /** The triples of a property, in the order of the files. */
    public List<Triple> triples(Node subject, Node property) {
        List<Triple> triples = new ArrayList<>(
                sources.graph().find(subject, property, Node.ANY).toList());
        triples.sort(Comparator.comparing((Triple triple) -> sources.place(triple))
                .thenComparing((Triple triple) -> triple.getObject().toString()));
        return triples;
    }

    /** The values of a property, in the order of the files. */
    public List<Node> all(Node subject, Node property) {
        return triples(subject, property).stream().map(Triple::getObject).toList();
    }

    /** The first text of a property in a language, {@code zh} or {@code en}; null when there is none. */
    protected @Nullable String literal(Node subject, Node property, String language) {
        return all(subject, property).stream()
                .filter(Node::isLiteral)
                .filter(node ->
                        node.getLiteralLanguage().toLowerCase(Locale.ROOT).startsWith(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(null);
    }
}
