package org.plumbline.rulebook.json;

import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.Subject;

/**
 * Reads the current record of a site. Facts that the rulebook does not know are passed over, since a record serves every
 * standard. The shape, all values canonical:
 *
 * <pre>{"site":"IRI","siteClass":"RS",
 *  "facts":{"floorArea":{"value":"480.5","on":"2026-09-01","source":"inspector","submission":"IRI"},
 *           "lastDrill":{"none":true,…},"roomTypes":{"value":["council"],…},
 *           "room":{"records":{"201":{"roomKind":{"value":"reception"}}},"on":…},
 *           "exits":{"disputed":[{"value":"1",…},{"value":"2",…}]}},
 *  "judgements":{"clause IRI":{"outcome":"passed","reason":"…","on":…,"source":…}}}</pre>
 *
 * Numbers, dates and texts are strings, booleans JSON booleans, codes their local names.
 */
public final class RecordReader {
    private final Rulebook rulebook;
    private final Map<String, Fact> facts = new HashMap<>();

    /** A reader for records that are held against {@code rulebook}. */
    public RecordReader(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.facts().forEach(fact -> facts.put(fact.name(), fact));
    }

    /**
     * The record stated by {@code json}.
     *
     * @throws Json.Malformed when it is no record, names a class that the rulebook lacks, or a value is not of its fact
     */
    public SiteRecord read(String json) {
        return read(Json.readObject(json));
    }

    /** The record stated by a JSON object. */
    public SiteRecord read(Map<String, ?> object) {
        Fields root = new Fields(object);
        int siteClass = rulebook.classIndex(root.string("siteClass"));
        if (siteClass < 0) {
            throw new Json.Malformed("The standard has no site class " + root.string("siteClass") + ".");
        }
        SiteRecord record = rulebook.emptyRecord(root.string("site"), siteClass);
        if (root.get("facts") instanceof Map<?, ?> stated) {
            facts(stated, record.facts(), Fact.SITE, Subject.NO_DAY);
        }
        if (root.get("judgements") instanceof Map<?, ?> judgements) {
            judgements.forEach((clause, judgement) -> judge(String.valueOf(clause), new Fields(judgement), record));
        }
        return record;
    }

    private void judge(String clause, Fields judgement, SiteRecord record) {
        String prefix = rulebook.clauseIri("");
        int index = clause.startsWith(prefix) ? rulebook.clauseIndex(clause.substring(prefix.length())) : -1;
        if (index >= 0) {
            String outcome = judgement.string("outcome");
            try {
                record.judgements()[index] = Outcome.ofTerm(outcome);
            } catch (IllegalArgumentException e) {
                throw new Json.Malformed("The judgement of " + clause + " has no outcome \"" + outcome + "\".");
            }
        }
    }

    private void facts(Map<?, ?> stated, Subject subject, int kind, int outerDay) {
        stated.forEach((name, value) -> {
            Fact fact = facts.get(String.valueOf(name));
            if (fact != null && fact.kind() == kind && fact.role() != Fact.Role.DERIVED) {
                fact(fact, new Fields(value), subject, outerDay);
            }
        });
    }

    private void fact(Fact fact, Fields stated, Subject subject, int outerDay) {
        int day = stated.has("on") ? day(stated.string("on"), fact) : outerDay;
        if (stated.has("disputed")) {
            subject.mark(fact.slot(), Subject.DISPUTED, day);
        } else if (stated.flag("none")) {
            subject.mark(fact.slot(), Subject.NONE, day);
        } else if (fact.type() == Datatype.RECORDS) {
            subject.put(fact.slot(), records(fact, stated, day), day);
        } else if (fact.type() == Datatype.TEXT) {
            subject.put(fact.slot(), stated.string("value"), day);
        } else {
            subject.put(fact.slot(), value(fact, stated.get("value")), day);
        }
    }

    private Subject[] records(Fact fact, Fields stated, int day) {
        if (!(stated.get("records") instanceof Map<?, ?> records)) {
            throw new Json.Malformed("The fact " + fact.name() + " should have \"records\".");
        }
        int slots = rulebook.kinds().get(fact.recordKind()).slots();
        return records.entrySet().stream()
                .map(entry -> {
                    Subject record = new Subject(String.valueOf(entry.getKey()), slots);
                    if (entry.getValue() instanceof Map<?, ?> members) {
                        facts(members, record, fact.recordKind(), day);
                    }
                    return record;
                })
                .toArray(Subject[]::new);
    }

    private static long value(Fact fact, @Nullable Object value) {
        CodeList codes = fact.codes();
        if (codes != null) {
            if (fact.type() == Datatype.CODE) {
                return code(fact, codes, value);
            }
            long bits = 0;
            for (Object code : value instanceof List<?> list ? list : List.of()) {
                bits |= 1L << code(fact, codes, code);
            }
            return bits;
        }
        if (fact.type() == Datatype.BOOLEAN && value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (!(value instanceof String text)) {
            throw new Json.Malformed("The fact " + fact.name() + " cannot have the value " + Json.write(value) + ".");
        }
        try {
            return fact.type() == Datatype.DATE ? Dates.day(text) : Micros.parse(text);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new Json.Malformed("The fact " + fact.name() + " cannot have the value \"" + text + "\".");
        }
    }

    private static int code(Fact fact, CodeList codes, @Nullable Object code) {
        int index = codes.indexOf(String.valueOf(code));
        if (index < 0) {
            throw new Json.Malformed("The fact " + fact.name() + " has no code " + Json.write(code) + ".");
        }
        return index;
    }

    private static int day(String text, Fact fact) {
        try {
            return Dates.day(text);
        } catch (DateTimeParseException e) {
            throw new Json.Malformed("The fact " + fact.name() + " has no date \"" + text + "\".");
        }
    }
}
