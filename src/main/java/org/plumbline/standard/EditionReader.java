package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Canonical;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SKOS;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteClass;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.standard.Edition.Provision;

/** Reads an edition's folder and compiles it; what is wrong goes into the findings, and reading goes on. */
final class EditionReader {
    private final StandardFolder folder;
    private final Reading reading;
    private final FactBook book;

    EditionReader(StandardFolder folder) {
        this.folder = folder;
        reading = new Reading(folder.sources());
        book = new FactReader(reading).read();
    }

    Reading reading() {
        return reading;
    }

    FactBook book() {
        return book;
    }

    /** The edition, or null when the folder describes none. */
    @Nullable
    Edition read() {
        Node edition =
                reading.instances(PL.term("Edition")).stream().findFirst().orElse(null);
        if (edition == null) {
            reading.error(
                    Reading.iri(folder.base()),
                    "No pl:Edition is described in this folder. Begin standard.ttl with `<> a pl:Edition ; …`.");
            return null;
        }
        if (!edition.isURI()) {
            reading.error(
                    edition, "The edition has no address, so that nothing can name it. Write `<> a pl:Edition ; …`.");
            return null;
        }
        FactIndex index = new FactIndex(book, reached());
        ShapeReader shapes = new ShapeReader(reading, book, index);
        List<Derivation> derivations = new DerivationReader(reading, book, index, shapes).read();
        List<SiteClass> classes = classes(edition);
        List<Node> chapters = sorted(PL.term("Chapter"));
        List<String> numbers = chapters.stream().map(Reading::local).toList();
        ClauseReader clauseReader = new ClauseReader(reading, shapes, index, classes, numbers);
        List<Clause> clauses = new ArrayList<>();
        List<Provision> provisions = new ArrayList<>();
        for (Node node : sorted(PL.term("Clause"))) {
            clauses.add(clauseReader.read(node));
            Provision provision = clauseReader.provision(node);
            provisions.add(provision);
            checkPlaces(edition, node, provision);
        }
        reading.about("");
        BandReader bands = new BandReader(reading, numbers);
        Text title = reading.text(edition, DCT.term("title"));
        Rulebook rulebook = new Rulebook(
                strip(edition.getURI()),
                lexical(edition, "number"),
                title,
                classes,
                index.kinds(),
                index.facts(),
                index.siteSlots(),
                derivations,
                chapters.stream().map(this::chapter).toList(),
                List.copyOf(clauses),
                bands.read(edition),
                bands.vetoBand(edition),
                bands.scoring(edition, "bonusCap", 0),
                bands.scoring(edition, "leastMeasuredShare", 0),
                book.calendar());
        LocalDate issued = date(edition, DCT.term("issued"));
        LocalDate validFrom = date(edition, PL.term("validFrom"));
        LocalDate validTo = reading.has(edition, PL.term("validTo")) ? date(edition, PL.term("validTo")) : null;
        if (validTo != null && validTo.isBefore(validFrom)) {
            reading.error(
                    edition,
                    PL.term("validTo"),
                    "The edition ends before it begins. Correct pl:validFrom or pl:validTo.");
        }
        return new Edition(
                folder.key(),
                strip(edition.getURI()),
                lexical(edition, "number"),
                title,
                reading.text(edition, DCT.term("abstract")),
                one(edition, "documentType"),
                one(edition, "legalNature"),
                reading.text(edition, DCT.term("publisher")),
                issued,
                validFrom,
                validTo,
                chapters.stream()
                        .map(node -> reading.text(node, DCT.term("description")))
                        .toList(),
                List.copyOf(provisions),
                new ExampleReader(reading, rulebook, book).read(),
                rulebook,
                hash(rulebook),
                book,
                EditionGraph.renamed(folder.own(), edition, NodeFactory.createURI(strip(edition.getURI()))),
                folder.shared());
    }

