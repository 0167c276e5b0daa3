package org.plumbline.report;

import static org.plumbline.report.AssessmentSections.points;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.report.AssessmentReport.Chapter;
import org.plumbline.report.StripBar.Fill;
import org.plumbline.report.StripBar.Part;
import org.plumbline.web.Format;

/** Points by chapter (分章得分): a row with its bar each, and the total. */
final class ChapterSection {

    private final AssessmentReport report;
    private final Labels labels;

    ChapterSection(AssessmentReport report, Labels labels) {
        this.report = report;
        this.labels = labels;
    }

    Section section() {
        var rows = new ArrayList<Map<String, ?>>();
        report.chapters().forEach(c -> rows.add(row(c, c.title(), false)));
        if (!report.chapters().isEmpty()) {
            rows.add(row(total(), labels.words("chapters.total"), true));
        }
        return new Section(
                "assessment/chapters",
                false,
                Map.of(
                        "swatchPassed", AssessmentSections.swatch(Fill.SOLID),
                        "swatchFailed", AssessmentSections.swatch(Fill.HATCH),
                        "swatchOpen", AssessmentSections.swatch(Fill.DOTS)),
                rows);
    }

    private Chapter total() {
        var zero = new Chapter("", Words.same(""), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0, 0);
        return report.chapters().stream()
                .reduce(
                        zero,
                        (a, b) -> new Chapter(
                                "",
                                a.title(),
                                a.earned().add(b.earned()),
                                a.possible().add(b.possible()),
                                a.undecided().add(b.undecided()),
                                a.passed() + b.passed(),
                                a.failed() + b.failed(),
                                a.open() + b.open(),
                                a.inapplicable() + b.inapplicable()));
    }

    private Map<String, ?> row(Chapter c, Words name, boolean total) {
        // The number once, whatever the languages are.
        var number = c.number().isEmpty() ? "" : Words.escape(c.number()) + "  ";
        var lost = c.possible().subtract(c.earned()).subtract(c.undecided()).max(BigDecimal.ZERO);
        var bar = new StripBar(List.of(
                new Part(c.earned().doubleValue(), Fill.SOLID),
                new Part(lost.doubleValue(), Fill.HATCH),
                new Part(c.undecided().doubleValue(), Fill.DOTS)));
        var share = c.possible().signum() == 0
                ? labels.words("chapters.none")
                : Words.same(Format.share(c.earned().divide(c.possible(), 4, RoundingMode.DOWN)));
        return Map.of(
                "chapter", strong(number + name.inline(7), total),
                "bar", bar,
                "barAlt", number + labels.words("chapters.bar", name, share).plain(),
                "points", strong(points(c.earned()) + " / " + points(c.possible()), total),
                "share", strong(share.first(), total),
                "passed", strong("" + c.passed(), total),
                "failed", strong("" + c.failed(), total),
                "open", strong("" + c.open(), total),
                "inapplicable", strong("" + c.inapplicable(), total));
    }

    private static String strong(String text, boolean strong) {
        return strong ? "<style isBold=\"true\">" + text + "</style>" : text;
    }
}
