package org.plumbline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.AssessmentReport.FactLine;
import org.plumbline.report.AssessmentReport.Failure;
import org.plumbline.report.AssessmentReport.OpenClause;
import org.plumbline.report.AssessmentReport.Outcome;
import org.plumbline.report.StripBar.Fill;

/** Turns an assessment into the sections of {@code reports/assessment/}: all number, date and sentence formats are here. */
final class AssessmentSections {

    /** English under Chinese in a table cell, in points. */
    private static final double CELL = 7;

    private static final String NONE = "—";
    private static final Words COLON = new Words("：", ": ");
    private static final Words COMMA = new Words("、", ", ");

    private final AssessmentReport report;
    private final Labels labels;

    AssessmentSections(AssessmentReport report, Labels labels) {
        this.report = report;
        this.labels = labels;
    }

    /** The sections in printing order. */
    List<Section> all() {
        return List.of(
                cover(),
                new SummarySection(report, labels).section(),
                new ChapterSection(report, labels).section(),
                failed(),
                open(),
                outcomes(),
                facts(),
                new ProofSection(
                                report.document(),
                                report.proof(),
                                report.standard().note(),
                                labels)
                        .section("7  "));
    }

    private Section cover() {
        var r = report.result();
        var site = report.site();
        var once = new HashMap<String, Object>();
        once.put("issuer", report.issuer().inline(9));
        once.put("title", Words.escape(report.title().first()));
        once.put("titleSecond", Words.escape(report.title().second()));
        once.put("number", Words.escape(report.number()));
        once.put("site", Words.escape(site.name().first()));
        once.put("siteSecond", Words.escape(site.name().second()));
        once.put("code", Words.escape(site.code()));
        once.put("siteClass", site.siteClass().stacked(8));
        once.put(
                "street",
                new Words(
                                site.district().zh() + site.street().zh(),
                                site.street().english() + ", " + site.district().english())
                        .stacked(8));
        once.put(
                "address", site.address().zh().isBlank() ? NONE : site.address().stacked(8));
        once.put("date", report.onDate().toString());
        once.put("standard", standard().stacked(8));
        once.put("standardNote", report.standard().note().stacked(6.5));
        var band = r.band() == null ? labels.words("cover.noband") : r.band();
        once.put("band", Words.escape(band.first()) + stars(r.stars()));
        once.put("bandSecond", Words.escape(band.second()));
        once.put("score", r.score() == null ? NONE : score(r.score()));
        once.put("bounds", bounds());
        once.put("provisional", r.provisional() != null);
        return new Section("assessment/cover", false, once, List.of());
    }

    private String bounds() {
        var r = report.result();
        return r.scoreLow() == null || r.scoreHigh() == null
                ? labels.words("cover.noscore").stacked(CELL)
                : labels.words("cover.bounds", score(r.scoreLow()), score(r.scoreHigh()))
                        .stacked(6.5);
    }

    private Words standard() {
        var s = report.standard();
        return new Words(
                s.title().zh() + " " + s.number(),
                s.title().en() + " " + s.number() + ", " + s.edition().en());
    }

    private Section failed() {
        var lost = report.failures().stream().map(Failure::lost).reduce(BigDecimal.ZERO, BigDecimal::add);
        var lead = report.failures().isEmpty()
                ? labels.words("failed.none")
                : labels.words("failed.lead", report.failures().size(), points(lost));
        return new Section(
                "assessment/failed",
                true,
                Map.of("lead", lead.stacked(CELL)),
                report.failures().stream().<Map<String, ?>>map(this::card).toList());
    }

    private Map<String, @Nullable String> card(Failure f) {
        var facts = f.facts().isEmpty()
                ? labels.words("failed.facts.none").inline(CELL)
                : f.facts().stream().map(AssessmentSections::fact).collect(Collectors.joining("\n"));
        var card = new HashMap<String, @Nullable String>();
        card.put("clause", f.clause());
        card.put("text", f.text().stacked(8));
        card.put("plain", f.plain().equals(f.text()) ? null : f.plain().inline(CELL));
        card.put("meta", meta(f));
        card.put("gap", f.gap().stacked(8));
        card.put("facts", facts);
        card.put("basis", f.basis().stream().map(b -> b.inline(CELL)).collect(Collectors.joining("\n")));
        return card;
    }

