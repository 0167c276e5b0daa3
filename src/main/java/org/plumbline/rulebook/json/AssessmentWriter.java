package org.plumbline.rulebook.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Comparison;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Gap;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Reason;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.Settler;
import org.plumbline.rulebook.Unknowns.Need;
import org.plumbline.rulebook.Wording;

/** An assessment as canonical JSON: the same input gives the same bytes in every place that computes it. */
public final class AssessmentWriter {
    private final Assessment assessment;
    private final Rulebook rulebook;
    private final Wording wording;

    private AssessmentWriter(Assessment assessment) {
        this.assessment = assessment;
        rulebook = assessment.rulebook();
        wording = new Wording(assessment);
    }

    /**
     * The canonical JSON of an assessment.
     *
     * @param rulebookHash {@code sha256:…} of the rulebook's canonical JSON
     * @param provenance the facts of the record by name with source and date, as the record states them; empty when bare
     */
    public static String write(Assessment assessment, String rulebookHash, Map<String, ?> provenance) {
        return Json.write(object(assessment, rulebookHash, provenance));
    }

    /** The same as an object, for writers that add to it. */
    public static Map<String, Object> object(Assessment assessment, String rulebookHash, Map<String, ?> provenance) {
        return new AssessmentWriter(assessment).root(rulebookHash, provenance);
    }

    /** The facts of a record's JSON by name, as {@link #write} wants them. */
    public static Map<String, ?> stated(Map<String, ?> record) {
        Map<String, Object> facts = new TreeMap<>();
        if (record.get("facts") instanceof Map<?, ?> stated) {
            stated.forEach((name, value) -> facts.put(String.valueOf(name), value));
        }
        return facts;
    }

    private Map<String, Object> root(String rulebookHash, Map<String, ?> provenance) {
        Map<String, Object> out = Json.object();
        out.put("site", assessment.record().site());
        out.put(
                "siteClass",
                rulebook.classes().get(assessment.record().siteClass()).name());
        out.put("standard", rulebook.edition());
        out.put("rulebook", rulebookHash);
        out.put("onDate", Dates.iso(assessment.onDay()));
        if (assessment.score().exists()) {
            out.put("score", Json.Number.ofDecimal(assessment.score().text()));
            out.put("scoreLow", Json.Number.ofDecimal(assessment.scoreLow().text()));
            out.put("scoreHigh", Json.Number.ofDecimal(assessment.scoreHigh().text()));
        }
        out.put("measuredShare", Json.Number.ofDecimal(Micros.scaled(assessment.measuredShare(), 4)));
        out.put("provisional", assessment.provisional());
        band(out, "band", assessment.band());
        band(out, "bandLow", assessment.bandLow());
        band(out, "bandHigh", assessment.bandHigh());
        out.put("settles", Settler.settle(assessment));
        out.put("vetoes", assessment.vetoes().stream().map(this::number).toList());
        List<Object> clauses = new ArrayList<>();
        for (int i = 0; i < rulebook.clauses().size(); i++) {
            clauses.add(clause(i));
        }
        out.put("clauses", clauses);
        out.put("chapters", chapters());
        TreeSet<String> used = new TreeSet<>();
        for (int i = 0; i < rulebook.clauses().size(); i++) {
            // Also those that decide that a clause does not apply: without them it would come out otherwise when
            // repeated.
            if (assessment.results().get(i).reason() != Reason.OTHER_CLASS) {
                assessment.factsUsed(i).forEach(fact -> used.add(fact.name()));
            }
        }
        Map<String, Object> facts = Json.object();
        provenance.forEach((name, value) -> {
            if (used.contains(name) && value != null) {
                facts.put(name, value);
            }
        });
        if (!facts.isEmpty()) {
            out.put("facts", facts);
        }
        return out;
    }

    private static void band(Map<String, Object> out, String name, @Nullable Band band) {
        if (band != null) {
            out.put(name, band.name());
        }
    }

    private String number(int clause) {
        return rulebook.clauses().get(clause).number();
    }

    private List<Object> chapters() {
        List<Object> chapters = new ArrayList<>();
        for (int i = 0; i < rulebook.chapters().size(); i++) {
            var score = assessment.chapterScore(i);
            Map<String, Object> chapter = Json.object();
            chapter.put("chapter", rulebook.chapters().get(i).number());
            chapter.put("earned", points(score.earned()));
            chapter.put("points", points(score.possible()));
            chapters.add(chapter);
        }
        return chapters;
    }

