package org.plumbline.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.SKOS;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Text;

/** The words of the portal and what they mean, from {@code standards/glossary}, over which a district may put its own. */
@ApplicationScoped
public class Glossary {
    private static final Logger LOG = Logger.getLogger(Glossary.class);
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
            known = load();
            groups = known;
        }
        return known;
    }

    /** A district's own words that cannot be read leave the packed ones in force, with a line in the log. */
    private List<Group> load() {
        Optional<Path> own = config.folder();
        if (own.isPresent()) {
            try {
                return read(own.get());
            } catch (IOException | IllegalArgumentException e) {
                LOG.error("The glossary of " + own.get() + " is not loaded, that of the program stands: "
                        + e.getMessage());
            }
        }
        try {
            return read(null);
        } catch (IOException e) {
            throw new IllegalStateException("The packed glossary cannot be read", e);
        }
    }

    private static List<Group> read(@Nullable Path own) throws IOException {
        Sources sources = new Sources();
        for (Map.Entry<String, byte[]> file :
                StandardFolder.packedAndOwn(FOLDER, own).entrySet()) {
            sources.read(FOLDER + "/" + file.getKey(), file.getValue(), NS);
        }
        return groups(sources);
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
        for (Node group : of(sources, SKOS.COLLECTION)) {
            List<Term> terms = of(sources, SKOS.CONCEPT).stream()
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

    private static List<Node> of(Sources sources, Node type) {
        return sources.graph().find(Node.ANY, RDF.type.asNode(), type).toList().stream()
                .map(triple -> triple.getSubject())
                .sorted(Comparator.comparing(sources::place))
                .toList();
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