    /** What follows from the failure, on one line: veto, wording, severity, deadline, points. */
    private String meta(Failure f) {
        var parts = new ArrayList<String>();
        if (f.veto()) {
            parts.add("<style forecolor=\"#9A2A2A\" isBold=\"true\">■ "
                    + labels.words("failed.veto").plain() + "</style>");
        }
        parts.add(f.obligation().inline(CELL));
        parts.add(f.severity().inline(CELL));
        parts.add(labels.words("failed.due").inline(CELL) + " " + strong(f.due().toString()));
        parts.add(
                labels.words("failed.lost").inline(CELL) + " " + strong(points(f.lost()) + " / " + points(f.points())));
        return String.join("   ·   ", parts);
    }

    private static String fact(FactLine f) {
        return f.observedOn() + "   " + f.source().inline(CELL) + "   "
                + f.fact().inline(CELL) + COLON.first() + strong(f.value().inline(CELL));
    }

    private static String strong(String text) {
        return "<style forecolor=\"#1B1F24\" isBold=\"true\">" + text + "</style>";
    }

    private Section open() {
        var stake = report.open().stream().map(OpenClause::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var lead = report.open().isEmpty()
                ? labels.words("open.none")
                : labels.words("open.lead", report.open().size(), points(stake));
        return new Section(
                "assessment/open",
                false,
                Map.of("lead", lead.stacked(CELL)),
                report.open().stream().<Map<String, ?>>map(this::openCard).toList());
    }

    private Map<String, String> openCard(OpenClause o) {
        var needed = o.needed().isEmpty()
                ? ""
                : "   ·   " + labels.words("open.needed").inline(CELL) + COLON.first() + joined(o.needed());
        return Map.of(
                "clause",
                o.clause(),
                "text",
                o.text().stacked(CELL),
                "reason",
                outcome(o.outcome()) + COLON.first() + o.reason().stacked(CELL),
                "needed",
                labels.words("open.points").inline(CELL) + " " + points(o.points()) + needed);
    }

    private Section outcomes() {
        var rows = report.outcomes().stream()
                .<Map<String, ?>>map(o -> Map.of(
                        "clause", o.clause(),
                        "plain", o.plain().stacked(CELL),
                        "obligation", o.obligation().inline(CELL),
                        "outcome", outcome(o.outcome()),
                        "points",
                                o.earned() == null || o.possible() == null
                                        ? NONE
                                        : points(o.earned()) + " / " + points(o.possible())))
                .toList();
        return new Section(
                "assessment/outcomes",
                !report.failures().isEmpty() || !report.open().isEmpty(),
                Map.of("empty", rows.isEmpty()),
                rows);
    }

    private Section facts() {
        var rows = report.facts().stream()
                .<Map<String, ?>>map(f -> Map.of(
                        "fact", f.fact().inline(CELL),
                        "value", f.value().inline(CELL),
                        "source", f.source().inline(CELL),
                        "date", f.observedOn().toString()))
                .toList();
        return new Section("assessment/facts", false, Map.of("empty", rows.isEmpty()), rows);
    }

    /** Sign, Chinese and English of an outcome; the sign differs in shape, a failure also in weight and colour. */
    private String outcome(Outcome outcome) {
        var words = labels.words("outcome." + outcome.name()).inline(CELL);
        return switch (outcome) {
            case PASSED -> "● " + words;
            case FAILED -> "<style forecolor=\"#9A2A2A\" isBold=\"true\">× " + words + "</style>";
            case UNTESTED -> "○ " + words;
            case CANT_TELL -> "△ " + words;
            case INAPPLICABLE -> "– " + words;
        };
    }

    /** Labels one after the other. */
    static String joined(List<Words> words) {
        return words.stream().map(w -> w.inline(CELL)).collect(Collectors.joining(COMMA.first()));
    }

    /** A score with its two decimals. */
    static String score(BigDecimal score) {
        return score.setScale(2, RoundingMode.DOWN).toPlainString();
    }

    /** Points as short as they can be said. */
    static String points(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    /** The stars of a band, in smaller type after its name. */
    static String stars(int stars) {
        return stars <= 0 ? "" : "  <style size=\"18\" isBold=\"false\">" + "★".repeat(stars) + "</style>";
    }

    /** A bar of one pattern for the legend. */
    static StripBar swatch(Fill fill) {
        return new StripBar(List.of(new StripBar.Part(1, fill)));
    }

    /** The words, or a dash where there are none. */
    static Words orDash(@Nullable Words words) {
        return words == null ? Words.same(NONE) : words;
    }
}
