package org.plumbline.standard;

import static org.plumbline.standard.Reading.local;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Observation;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/** Reads the facts of a site from a graph, arranged for one rulebook. */
final class SiteGraphReader {
    private static final List<String> RANKS = List.of("Inspector", "Register", "System", "Manager");

    private final Reading reading;
    private final Rulebook rulebook;
    private final FactBook book;
    private final ValueReader literals;
    private final Map<String, Fact> facts = new HashMap<>();
    private int later;

    /** A reader of facts; with a {@code book}, facts that it knows and the rulebook does not are passed over. */
    SiteGraphReader(Reading reading, Rulebook rulebook, FactBook book) {
        this.reading = reading;
        this.rulebook = rulebook;
        this.book = book;
        literals = new ValueReader(reading);
        rulebook.facts().forEach(fact -> facts.put(fact.name(), fact));
    }

    /** The record of {@code site}; bare facts count as observed on {@code onDay}. */
    SiteRecord read(Node site, int siteClass, int onDay) {
        SiteRecord record = rulebook.emptyRecord(site.toString(), siteClass);
        bare(site, Fact.SITE, record.facts(), onDay);
        observations(site, record.facts(), onDay);
        reading.all(site, PL.term("judgement")).forEach(judgement -> judgement(judgement, record));
        return record;
    }

    /** How many dated observations lie after the day for which the sites were read, and were left out. */
    int later() {
        return later;
    }

    private void judgement(Node judgement, SiteRecord record) {
        Node clause = reading.one(judgement, PL.term("clause"));
        Node outcome = reading.one(judgement, PL.term("outcome"));
        if (clause == null || !clause.isURI()) {
            reading.error(
                    judgement,
                    "The judgement names no clause, so that it would count nowhere. Add pl:clause and the clause's IRI.");
            return;
        }
        String number = local(clause);
        int index = rulebook.clauseIndex(number);
        boolean mine = clause.getURI().startsWith(rulebook.edition() + "/");
        if (!mine) {
            // A file may serve several editions, so this is no error; but a judgement that counts nowhere is told.
            String meant = index < 0 ? "" : " Did you mean <" + rulebook.clauseIri(number) + ">?";
            reading.warning(
                    judgement,
                    clause,
                    Reading.name(clause) + " is no clause of <" + rulebook.edition()
                            + ">, so that its judgement is left out. Correct it if it was meant to count." + meant);
        } else if (index < 0) {
            Set<String> judged = new TreeSet<>(rulebook.clauses().stream()
                    .filter(Clause::judged)
                    .map(Clause::number)
                    .toList());
            reading.error(
                    judgement,
                    clause,
                    "This edition has no clause " + number
                            + ", so that its judgement would count nowhere. People judge " + String.join(" ", judged)
                            + "." + Terms.suggestion(number, judged));
        } else if (!rulebook.clauses().get(index).judged()) {
            reading.warning(
                    judgement,
                    clause,
                    "Clause " + number
                            + " is decided from facts and not by people, so that its judgement counts nothing. "
                            + "State the facts that it needs.");
        } else if (outcome == null || !Set.of("passed", "failed").contains(local(outcome))) {
            reading.error(
                    judgement,
                    PL.term("outcome"),
                    "The judgement of clause " + number + " says neither that it is met nor that it is not. Write "
                            + "pl:outcome earl:passed or earl:failed.");
        } else {
            record.judgements()[index] = Outcome.ofTerm(local(outcome));
        }
    }

    private void bare(Node node, int kind, Subject subject, int day) {
        Map<Fact, List<Node>> values = new LinkedHashMap<>();
        for (Triple triple : reading.triples(node, Node.ANY)) {
            if (triple.getPredicate().getURI().startsWith(F.NS)) {
                Fact fact = fact(node, triple.getPredicate(), kind);
                if (fact != null) {
                    values.computeIfAbsent(fact, key -> new ArrayList<>()).add(triple.getObject());
                }
            }
        }
        values.forEach((fact, nodes) -> put(node, fact, nodes, subject, day));
        for (Node none : reading.all(node, PL.term("observedNone"))) {
            Fact fact = fact(node, none, kind);
            FactDefinition definition = fact == null ? null : book.facts().get(fact.name());
            if (fact != null && definition != null && definition.mayBeNone()) {
                subject.mark(fact.slot(), Subject.NONE, day);
            } else if (fact != null) {
                reading.error(
                        node,
                        none,
                        "f:" + fact.name()
                                + " cannot be none: a threshold would pass on it. State its value, such as 0 or false, or "
                                + "leave it out if nobody looked.");
            }
        }
    }

