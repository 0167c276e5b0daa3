package org.plumbline.report;

import java.util.List;
import java.util.Locale;
import org.plumbline.rulebook.Severity;
import org.plumbline.standard.Basis;
import org.plumbline.standard.Edition;

/** Official words for the terms of a report. */
final class ReportWords {
    private ReportWords() {}

    static Words obligation(String name) {
        return switch (name) {
            case "SHALL" -> new Words("应", "shall");
            case "SHOULD" -> new Words("宜", "should");
            default -> new Words("可", "may");
        };
    }

    static Words severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Words("严重", "critical");
            case MAJOR -> new Words("重要", "major");
            case MINOR -> new Words("一般", "minor");
        };
    }

    static Words source(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "inspector" -> new Words("检查员", "inspector");
            case "register" -> new Words("登记册", "register");
            case "system" -> new Words("系统", "system");
            case "manager" -> new Words("站点申报", "manager");
            default -> Words.same("—");
        };
    }

    /** What a clause rests on, each with its mark. */
    static List<Words> basis(Edition edition, String number) {
        return edition.provisions().stream()
                .filter(one -> one.number().equals(number))
                .flatMap(one -> one.bases().stream())
                .map(ReportWords::basis)
                .toList();
    }

    private static Words basis(Basis basis) {
        Words mark = switch (basis.mark()) {
            case VERIFIED -> new Words("已核", "verified");
            case SECONDARY -> new Words("转引", "secondary");
            case FROM_MEMORY -> new Words("待核", "from memory");
            case ILLUSTRATIVE -> new Words("示例", "illustrative");
        };
        String cited = basis.document() + (basis.article().isEmpty() ? "" : " " + basis.article());
        return new Words(cited + "（" + mark.zh() + "）", cited + " (" + mark.en() + ")");
    }
}