    /** A clause that another base names, or looked at in a place that is no code, would be lost without a word. */
    private void checkPlaces(Node edition, Node node, Provision provision) {
        String expected = strip(edition.getURI()) + "/clause/";
        if (!node.getURI().startsWith(expected)) {
            reading.error(
                    node,
                    "The clause's IRI does not begin with <" + expected
                            + ">, so that it belongs to another edition. Correct @base of " + "the file.");
        }
        CodeList places = book.codeLists().get("place");
        if (!provision.place().isEmpty() && places != null && places.indexOf(provision.place()) < 0) {
            reading.error(
                    node,
                    PL.term("place"),
                    provision.place() + " is not a code of place."
                            + Terms.suggestion(provision.place(), Set.copyOf(places.codes())) + " Use one of "
                            + String.join(", ", places.codes()) + ".");
        }
    }

    private static String hash(Rulebook rulebook) {
        byte[] json = RulebookWriter.write(rulebook).getBytes(StandardCharsets.UTF_8);
        return "sha256:" + HexFormat.of().formatHex(Canonical.hash(json));
    }

    private Rulebook.Chapter chapter(Node node) {
        return new Rulebook.Chapter(local(node), reading.text(node, SKOS.term("prefLabel")));
    }

    private List<SiteClass> classes(Node edition) {
        List<String> named = reading.all(edition, PL.term("siteClass")).stream()
                .map(Reading::local)
                .toList();
        return book.siteClasses().stream()
                .filter(one -> named.contains(one.name()))
                .toList();
    }

    /** Names of all facts that clauses and bands mention, with those that derived facts build on. */
    private TreeSet<String> reached() {
        TreeSet<String> names = new TreeSet<>();
        for (Node clause : reading.instances(PL.term("Clause"))) {
            collect(clause, names);
        }
        return names;
    }

    /** The facts named, with all that they are derived from. */
    TreeSet<String> closure(Set<String> named) {
        TreeSet<String> names = new TreeSet<>();
        for (String name : named) {
            FactDefinition fact = book.facts().get(name);
            if (fact != null) {
                add(fact, names);
            }
        }
        return names;
    }

    /** Follows blank nodes, each once: they may lead back to where they began, and a list of them may be long. */
    private void collect(Node from, TreeSet<String> names) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            for (Triple triple : reading.triples(next.pop(), Node.ANY)) {
                Node object = triple.getObject();
                FactDefinition fact = book.fact(object);
                if (fact != null) {
                    add(fact, names);
                } else if (object.isBlank() && seen.add(object)) {
                    next.add(object);
                }
            }
        }
    }

    private void add(FactDefinition fact, TreeSet<String> names) {
        if (!names.add(fact.name())) {
            return;
        }
        if (fact.derived()) {
            collect(fact.node(), names);
            String expression = reading.lexical(fact.node(), PL.term("expression"));
            if (expression != null) {
                for (String name : ExpressionSyntax.variables(expression)) {
                    FactDefinition operand = book.facts().get(name);
                    if (operand != null) {
                        add(operand, names);
                    }
                }
            }
        }
        if (fact.of() != null) {
            book.facts().values().stream()
                    .filter(other -> fact.of().equals(other.record()))
                    .forEach(other -> add(other, names));
        }
        FactDefinition key = fact.key() == null ? null : book.facts().get(fact.key());
        if (key != null) {
            add(key, names);
        }
    }

    private List<Node> sorted(Node type) {
        List<Node> nodes = new ArrayList<>(reading.instances(type));
        nodes.removeIf(node -> {
            if (!node.isURI()) {
                reading.error(node, "A " + local(type) + " has no number here. Write its address in place of [ ].");
            }
            return !node.isURI();
        });
        nodes.sort(Comparator.comparing(Reading::local, Numbers::compare));
        return nodes;
    }

    private LocalDate date(Node node, Node term) {
        String text = reading.lexical(node, term);
        try {
            return LocalDate.parse(text == null ? "1970-01-01" : text);
        } catch (DateTimeParseException e) {
            reading.error(node, term, "\"" + text + "\" is no date. Write \"YYYY-MM-DD\"^^xsd:date.");
            return LocalDate.EPOCH;
        }
    }

    private String lexical(Node node, String term) {
        String text = reading.lexical(node, PL.term(term));
        return text == null ? "" : text;
    }

    private String one(Node node, String term) {
        Node value = reading.one(node, PL.term(term));
        return value == null ? "" : local(value);
    }

    private static String strip(String iri) {
        return iri.endsWith("/") ? iri.substring(0, iri.length() - 1) : iri;
    }
}