    private void put(Node node, Fact fact, List<Node> nodes, Subject subject, int day) {
        if (fact.type() == Datatype.RECORDS) {
            subject.put(fact.slot(), records(fact, nodes, day), day);
            return;
        }
        if (fact.type() != Datatype.CODES && nodes.size() > 1) {
            reading.error(
                    node,
                    Reading.iri(F.NS + fact.name()),
                    "f:" + fact.name() + " has one value, and here stand several. Keep one, or "
                            + "state each as a pl:observation with its source.");
        }
        long bits = 0;
        for (Node value : nodes) {
            Long number = literals.value(node, fact, value);
            if (number == null) {
                return;
            }
            if (fact.type().number() && (number < fact.least() || number > fact.most())) {
                reading.error(
                        node,
                        Reading.iri(F.NS + fact.name()),
                        "f:" + fact.name() + " " + Micros.format(number) + " is outside its hard limit, "
                                + Micros.format(fact.least()) + " to " + Micros.format(fact.most())
                                + ". Correct the value, or pl:limit of the fact.");
                return;
            }
            bits = fact.type() == Datatype.CODES ? bits | 1L << number : number;
        }
        if (fact.type() == Datatype.TEXT) {
            subject.put(fact.slot(), nodes.getFirst().getLiteralLexicalForm(), day);
        } else {
            subject.put(fact.slot(), bits, day);
        }
    }

    private Subject[] records(Fact fact, List<Node> nodes, int day) {
        // By key and not as they stand in the file, so that no order of the statements shows in the outcome.
        List<Node> sorted =
                nodes.stream().sorted(Comparator.comparing(Reading::local)).toList();
        Subject[] records = new Subject[sorted.size()];
        for (int i = 0; i < records.length; i++) {
            int slots = rulebook.kinds().get(fact.recordKind()).slots();
            records[i] = new Subject(local(sorted.get(i)), slots);
            bare(sorted.get(i), fact.recordKind(), records[i], day);
        }
        return records;
    }

    private @Nullable Fact fact(Node at, Node predicate, int kind) {
        Fact fact = facts.get(local(predicate));
        if (fact == null) {
            if (!book.facts().containsKey(local(predicate))) {
                reading.error(
                        at,
                        predicate,
                        Reading.name(predicate) + " is not a fact that any clause reads. Correct the name."
                                + Terms.suggestion(local(predicate), stated()));
            }
            return null;
        }
        if (fact.role() == Fact.Role.DERIVED || fact.kind() != kind) {
            reading.error(
                    at,
                    predicate,
                    fact.role() == Fact.Role.DERIVED
                            ? "f:" + fact.name()
                                    + " is derived and cannot be stated. State the facts that it is computed from."
                            : "f:" + fact.name()
                                    + " does not belong to this subject. Put it on the site or on its record.");
            return null;
        }
        return fact;
    }

    /** The day of an observation, {@code otherwise} where it says none; null after a finding. */
    private @Nullable Integer day(Node observation, int otherwise) {
        String on = reading.lexical(observation, PL.term("observedOn"));
        try {
            return on == null ? otherwise : Dates.day(on);
        } catch (DateTimeParseException e) {
            reading.error(
                    observation,
                    PL.term("observedOn"),
                    "\"" + on
                            + "\" is no date, so that nobody can tell how old the observation is. Write \"2026-09-01\"^^xsd:date.");
            return null;
        }
    }

    /** Names of the facts that can be stated. */
    private Set<String> stated() {
        return book.facts().values().stream()
                .filter(fact -> !fact.derived())
                .map(FactDefinition::name)
                .collect(Collectors.toSet());
    }

    /** Dated observations with their sources; the one that counts is put, a dispute is marked. */
    private void observations(Node site, Subject subject, int onDay) {
        Map<Fact, List<Observation<String>>> byFact = new LinkedHashMap<>();
        Map<String, List<Node>> values = new HashMap<>();
        for (Node node : reading.all(site, PL.term("observation"))) {
            Node named = reading.one(node, PL.term("fact"));
            if (named == null) {
                reading.error(node, "The observation names no fact, so that it says nothing. Add pl:fact.");
                continue;
            }
            Fact fact = fact(node, named, Fact.SITE);
            Integer day = day(node, onDay);
            if (fact == null || day == null || fact.type() == Datatype.RECORDS) {
                continue;
            }
            later += day > onDay ? 1 : 0;
            Node source = reading.one(node, PL.term("source"));
            int rank = source == null ? 0 : RANKS.indexOf(local(source));
            if (rank < 0) {
                reading.error(
                        node,
                        PL.term("source"),
                        Reading.name(source == null ? node : source)
                                + " is not a source that has a rank. Use pl:Inspector, pl:Register, pl:System or pl:Manager.");
                continue;
            }
            List<Node> stated = reading.all(node, PL.term("value"));
            String text = stated.isEmpty()
                    ? null
                    : new TreeSet<>(stated.stream().map(Node::toString).toList()).toString();
            values.put(String.valueOf(text), stated);
            byFact.computeIfAbsent(fact, key -> new ArrayList<>()).add(new Observation<>(text, day, rank));
        }
        byFact.forEach((fact, all) -> {
            Observation.Current<String> current = Observation.current(all, fact.validFor(), onDay);
            if (current == null) {
                return;
            }
            int day = current.observation().day();
            String chosen = current.observation().value();
            if (current.disputed()) {
                subject.mark(fact.slot(), Subject.DISPUTED, day);
            } else if (chosen == null) {
                subject.mark(fact.slot(), Subject.NONE, day);
            } else {
                put(site, fact, values.getOrDefault(chosen, List.of()), subject, day);
            }
        });
    }
}
