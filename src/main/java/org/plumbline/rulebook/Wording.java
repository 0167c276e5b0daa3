package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.rulebook.Unknowns.Need;

/** Says what came out in one sentence, in Chinese and English; rendered when read, never stored. */
public final class Wording {
    private final Assessment assessment;

    /** Words for one assessment. */
    public Wording(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Why the clause with index {@code clause} has its outcome. */
    public Text sentence(int clause) {
        ClauseResult result = assessment.results().get(clause);
        Text text = switch (result.outcome()) {
            case PASSED -> new Text("符合。", "Met.");
            case FAILED -> failed(result);
            case INAPPLICABLE -> inapplicable(result.reason());
            case UNTESTED, CANT_TELL -> open(result);
        };
        Outcome lastKnown = result.lastKnown();
        if (lastKnown == null || lastKnown == Outcome.INAPPLICABLE) {
            return text;
        }
        return lastKnown == Outcome.FAILED
                ? new Text(text.zh() + "上次已知：不符合。", text.en() + " Last known: not met.")
                : new Text(text.zh() + "上次已知：符合。", text.en() + " Last known: met.");
    }

    private static Text failed(ClauseResult result) {
        if (result.gaps().isEmpty()) {
            return new Text("经判定不符合。", "Judged not met.");
        }
        return new Text(
                result.gaps().stream().map(gap -> gap(gap).zh()).collect(Collectors.joining()),
                result.gaps().stream().map(gap -> gap(gap).en()).collect(Collectors.joining(" ")));
    }

    private static Text inapplicable(Reason reason) {
        return switch (reason) {
            case OTHER_CLASS -> new Text("不适用于本类站点。", "Not for sites of this class.");
            case OPTION_NOT_USED -> new Text("可选事项，本站未采用。", "An option that this site does not use.");
            default -> new Text("适用条件不成立。", "The condition under which it applies does not hold.");
        };
    }

    private Text open(ClauseResult result) {
        if (result.reason() == Reason.NOT_JUDGED) {
            return new Text("尚无人判定。", "Nobody has judged it yet.");
        }
        if (result.reason() == Reason.NOT_CODIFIED) {
            return new Text("尚未编成规则。", "Not yet codified.");
        }
        Unknowns unknowns = assessment.needs(result.clause());
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        add(unknowns, Subject.UNMEASURED, "尚未测：", "Not measured: ", zh, en);
        add(unknowns, Subject.EXPIRED, "已过有效期：", "Out of date: ", zh, en);
        add(unknowns, Subject.DISPUTED, "来源不一致：", "Sources disagree: ", zh, en);
        if (unknowns.undefined()) {
            zh.add("样本不足、除数为零或缺少日历，无法计算。");
            en.add("It cannot be computed: the sample is too small, a divisor is zero, or a calendar is missing.");
        }
        return new Text(String.join("", zh), String.join(" ", en));
    }

    private static void add(
            Unknowns unknowns, byte state, String zhHead, String enHead, List<String> zh, List<String> en) {
        List<Need> needs =
                unknowns.needs().stream().filter(need -> need.state() == state).toList();
        if (!needs.isEmpty()) {
            zh.add(needs.stream()
                    .map(need -> need.fact().label().zh())
                    .distinct()
                    .collect(Collectors.joining("、", zhHead, "。")));
            en.add(needs.stream()
                    .map(need -> need.fact().label().en())
                    .distinct()
                    .collect(Collectors.joining("; ", enHead, ".")));
        }
    }

    /** What is wrong, how much, and how much is missing. */
    public static Text gap(Gap gap) {
        Fact fact = gap.fact();
        String place = gap.record().isEmpty() ? "" : gap.record();
        String zh = (place.isEmpty() ? "" : "［" + place + "］") + fact.label().zh();
        String en = (place.isEmpty() ? "" : "[" + place + "] ") + fact.label().en();
        return switch (gap.kind()) {
            case RANGE -> range(gap, zh, en);
            case COUNT -> count(gap, zh, en);
            case MEMBERS ->
                new Text(
                        zh + "缺少：" + codes(fact, gap.required(), true) + "。",
                        en + " lacks: " + codes(fact, gap.required(), false) + ".");
            case ALLOWED ->
                new Text(
                        zh + "为" + value(gap, true) + "，应为：" + codes(fact, gap.required(), true) + "。",
                        en + ": " + value(gap, false) + "; allowed: " + codes(fact, gap.required(), false) + ".");
            case VALUE ->
                new Text(
                        zh + "：" + value(gap, true) + "，应为" + Values.show(fact, gap.required(), gap.text(), "zh") + "。",
                        en + ": " + value(gap, false) + "; must be "
                                + Values.show(fact, gap.required(), gap.text(), "en") + ".");
            case FORBIDDEN ->
                new Text(
                        zh + "为" + value(gap, true) + "，不允许。",
                        en + " is " + value(gap, false) + ", which is not allowed.");
            case PATTERN ->
                new Text(
                        zh + "“" + value(gap, true) + "”不符合规定形式。",
                        en + " “" + value(gap, false) + "” is not of the required form.");
        };
    }

    private static Text range(Gap gap, String zh, String en) {
        Fact fact = gap.fact();
        boolean more = gap.comparison() == null || gap.comparison().wantsMore();
        boolean strict = gap.comparison() == Comparison.MORE_THAN || gap.comparison() == Comparison.LESS_THAN;
        boolean date = fact.type() == Datatype.DATE;
        String verbZh = date
                ? more ? (strict ? "应晚于" : "应不早于") : strict ? "应早于" : "应不晚于"
                : more ? (strict ? "应大于" : "应不小于") : strict ? "应小于" : "应不大于";
        String verbEn = date
                ? more ? (strict ? "after" : "on or after") : strict ? "before" : "on or before"
                : more ? (strict ? "more than" : "at least") : strict ? "less than" : "at most";
        Values.Pair zhPair = Values.pair(fact, gap.actual(), gap.required(), "zh");
        Values.Pair enPair = Values.pair(fact, gap.actual(), gap.required(), "en");
        String shortZh = date || gap.shortfall() == 0 ? "" : (more ? "，差 " : "，超 ") + zhPair.difference();
        String shortEn = date || gap.shortfall() == 0 ? "" : ", " + enPair.difference() + (more ? " short" : " over");
        Fact other = gap.other();
        String zhLimit = other == null
                ? verbZh + " " + zhPair.required()
                : verbZh + other.label().zh() + "（" + zhPair.required() + "）";
        String enLimit = other == null
                ? verbEn + " " + enPair.required() + " required"
                : "must be " + verbEn + " " + other.label().en() + " (" + enPair.required() + ")";
        return new Text(
                zh + " " + zhPair.actual() + "，" + zhLimit + shortZh + "。",
                en + " is " + enPair.actual() + "; " + enLimit + shortEn + ".");
    }

    private static Text count(Gap gap, String zh, String en) {
        boolean more = gap.comparison() == null || gap.comparison().wantsMore();
        if (!gap.observed() || gap.actual() == 0 && gap.required() == 1) {
            return new Text("没有：" + zh + "。", "There is none: " + en + ".");
        }
        return new Text(
                zh + "符合要求的有 " + gap.actual() + " 项，应" + (more ? "不少于 " : "不多于 ") + gap.required() + " 项。",
                en + ": " + gap.actual() + " as required; " + (more ? "at least " : "at most ") + gap.required()
                        + " needed.");
    }

    private static String value(Gap gap, boolean zh) {
        return gap.observed()
                ? Values.show(
                        gap.fact(), gap.actual(), gap.kind() == Gap.Kind.VALUE ? null : gap.text(), zh ? "zh" : "en")
                : zh ? "无" : "none";
    }

    private static String codes(Fact fact, long bits, boolean zh) {
        return Values.codes(fact, bits, zh ? "zh" : "en");
    }
}
