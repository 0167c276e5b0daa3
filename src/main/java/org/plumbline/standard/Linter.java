package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.CCCEV;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.SH;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Outcome;

/** Says whether an edition is well formed: reads it, then checks what no single reader sees. */
public final class Linter {
    private final EditionReader reader;
    private final Reading reading;
    private final StandardFolder folder;
    private final Map<Node, String> owners = new HashMap<>();

    private Linter(StandardFolder folder) {
        this.folder = folder;
        reader = new EditionReader(folder);
        reading = reader.reading();
    }

    /** An edition, when it could be read at all, and what is wrong with it, in the order of the files. */
    public record Result(@Nullable Edition edition, List<Finding> findings) {
        /** Whether nothing but warnings were found. */
        public boolean fine() {
            return edition != null && findings.stream().noneMatch(Finding::error);
        }
    }

    /** Reads and checks the edition in {@code folder}. */
    public static Result lint(StandardFolder folder) {
        return new Linter(folder).run(true);
    }

    /**
     * The same without the warnings, for whoever only uses the edition: looking for them compiles the packed editions too and tries
     * every clause over its thresholds.
     */
    public static Result check(StandardFolder folder) {
        return new Linter(folder).run(false);
    }

    private Result run(boolean warn) {
        if (!folder.sources().broken().isEmpty()) {
            // What a file that is cut short seems to lack says nothing.
            return new Result(
                    null,
                    List.copyOf(reading.findings().stream()
                            .filter(finding -> finding.message().startsWith(Reading.NOT_TURTLE))
                            .toList()));
        }
        Edition edition = reader.read();
        own(PL.term("Clause"), "clause ");
        own(CCCEV.term("InformationConcept"), "fact f:");
        own(PL.term("Example"), "example ");
        unknownTerms();
        twice();
        shapes();
        if (edition != null) {
            examples(edition);
        }
        if (edition != null && warn) {
            unused(edition);
            needlesslyOpen(edition);
            ModalWords.check(reading, edition.rulebook());
        }
        List<Finding> findings = new ArrayList<>(new HashSet<>(reading.findings()));
        findings.sort(Comparator.comparing((Finding finding) -> !finding.error())
                .thenComparing(Finding::place)
                .thenComparing(Finding::message));
        return new Result(edition, List.copyOf(findings));
    }

    /** Notes to which clause, fact or example each blank node belongs, so that messages can say so. */
    private void own(Node type, String prefix) {
        for (Node node : reading.instances(type)) {
            own(node, prefix + local(node), 0);
        }
    }

    private void own(Node node, String owner, int depth) {
        owners.putIfAbsent(node, owner);
        for (Node object : reading.all(node, Node.ANY)) {
            if (object.isBlank() && depth < 40 && !owners.containsKey(object)) {
                own(object, owner, depth + 1);
            }
        }
    }

    private void unknownTerms() {
        Set<String> facts = new TreeSet<>(reader.book().facts().keySet());
        folder.sources().graph().find().forEach(triple -> {
            Node subject = triple.getSubject();
            Node predicate = triple.getPredicate();
            reading.about(owners.getOrDefault(subject, ""));
            Vocabulary.check(reading, subject, predicate);
            Vocabulary.check(reading, subject, triple.getObject());
            if (predicate.getURI().startsWith(SH.NS) && !Terms.ALLOWED.contains(local(predicate))) {
                reading.error(subject, predicate, Terms.instead(local(predicate)));
            }
            if (predicate.getURI().startsWith(F.NS) && !facts.contains(local(predicate))) {
                reading.error(
                        subject,
                        predicate,
                        "f:" + local(predicate) + " is not a fact of the vocabulary. Correct the name or define it."
                                + Terms.suggestion(local(predicate), facts));
            }
        });
        reading.about("");
    }

