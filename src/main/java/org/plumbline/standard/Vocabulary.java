package org.plumbline.standard;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.RDFS;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.Sources;

/** The terms of the language and the shapes that check a standard itself, from {@code standards/vocabulary}. */
final class Vocabulary {
    private static final String BASE = "https://w3id.org/plumbline/ns";

    private Vocabulary() {}

    /** Lazily read, once. */
    private static final class Holder {
        static final Sources SOURCES = read();
        static final Shapes SHAPES = Shapes.parse(SOURCES.graph());
        static final Set<Node> TERMS = SOURCES
                .graph()
                .find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .collect(Collectors.toSet());
        static final Set<String> FACTS = facts();

        private static Sources read() {
            Sources sources = new Sources();
            StandardFolder.packed("vocabulary").forEach((name, bytes) -> sources.read(name, bytes, BASE));
            if (!sources.broken().isEmpty()) {
                throw new IllegalStateException("The packed vocabulary is broken: " + sources.broken());
            }
            return sources;
        }

        private static Set<String> facts() {
            Set<String> names = new TreeSet<>();
            for (String key : StandardFolder.packedKeys()) {
                Edition edition = new EditionReader(
                                StandardFolder.folder(key, StandardFolder.packed("facts"), StandardFolder.packed(key)))
                        .read();
                if (edition != null) {
                    edition.rulebook().facts().forEach(fact -> names.add(fact.name()));
                }
            }
            return names;
        }
    }

    /** Refuses a {@code pl:} term that the language lacks: a misspelt one would have no effect. */
    static void check(Reading reading, Node subject, Node term) {
        if (term.isURI() && term.getURI().startsWith(PL.NS) && !Holder.TERMS.contains(term)) {
            Set<String> names =
                    Holder.TERMS.stream().map(Reading::local).collect(Collectors.toCollection(TreeSet::new));
            reading.error(
                    subject,
                    term,
                    Reading.name(term) + " is not a term of the language, so that it would have no effect. Correct it."
                            + Terms.suggestion(Reading.local(term), names));
        }
    }

    static Shapes shapes() {
        return Holder.SHAPES;
    }

    /** Names of the facts that the editions packed with the program read. */
    static Set<String> factsOfPackedEditions() {
        return Holder.FACTS;
    }
}
