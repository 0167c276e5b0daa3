package org.plumbline.fact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Source;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Observation;
import org.plumbline.rulebook.Validity;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.FactDefinition;

/**
 * What counts of all that was observed of one site, on one day: the record that the evaluator reads, as canonical JSON
 * (RFC 8785). Rank first, then date, after dropping what has expired; equals that differ are a dispute. A fact that nobody
 * observed does not occur.
 */
public final class CurrentRecord {
    private final FactBook book;
    private final LocalDate on;
    private final ObjectNode facts = CanonicalJson.object();
    private final ObjectNode judgements = CanonicalJson.object();
    private final ObjectNode disputedJudgements = CanonicalJson.object();

    private CurrentRecord(FactBook book, LocalDate on) {
        this.book = book;
        this.on = on;
    }

    /** What was observed of a place that a site stands in, and what kind of place (local name) it is. */
    record Held(String place, String kind, List<Observed> observed) {}

    /**
     * The record of a site.
     *
     * @param own what was observed of the site
     * @param around what was observed of each place that it stands in
     */
    static ObjectNode of(
            String site, String siteClass, List<Observed> own, List<Held> around, FactBook book, LocalDate on) {
        CurrentRecord record = new CurrentRecord(book, on);
        record.own(own);
        record.around(around);
        ObjectNode json = CanonicalJson.object();
        json.put("site", site).put("siteClass", siteClass);
        json.set("facts", record.facts);
        json.set("judgements", record.judgements);
        if (!record.disputedJudgements.isEmpty()) {
            json.set("disputedJudgements", record.disputedJudgements);
        }
        return json;
    }

    /**
     * The record of a site from what files state, without a database: what {@code plumbline assess} holds against an edition.
     *
     * @param site the site's IRI
     * @param stated everything stated about that site
     */
    public static String of(String site, String siteClass, List<SiteFacts> stated, FactBook book, LocalDate on) {
        List<Observed> own = new ArrayList<>();
        for (SiteFacts facts : stated) {
            Source source = source(facts.source());
            RecordJson.of(facts)
                    .properties()
                    .forEach(entry -> own.add(new Observed(
                            entry.getKey(), facts.observedOn(), source.rank(), source.name(), null, 0, 0, (ObjectNode)
                                    entry.getValue())));
        }
        return CanonicalJson.write(of(site, siteClass, own, List.of(), book, on));
    }

    static Source source(String name) {
        return Source.named(name).orElseThrow(() -> new IllegalArgumentException("There is no source " + name));
    }

    private void own(List<Observed> own) {
        Map<String, List<Observed>> byFact = new TreeMap<>();
        own.stream()
                .sorted(Comparator.comparingLong(Observed::position))
                .forEach(one -> byFact.computeIfAbsent(one.fact(), fact -> new ArrayList<>())
                        .add(one));
        byFact.forEach((name, all) -> {
            if (name.startsWith(RecordJson.JUDGEMENT)) {
                judgement(name.substring(RecordJson.JUDGEMENT.length()), all);
                return;
            }
            FactDefinition fact = book.facts().get(name);
            if (fact != null) {
                ObjectNode entry = fact.key() == null ? single(fact, all) : series(fact, all);
                if (entry != null) {
                    facts.set(name, entry);
                }
            }
        });
    }

    /** What was chosen: one observation, or several equally good ones that differ. */
    private record Chosen(List<Observed> equals) {
        boolean disputed() {
            return equals.size() > 1;
        }

        Observed first() {
            return equals.getFirst();
        }
    }