    private void twice() {
        for (Map.Entry<Triple, Sources.Place> entry :
                folder.sources().repeated().entrySet()) {
            Triple triple = entry.getKey();
            if (triple.getPredicate().equals(RDF.type.asNode())
                    && triple.getSubject().isURI()
                    && triple.getObject().isURI()
                    && (triple.getObject().getURI().startsWith(PL.NS)
                            || triple.getObject().getURI().startsWith(CCCEV.NS))) {
                Sources.Place first = folder.sources().place(triple);
                reading.findings()
                        .add(
                                new Finding(
                                        true,
                                        entry.getValue(),
                                        owners.getOrDefault(triple.getSubject(), ""),
                                        Reading.name(triple.getSubject()) + " is described twice, first at " + first
                                                + ", and both descriptions would count as one. Give one of them another number or name."));
            }
        }
    }

    /** Checks the edition's own triples against the shapes of {@code standards/vocabulary}. */
    private void shapes() {
        Graph data = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(data, folder.sources().graph());
        Shapes shapes = Vocabulary.shapes();
        ShaclValidator.get().validate(shapes, data).getEntries().forEach(entry -> {
            Node focus = entry.focusNode();
            Node wrong = entry.value();
            Node path = entry.resultPath() == null
                    ? Node.ANY
                    : pathNode(entry.resultPath().toString());
            reading.about(owners.getOrDefault(focus, ""));
            String value = wrong == null ? "" : Reading.name(wrong) + ": ";
            reading.error(focus, wrong == null || wrong.equals(focus) ? path : wrong, value + entry.message());
        });
        reading.about("");
    }

    private static Node pathNode(String path) {
        return path.startsWith("<") ? Reading.iri(path.substring(1, path.length() - 1)) : Node.ANY;
    }

    private void examples(Edition edition) {
        for (int i = 0; i < edition.rulebook().clauses().size(); i++) {
            Clause clause = edition.rulebook().clauses().get(i);
            if (!clause.automatic()) {
                continue;
            }
            for (Outcome outcome : List.of(Outcome.PASSED, Outcome.FAILED)) {
                int index = i;
                boolean may = clause.cases().getFirst().obligation() == org.plumbline.rulebook.Obligation.MAY;
                Outcome wanted = may && outcome == Outcome.FAILED ? Outcome.INAPPLICABLE : outcome;
                boolean there = edition.examples().stream()
                        .flatMap(example -> example.expectations().stream())
                        .anyMatch(one -> one.clause() == index && one.outcome() == wanted);
                if (!there) {
                    reading.about("clause " + clause.number());
                    reading.error(
                            Reading.iri(edition.iri() + "/clause/" + clause.number()),
                            "No example is " + wanted.term()
                                    + ", so that nobody sees whether the rule means what it says. Add one to "
                                    + "examples/" + clause.number() + ".ttl.");
                }
            }
        }
        reading.about("");
    }

    private void needlesslyOpen(Edition edition) {
        if (reading.findings().stream().anyMatch(Finding::error)) {
            return;
        }
        for (Completeness.Hole hole : new Completeness(edition.rulebook(), edition.book()).holes()) {
            String number = hole.clause().number();
            reading.about("clause " + number);
            reading.warning(
                    Reading.iri(edition.rulebook().clauseIri(number)),
                    "With f:" + String.join(", f:", hole.unknown())
                            + " not measured the clause can stay untested although every value "
                            + "gives " + hole.outcome().term()
                            + ". Join the conditions so that it does not depend on what cannot matter.");
        }
        reading.about("");
    }

    private void unused(Edition edition) {
        Set<String> used = new HashSet<>(Vocabulary.factsOfPackedEditions());
        used.addAll(reader.closure(folder.factsOfSiblings()));
        for (Fact fact : edition.rulebook().facts()) {
            used.add(fact.name());
        }
        for (FactDefinition fact : reader.book().facts().values()) {
            if (!used.contains(fact.name())) {
                reading.about("fact f:" + fact.name());
                reading.warning(
                        fact.node(),
                        "No clause reads this fact, so that people would collect it for nothing. Use it or remove it.");
            }
        }
        reading.about("");
    }
}
