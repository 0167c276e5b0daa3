package org.plumbline.rulebook.json;

import java.util.ArrayList;
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
 * A record as canonical JSON in the shape that {@link RecordReader} documents and reads back. A record does not keep the
 * values that were in dispute, so those lists are empty; nor sources, so they are left out.
 */
public final class RecordWriter {
    private final Rulebook rulebook;

    private RecordWriter(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The canonical JSON of {@code record}, which is arranged for {@code rulebook}. */
    public static String write(SiteRecord record, Rulebook rulebook) {
        Map<String, Object> out = Json.object();
        out.put("site", record.site());
        out.put("siteClass", rulebook.classes().get(record.siteClass()).name());
        out.put("facts", new RecordWriter(rulebook).facts(record.facts(), Fact.SITE));
        Map<String, Object> judgements = Json.object();
        for (int i = 0; i < record.judgements().length; i++) {
            Outcome outcome = record.judgements()[i];
            if (outcome != null) {
                Map<String, Object> judgement = Json.object();
                judgement.put("outcome", outcome.term());
                judgements.put(rulebook.clauseIri(rulebook.clauses().get(i).number()), judgement);
            }
        }
        if (!judgements.isEmpty()) {
            out.put("judgements", judgements);
        }
        return Json.write(out);
    }

    private Map<String, Object> facts(Subject subject, int kind) {
        Map<String, Object> out = Json.object();
        for (Fact fact : rulebook.facts()) {
            if (fact.kind() == kind && subject.state(fact.slot()) != Subject.UNMEASURED) {
                out.put(fact.name(), fact(fact, subject));
            }
        }
        return out;
    }

    private Map<String, Object> fact(Fact fact, Subject subject) {
        int slot = fact.slot();
        Map<String, Object> out = Json.object();
        if (subject.observed(slot) != Subject.NO_DAY) {
            out.put("on", Dates.iso(subject.observed(slot)));
        }
        switch (subject.state(slot)) {
            case Subject.NONE -> out.put("none", true);
            case Subject.DISPUTED -> out.put("disputed", List.of());
            default -> {
                if (fact.type() == Datatype.RECORDS) {
                    Map<String, Object> records = Json.object();
                    for (Subject record : subject.records(slot)) {
                        records.put(record.id(), facts(record, fact.recordKind()));
                    }
                    out.put("records", records);
                } else {
                    out.put("value", value(fact, subject.value(slot), subject.text(slot)));
                }
            }
        }
        return out;
    }

    private static Object value(Fact fact, long value, @Nullable String text) {
        CodeList codes = fact.codes();
        if (codes != null && fact.type() == Datatype.CODE) {
            return codes.codes().get((int) value);
        }
        if (codes != null) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < codes.codes().size(); i++) {
                if ((value >> i & 1) == 1) {
                    list.add(codes.codes().get(i));
                }
            }
            return list;
        }
        return switch (fact.type()) {
            case BOOLEAN -> value == 1;
            case DATE -> Dates.iso(value);
            case TEXT -> text == null ? "" : text;
            default -> Micros.format(value);
        };
    }
}