    private @Nullable Chosen choose(List<Observed> all, Validity validFor) {
        List<Observation<ObjectNode>> plain = all.stream()
                .map(one ->
                        new Observation<>(RecordJson.none(one.value()) ? null : one.value(), day(one.on()), one.rank()))
                .toList();
        Observation.Current<ObjectNode> current = Observation.current(plain, validFor, day(on));
        if (current == null) {
            return null;
        }
        if (all.size() == 1) {
            // The usual case: nothing to tell apart, and a value is not hashed to its last member.
            return new Chosen(all);
        }
        List<Observed> equals = new ArrayList<>();
        Set<@Nullable ObjectNode> values = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Observation<ObjectNode> one = plain.get(i);
            boolean best = one.day() == current.observation().day()
                    && one.rank() == current.observation().rank();
            if (best && values.add(one.value())) {
                equals.add(all.get(i));
            }
        }
        return new Chosen(equals);
    }

    private @Nullable ObjectNode single(FactDefinition fact, List<Observed> all) {
        Chosen chosen = choose(all, fact.validFor());
        if (chosen == null) {
            return null;
        }
        return chosen.disputed() ? dispute(fact, chosen) : entry(fact, chosen.first());
    }

    private ObjectNode entry(FactDefinition fact, Observed observed) {
        ObjectNode entry = observed.entry(fact.type() == Datatype.CODES);
        if (entry.get("records") instanceof ObjectNode records) {
            entry.set("records", shapedMembers(records));
        }
        return entry;
    }

    /** Members of nested records with one code as text, with many as array. */
    private ObjectNode shapedMembers(ObjectNode records) {
        ObjectNode shaped = CanonicalJson.object();
        records.properties().forEach(record -> {
            ObjectNode members = shaped.putObject(record.getKey());
            record.getValue().properties().forEach(member -> {
                FactDefinition fact = book.facts().get(member.getKey());
                boolean many = fact != null && fact.type() == Datatype.CODES;
                members.set(member.getKey(), RecordJson.shaped((ObjectNode) member.getValue(), many));
            });
        });
        return shaped;
    }

    private ObjectNode dispute(FactDefinition fact, Chosen chosen) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode disputed = json.putArray("disputed");
        chosen.equals().forEach(one -> disputed.add(entry(fact, one)));
        return json.put("on", chosen.first().on().toString());
    }

    /**
     * A series, chosen key by key. A key in dispute is left out, for absent keys are unmeasured; it is shown beside as
     * {@code disputedKeys}. "There is none" drops the keys that are not better than it.
     */
    private @Nullable ObjectNode series(FactDefinition fact, List<Observed> all) {
        Map<String, List<Observed>> byKey = new TreeMap<>();
        List<Observed> nones = new ArrayList<>();
        for (Observed one : all) {
            if (one.value().get("records") instanceof ObjectNode records) {
                records.properties()
                        .forEach(record -> byKey.computeIfAbsent(record.getKey(), key -> new ArrayList<>())
                                .add(new Observed(
                                        one.fact(),
                                        one.on(),
                                        one.rank(),
                                        one.source(),
                                        one.submission(),
                                        one.position(),
                                        one.correctedAt(),
                                        (ObjectNode) record.getValue())));
            } else if (RecordJson.none(one.value())) {
                nones.add(one);
            }
        }
        Chosen none = choose(nones, fact.validFor());
        Observed latest = null;
        ObjectNode records = CanonicalJson.object();
        ObjectNode disputedKeys = CanonicalJson.object();
        for (Map.Entry<String, List<Observed>> entry : byKey.entrySet()) {
            Chosen chosen = choose(entry.getValue(), fact.validFor());
            if (chosen == null || none != null && better(none.first(), chosen.first())) {
                continue;
            }
            if (chosen.disputed()) {
                ArrayNode disputed = disputedKeys.putArray(entry.getKey());
                chosen.equals()
                        .forEach(one -> disputed.add(CanonicalJson.object()
                                .put("on", one.on().toString())
                                .put("source", one.source())
                                .put("submission", one.submission())));
                continue;
            }
            records.set(entry.getKey(), chosen.first().value());
            latest = latest == null || chosen.first().on().isAfter(latest.on()) ? chosen.first() : latest;
        }
        if (latest == null && disputedKeys.isEmpty()) {
            return none == null ? null : entry(fact, none.first());
        }
        ObjectNode json = latest == null ? CanonicalJson.object() : latest.entry(false);
        // What the entry of a single key brought with it are that key's members.
        json.retain("on", "source", "submission");
        json.set("records", shapedMembers(records));
        if (!disputedKeys.isEmpty()) {
            json.set("disputedKeys", disputedKeys);
        }
        return latest == null ? null : json;
    }

    private static boolean better(Observed one, Observed other) {
        return one.rank() != other.rank() ? one.rank() < other.rank() : one.on().isAfter(other.on());
    }

    private void judgement(String clause, List<Observed> all) {
        Chosen chosen = choose(all, Validity.FOREVER);
        if (chosen == null) {
            return;
        }
        boolean agreed = chosen.equals().stream()
                .allMatch(one ->
                        one.value().get("outcome").equals(chosen.first().value().get("outcome")));
        if (agreed) {
            judgements.set(clause, chosen.first().entry(false));
        } else {
            ArrayNode disputed = disputedJudgements.putArray(clause);
            chosen.equals().forEach(one -> disputed.add(one.entry(false)));
        }
    }

    private void around(List<Held> around) {
        for (FactDefinition fact : book.facts().values()) {
            String kind = fact.heldBy();
            if (kind == null || facts.has(fact.name())) {
                continue;
            }
            List<ObjectNode> entries = new ArrayList<>();
            boolean complete = true;
            for (Held place : around) {
                if (!place.kind().equals(kind)) {
                    continue;
                }
                List<Observed> about = place.observed().stream()
                        .filter(one -> one.fact().equals(fact.name()))
                        .sorted(Comparator.comparingLong(Observed::position))
                        .toList();
                ObjectNode entry = single(fact, about);
                if (entry == null) {
                    complete = false;
                } else {
                    entries.add(entry.put("place", place.place()));
                }
            }
            if (complete && !entries.isEmpty()) {
                facts.set(fact.name(), Across.of(fact, entries));
            }
        }
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
