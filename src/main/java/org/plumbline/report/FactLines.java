package org.plumbline.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.AssessmentReport.FactLine;
import org.plumbline.report.Paper.Quantity;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Unit;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactDefinition;

/** The facts of an assessment as lines of a report. */
final class FactLines {
    private final Edition edition;
    private final AssessmentFields facts;

    FactLines(Edition edition, AssessmentFields facts) {
        this.edition = edition;
        this.facts = facts;
    }

    List<FactLine> all() {
        return of(facts.map().keySet().stream().map(String::valueOf).toList());
    }

    List<FactLine> of(List<String> names) {
        List<FactLine> lines = new ArrayList<>();
        for (String name : names) {
            FactDefinition fact = edition.book().facts().get(name);
            if (fact != null && facts.map().containsKey(name)) {
                lines.add(line(fact, facts.object(name)));
            }
        }
        return lines;
    }

    /** What a person judged, in that person's words. */
    static FactLine judgement(AssessmentFields stated) {
        String reason = stated.optional("reason");
        return new FactLine(
                new Words("判定", "Judgement"),
                Words.same(reason == null ? "—" : reason),
                null,
                ReportWords.source(stated.string("source")),
                LocalDate.parse(stated.string("on")));
    }

    /** What a fact or a judged clause is called. */
    Words label(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        FactDefinition fact = edition.book().facts().get(plain);
        int clause = edition.rulebook().clauseIndex(plain);
        if (fact != null) {
            return SiteReport.words(fact.label());
        }
        return clause < 0 ? Words.same(plain) : new Words("第 " + plain + " 条的判定", "judgement of clause " + plain);
    }

    private static FactLine line(FactDefinition fact, AssessmentFields stated) {
        List<AssessmentFields> disputed = stated.objects("disputed");
        AssessmentFields shown = disputed.isEmpty() ? stated : disputed.getFirst();
        Words value = disputed.isEmpty()
                ? value(fact, stated)
                : new Words(
                        String.join(
                                        " ／ ",
                                        disputed.stream()
                                                .map(one -> value(fact, one).zh())
                                                .toList()) + "（来源不一致）",
                        String.join(
                                        " / ",
                                        disputed.stream()
                                                .map(one -> value(fact, one).english())
                                                .toList()) + " (sources disagree)");
        String day = shown.optional("on");
        return new FactLine(
                SiteReport.words(fact.label()),
                value,
                disputed.isEmpty() ? quantity(fact, stated) : null,
                ReportWords.source(shown.string("source")),
                day == null ? LocalDate.EPOCH : LocalDate.parse(day));
    }

    private static @Nullable Quantity quantity(FactDefinition fact, AssessmentFields stated) {
        BigDecimal number =
                fact.type() == Datatype.INTEGER || fact.type() == Datatype.DECIMAL ? stated.decimal("value") : null;
        return number == null ? null : new Quantity(number, unit(fact.unit()));
    }

    private static Words value(FactDefinition fact, AssessmentFields stated) {
        Object value = stated.map().get("value");
        if (stated.flag("none")) {
            return new Words("查明没有", "none found");
        }
        if (stated.map().get("records") instanceof Map<?, ?> records) {
            return new Words(records.size() + " 处", records.size() + " in number");
        }
        return switch (value) {
            case Boolean flag -> flag ? new Words("是", "yes") : new Words("否", "no");
            case List<?> codes ->
                new Words(
                        String.join(
                                "、",
                                codes.stream()
                                        .map(code -> code(fact, code).zh())
                                        .toList()),
                        String.join(
                                ", ",
                                codes.stream()
                                        .map(code -> code(fact, code).en())
                                        .toList()));
            case null -> Words.same("—");
            default ->
                fact.codes() != null
                        ? SiteReport.words(code(fact, value))
                        : withUnit(fact.unit(), String.valueOf(value));
        };
    }

    private static Words withUnit(@Nullable Unit unit, String number) {
        Words symbol = unit(unit);
        return symbol.zh().isEmpty()
                ? Words.same(number)
                : new Words(number + " " + symbol.zh(), number + " " + symbol.english());
    }

    /** The symbol of a unit; empty where numbers stand alone. */
    private static Words unit(@Nullable Unit unit) {
        return unit == null || unit.ucum().equals("1") ? Words.same("") : SiteReport.words(unit.symbol());
    }

    private static Text code(FactDefinition fact, Object code) {
        CodeList list = fact.codes();
        int index = list == null ? -1 : list.indexOf(String.valueOf(code));
        return list == null || index < 0
                ? new Text(String.valueOf(code), String.valueOf(code))
                : list.labels().get(index);
    }
}
