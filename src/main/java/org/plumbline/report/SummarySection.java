package org.plumbline.report;

import static org.plumbline.report.AssessmentSections.orDash;
import static org.plumbline.report.AssessmentSections.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.report.AssessmentReport.Failure;
import org.plumbline.report.AssessmentReport.Outcome;
import org.plumbline.report.StripBar.Fill;
import org.plumbline.report.StripBar.Part;
import org.plumbline.web.Format;

/** The result at a glance (摘要): four figures, the bar of outcomes, and one line for each thing that bears on the band. */
final class SummarySection {

    /** A standard has about nine vetoes; failing more than these says no more. */
    private static final int MOST_VETOES = 9;

    private final AssessmentReport report;
    private final Labels labels;

    SummarySection(AssessmentReport report, Labels labels) {
        this.report = report;
        this.labels = labels;
    }

    Section section() {
        var once = new HashMap<String, Object>();
        figures(once);
        counts(once);
        var rows = new ArrayList<Map<String, ?>>();
        lines().forEach((key, value) ->
                rows.add(Map.of("label", labels.words(key).stacked(6.5), "value", value)));
        return new Section("assessment/summary", true, once, rows);
    }

    private void figures(Map<String, Object> once) {
        var r = report.result();
        var low = r.scoreLow();
        var high = r.scoreHigh();
        var band = r.band() == null ? labels.words("cover.noband") : r.band();
        once.put("band", Words.escape(band.first()));
        once.put("bandNote", Words.escape(band.second()));
        once.put("score", r.score() == null ? "—" : score(r.score()));
        once.put(
                "scoreNote",
                r.bonus() == null
                        ? labels.words("summary.scoreof").inline(7)
                        : labels.words(
                                        "summary.bonus",
                                        score(r.bonus().without()),
                                        AssessmentSections.points(r.bonus().points()))
                                .stacked(6.5));
        once.put("bounds", low == null || high == null ? "—" : score(low) + " – " + score(high));
        var worst = orDash(r.bandLow());
        var best = orDash(r.bandHigh());
        var bands = worst.equals(best)
                ? worst
                : new Words(worst.zh() + " – " + best.zh(), worst.english() + " – " + best.english());
        once.put("boundsNote", bands.stacked(6.5));
        once.put("measured", Format.share(r.measuredShare()));
        once.put(
                "measuredNote",
                r.provisional() == null ? "" : labels.words("cover.provisional").inline(7));
    }

    private void counts(Map<String, Object> once) {
        var count = new EnumMap<Outcome, Integer>(Outcome.class);
        report.outcomes().forEach(o -> count.merge(o.outcome(), 1, Integer::sum));
        int passed = count.getOrDefault(Outcome.PASSED, 0);
        int failed = count.getOrDefault(Outcome.FAILED, 0);
        int open = count.getOrDefault(Outcome.UNTESTED, 0) + count.getOrDefault(Outcome.CANT_TELL, 0);
        int inapplicable = count.getOrDefault(Outcome.INAPPLICABLE, 0);
        var detail = labels.words("summary.counts.detail", report.outcomes().size(), passed + failed + open);
        once.put("counts", labels.words("summary.counts").inline(7) + "   " + detail.inline(7));
        once.put(
                "countsBar",
                new StripBar(List.of(
                        new Part(passed, Fill.SOLID),
                        new Part(failed, Fill.HATCH),
                        new Part(open, Fill.DOTS),
                        new Part(inapplicable, Fill.BLANK))));
        legend(once, "Passed", "outcome.PASSED", passed, Fill.SOLID);
        legend(once, "Failed", "outcome.FAILED", failed, Fill.HATCH);
        legend(once, "Open", "outcome.open", open, Fill.DOTS);
        legend(once, "Inapplicable", "outcome.INAPPLICABLE", inapplicable, Fill.BLANK);
        once.put(
                "countsAlt",
                labels.words("summary.counts").plain() + ": " + passed + " / " + failed + " / " + open + " / "
                        + inapplicable);
    }

    private void legend(Map<String, Object> once, String name, String key, int count, Fill fill) {
        once.put("swatch" + name, AssessmentSections.swatch(fill));
        once.put("count" + name, labels.words(key).inline(7) + "  <style isBold=\"true\">" + count + "</style>");
    }

    private Map<String, String> lines() {
        var r = report.result();
        var lines = new LinkedHashMap<String, String>();
        lines.put(
                "summary.state",
                stacked(
                        r.provisional() == null
                                ? labels.words("summary.final")
                                : labels.words("summary.provisional", r.provisional())));
        lines.put(
                "summary.vetoes",
                r.vetoes().isEmpty() ? stacked(labels.words("summary.vetoes.none")) : vetoes(r.vetoes()));
        if (!r.barred().isEmpty()) {
            lines.put(
                    "summary.barred",
                    r.barred().stream().map(SummarySection::stacked).collect(Collectors.joining("\n")));
        }
        lines.put("summary.due", deadlines());
        lines.put("summary.range", stacked(range()));
        lines.put(
                "summary.settles",
                r.settles().isEmpty()
                        ? stacked(labels.words(r.settled() ? "summary.settles.none" : "summary.settles.many"))
                        : AssessmentSections.joined(r.settles()));
        lines.put("summary.trend", stacked(trend()));
        lines.put(
                "summary.basis",
                stacked(new Words(
                        report.standard().title().zh() + "，" + report.standard().number() + "，"
                                + report.standard().edition().zh(),
                        report.standard().title().en() + ", "
                                + report.standard().number() + ", "
                                + report.standard().edition().en())));
        lines.put("summary.method", stacked(labels.words("summary.method.text")));
        return lines;
    }

    /** The failed vetoes, as many as a summary bears; all of them stand in section 3. */
    private String vetoes(List<Words> vetoes) {
        var shown = vetoes.stream()
                .limit(MOST_VETOES)
                .map(v -> "<style forecolor=\"#9A2A2A\" isBold=\"true\">" + v.stacked(7) + "</style>")
                .collect(Collectors.joining("\n"));
        int more = vetoes.size() - MOST_VETOES;
        return more > 0
                ? shown + "\n" + labels.words("summary.vetoes.more", more).inline(7)
                : shown;
    }

    /** Each deadline with the clauses that have to be put right by then, nearest first. */
    private String deadlines() {
        if (report.failures().isEmpty()) {
            return stacked(labels.words("summary.due.none"));
        }
        return report.failures().stream()
                .collect(Collectors.groupingBy(
                        Failure::due, TreeMap::new, Collectors.mapping(Failure::clause, Collectors.joining("  "))))
                .entrySet()
                .stream()
                .map(e -> "<style isBold=\"true\">" + e.getKey() + "</style>   " + Words.escape(e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private Words range() {
        var low = report.result().bandLow();
        var high = report.result().bandHigh();
        if (low == null || high == null) {
            return labels.words("cover.noscore");
        }
        return low.equals(high)
                ? labels.words("summary.range.same", low)
                : labels.words("summary.range.open", low, high);
    }

    private Words trend() {
        var now = report.result().score();
        var before = report.result().previous();
        if (before == null || now == null) {
            return labels.words("summary.trend.none");
        }
        var change = now.subtract(before.score());
        var key = change.signum() > 0 ? "up" : change.signum() < 0 ? "down" : "same";
        return labels.words(
                "summary.trend." + key, score(change.abs()), before.onDate(), score(before.score()), before.band());
    }

    private static String stacked(Words words) {
        return words.stacked(7);
    }
}
