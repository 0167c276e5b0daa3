package org.plumbline.cli;

import java.util.List;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Settler;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Wording;

/** Assessments as text for a terminal: a line a site; for a single site also what failed and what is not known. */
final class AssessmentTable {
    private final List<Assessment> assessments;

    AssessmentTable(List<Assessment> assessments) {
        this.assessments = assessments;
    }

    String text() {
        int width = assessments.stream()
                .mapToInt(one -> band(one).length() + 2)
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder("score   low-high        measured  ");
        pad(out, "band", Math.max(width, 15));
        out.append("failed  open  site\n");
        for (Assessment one : assessments) {
            line(one, Math.max(width, 15), out);
        }
        if (assessments.size() == 1) {
            details(assessments.getFirst(), out);
        }
        assessments.stream()
                .filter(Assessment::provisional)
                .findFirst()
                .ifPresent(
                        one -> out.append("\n* provisional: less than ")
                                .append(Micros.scaled(one.rulebook().leastMeasuredShare(), 1))
                                .append(
                                        " % of the points are decided by measured facts, or a veto clause is open. The band can still change.\n"));
        return out.toString();
    }

    private static String band(Assessment one) {
        Band band = one.band();
        return (band == null ? "-" : band.label().en()) + (one.provisional() ? " *" : "");
    }

    private static void line(Assessment one, int width, StringBuilder out) {
        pad(out, one.score().exists() ? one.score().text() : "-", 8);
        pad(out, one.scoreLow().text() + "-" + one.scoreHigh().text(), 16);
        pad(out, Micros.scaled(one.measuredShare(), 2) + " %", 10);
        pad(out, band(one), width);
        pad(out, Long.toString(count(one, Outcome.FAILED)), 8);
        pad(out, Long.toString(count(one, Outcome.UNTESTED) + count(one, Outcome.CANT_TELL)), 6);
        out.append(one.record().site()).append('\n');
    }

    private static long count(Assessment one, Outcome outcome) {
        return one.results().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }

    private static void pad(StringBuilder out, String text, int width) {
        out.append(text).append(" ".repeat(Math.max(1, width - text.length())));
    }

    private static void details(Assessment one, StringBuilder out) {
        Wording wording = new Wording(one);
        for (ClauseResult result : one.results()) {
            if (result.outcome() == Outcome.FAILED || result.outcome().open()) {
                var clause = one.rulebook().clauses().get(result.clause());
                Text sentence = wording.sentence(result.clause());
                out.append('\n')
                        .append(clause.number())
                        .append(' ')
                        .append(result.outcome().term());
                out.append(clause.veto() ? " (veto)" : "")
                        .append("\n  ")
                        .append(sentence.zh())
                        .append("\n  ")
                        .append(sentence.en());
            }
        }
        List<String> settles = Settler.settle(one);
        if (!settles.isEmpty()) {
            out.append("\n\nMeasuring this would settle the band: ").append(String.join(", ", settles));
        }
        out.append('\n');
    }
}
