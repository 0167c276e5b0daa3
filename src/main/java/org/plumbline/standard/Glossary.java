package org.plumbline.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.SKOS;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Text;

/** The words of the portal and what they mean, from {@code standards/glossary}, over which a district may put its own. */
@ApplicationScoped
public class Glossary {
    private static final String FOLDER = "glossary";
    private static final String NS = "https://w3id.org/plumbline/glossary#";

    private final StandardConfig config;
    private @Nullable List<Group> groups;

    Glossary(StandardConfig config) {
        this.config = config;
    }

    /**
     * Terms that belong together.
     *
     * @param id local name, such as {@code Verdict}
     */
    public record Group(String id, Text name, List<Term> terms) {}

    /**
     * A term.
     *
     * @param id local name
     * @param meaning in plain words
     * @param source the document that sets the term; null when it is the portal's own
     */
    public record Term(
            String id, Text name, Text meaning, @Nullable String source) {}

    /** The groups in the order of the files. */
    public synchronized List<Group> groups() {
        List<Group> known = groups;
        if (known == null) {
            known = StandardFolder.load(FOLDER, NS, config.folder(), Glossary::groups);
            groups = known;
        }
        return known;
    }

    /**
     * The groups of some files.
     *
     * @throws IllegalArgumentException when a file is no Turtle, or a term lacks a name or a meaning in one of the languages: file,
     *     line and what is missing
     */
    static List<Group> groups(Sources sources) {
        sources.broken().stream().findFirst().ifPresent(broken -> {
            throw new IllegalArgumentException(broken.place() + ": This is not Turtle: " + broken.message());
        });
        List<Group> groups = new ArrayList<>();
        for (Node group : sources.instances(SKOS.COLLECTION)) {
            List<Term> terms = sources.instances(SKOS.CONCEPT).stream()
                    .filter(term -> sources.graph().contains(term, DCT.IS_PART_OF, group))
                    .map(term -> new Term(
                            term.getLocalName(),
                            text(sources, term, SKOS.PREF_LABEL),
                            text(sources, term, SKOS.DEFINITION),
                            literal(sources.graph(), term, DCT.SOURCE, "zh").orElse(null)))
                    .toList();
            groups.add(new Group(group.getLocalName(), text(sources, group, SKOS.PREF_LABEL), terms));
        }
        return groups;
    }

    private static Text text(Sources sources, Node node, Node property) {
        return new Text(need(sources, node, property, "zh"), need(sources, node, property, "en"));
    }

    private static String need(Sources sources, Node node, Node property, String lang) {
        return literal(sources.graph(), node, property, lang)
                .orElseThrow(() -> new IllegalArgumentException(sources.place(node) + ": " + node.getLocalName()
                        + " has no " + property.getLocalName() + " in " + lang + ". Add it."));
    }

    private static Optional<String> literal(Graph graph, Node node, Node property, String lang) {
        return graph.find(node, property, Node.ANY).toList().stream()
                .map(triple -> triple.getObject())
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(lang))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }
}