    private Map<String, Object> clause(int index) {
        ClauseResult result = assessment.results().get(index);
        Map<String, Object> out = Json.object();
        out.put("clause", number(index));
        out.put("outcome", result.outcome().term());
        out.put("reason", result.reason().name());
        if (result.outcome() != Outcome.INAPPLICABLE) {
            out.put("obligation", result.obligation().name());
            out.put("points", points(result.possible()));
            out.put("earned", points(result.earned()));
            out.put(
                    "facts",
                    assessment.factsUsed(index).stream()
                            .map(Fact::name)
                            .sorted()
                            .toList());
        }
        if (result.lastKnown() != null) {
            out.put("lastKnown", result.lastKnown().term());
        }
        if (result.outcome().open()) {
            out.put(
                    "needs",
                    assessment.needs(index).needs().stream()
                            .map(AssessmentWriter::need)
                            .toList());
        }
        if (!result.gaps().isEmpty()) {
            out.put("gaps", result.gaps().stream().map(AssessmentWriter::gap).toList());
        }
        out.put("text", Fields.of(wording.sentence(index)));
        return out;
    }

    private static Object need(Need need) {
        return need.record().isEmpty()
                ? need.fact().name()
                : need.record() + "/" + need.fact().name();
    }

    private static Object points(long thousandths) {
        return Json.Number.ofDecimal(Micros.format(thousandths * 1000));
    }

    private static Map<String, Object> gap(Gap gap) {
        Fact fact = gap.fact();
        Map<String, Object> out = Json.object();
        out.put("fact", fact.name());
        out.put("kind", gap.kind().name());
        if (!gap.record().isEmpty()) {
            out.put("record", gap.record());
        }
        Comparison comparison = gap.comparison();
        if (comparison != null) {
            out.put("comparison", comparison.sign());
        }
        switch (gap.kind()) {
            case RANGE -> {
                put(out, "actual", gap.observed() ? value(fact, gap.actual(), null) : null);
                out.put("required", value(fact, gap.required(), null));
                out.put(
                        "shortfall",
                        fact.type() == Datatype.DATE
                                ? Json.Number.of(gap.shortfall())
                                : value(fact, gap.shortfall(), null));
                put(out, "unit", fact.unit() == null ? null : fact.unit().ucum());
                put(out, "requiredBy", gap.other() == null ? null : gap.other().name());
            }
            case COUNT -> {
                out.put("actual", Json.Number.of(gap.actual()));
                out.put("required", Json.Number.of(gap.required()));
                out.put("shortfall", Json.Number.of(gap.shortfall()));
            }
            case MEMBERS -> out.put("missing", codes(fact, gap.required()));
            case ALLOWED -> {
                put(out, "actual", gap.observed() ? value(fact, gap.actual(), gap.text()) : null);
                out.put("allowed", codes(fact, gap.required()));
            }
            case VALUE -> {
                put(out, "actual", gap.observed() ? value(fact, gap.actual(), null) : null);
                out.put("required", value(fact, gap.required(), gap.text()));
            }
            case FORBIDDEN, PATTERN ->
                put(out, "actual", gap.observed() ? value(fact, gap.actual(), gap.text()) : null);
        }
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    /** A value of a fact as JSON: numbers as numbers, codes by name. */
    static Object value(Fact fact, long value, @Nullable String text) {
        return switch (fact.type()) {
            case INTEGER, DECIMAL -> Json.Number.ofDecimal(Micros.format(value));
            case BOOLEAN -> value == 1;
            case DATE -> Dates.iso(value);
            case CODE -> codes(fact, 1L << value).getFirst();
            case CODES -> codes(fact, value);
            case TEXT -> text == null ? "" : text;
            case RECORDS -> Json.Number.of(value);
        };
    }

    private static List<Object> codes(Fact fact, long bits) {
        List<Object> codes = new ArrayList<>();
        for (int i = 0; fact.codes() != null && i < fact.codes().codes().size(); i++) {
            if ((bits >> i & 1) == 1) {
                codes.add(fact.codes().codes().get(i));
            }
        }
        return codes;
    }
}
