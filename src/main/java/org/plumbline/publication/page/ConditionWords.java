package org.plumbline.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.rulebook.Atoms.AtMostOther;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Atoms.Count;
import org.plumbline.rulebook.Atoms.Equal;
import org.plumbline.rulebook.Atoms.Matches;
import org.plumbline.rulebook.Comparison;
import org.plumbline.rulebook.Condition;
import org.plumbline.rulebook.Condition.All;
import org.plumbline.rulebook.Condition.Any;
import org.plumbline.rulebook.Condition.Not;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Members.AllIn;
import org.plumbline.rulebook.Members.CountIn;
import org.plumbline.rulebook.Members.Has;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Each;
import org.plumbline.rulebook.Records.Found;
import org.plumbline.rulebook.Values;
import org.plumbline.web.Text;

/** Says a condition of a clause in a sentence, Chinese and English. */
final class ConditionWords {
    private ConditionWords() {}

    /** The parts of a condition that must all hold, a sentence each. */
    static List<Text> parts(Condition condition) {
        List<Text> parts = new ArrayList<>();
        if (condition instanceof All all) {
            all.parts().forEach(member -> parts.addAll(parts(member)));
        } else {
            parts.add(say(condition));
        }
        return parts;
    }

    /** The whole condition as one sentence, without a full stop. */
    static Text say(Condition condition) {
        return switch (condition) {
            case All all -> join(all.parts(), "，且", " and ");
            case Any any -> join(any.parts(), "，或", " or ");
            case Not(var part) ->
                new Text("并非：" + say(part).zh(), "not: " + say(part).en());
            case Bound(var fact, var comparison, var limit) -> bound(fact, comparison, limit);
            case Count(var fact, var comparison, var limit) -> count(fact, comparison, limit);
            case Equal(var fact, var required, var text) ->
                fact.type() == Datatype.BOOLEAN
                        ? truth(fact, required == 1)
                        : label(
                                fact,
                                "为 " + Values.show(fact, required, text, "zh"),
                                "is " + Values.show(fact, required, text, "en"));
            case Has(var fact, var members) ->
                label(
                        fact,
                        "包括：" + Values.codes(fact, members, "zh"),
                        "includes: " + Values.codes(fact, members, "en"));
            case AllIn allIn -> label(allIn.fact(), "属于：" + among(allIn, "zh"), "is among: " + among(allIn, "en"));
            case CountIn(var fact, var members, var comparison, var limit) ->
                label(
                        fact,
                        zh(comparison) + " " + limit + " 项属于：" + Values.codes(fact, members, "zh"),
                        en(comparison) + " " + limit + " of: " + Values.codes(fact, members, "en"));
            case Matches matches ->
                label(matches.fact(), "符合形式 " + matches.regex(), "is of the form " + matches.regex());
            case AtMostOther(var fact, var comparison, var other) ->
                label(
                        fact,
                        zh(comparison) + other.label().zh(),
                        en(comparison) + " " + lower(other.label().en()));
            case Each(var fact, var part) ->
                new Text(
                        "每一" + fact.label().zh() + "：" + say(part).zh(),
                        "for each " + lower(fact.label().en()) + ": "
                                + say(part).en());
            case Found(var fact, var code, var members) ->
                new Text(
                        fact.label().zh() + "中有：" + Values.codes(code, members, "zh"),
                        fact.label().en() + ": each of " + Values.codes(code, members, "en"));
            case CountRecords(var fact, var part, var comparison, var limit) ->
                new Text(
                        fact.label().zh() + zh(comparison) + " " + limit + " 项满足："
                                + say(part).zh(),
                        fact.label().en() + ": " + en(comparison) + " " + limit + " with "
                                + say(part).en());
        };
    }

    private static Text bound(Fact fact, Comparison comparison, long limit) {
        String zh = Values.show(fact, limit, null, "zh");
        String en = Values.show(fact, limit, null, "en");
        if (fact.type() == Datatype.DATE) {
            return label(fact, dateZh(comparison) + " " + zh, dateEn(comparison) + " " + en);
        }
        return label(fact, zh(comparison) + " " + zh, en(comparison) + " " + en);
    }

    private static Text count(Fact fact, Comparison comparison, long limit) {
        if (comparison == Comparison.AT_LEAST && limit == 1) {
            return new Text(
                    "有" + fact.label().zh(), "there is: " + lower(fact.label().en()));
        }
        if (comparison == Comparison.AT_MOST && limit == 0) {
            return new Text(
                    "没有" + fact.label().zh(),
                    "there is no: " + lower(fact.label().en()));
        }
        return label(fact, zh(comparison) + " " + limit + " 项", en(comparison) + " " + limit);
    }

    private static Text truth(Fact fact, boolean required) {
        return label(fact, required ? "：是" : "：否", required ? "yes" : "no");
    }

    private static String among(AllIn allIn, String language) {
        Fact fact = allIn.fact();
        if (fact.codes() != null) {
            return Values.codes(fact, allIn.members(), language);
        }
        List<String> shown = new ArrayList<>(allIn.texts());
        allIn.values().forEach(value -> shown.add(Values.show(fact, value, null, language)));
        return String.join(language.equals("en") ? ", " : "、", shown);
    }

    private static Text join(List<Condition> members, String zh, String en) {
        return new Text(
                members.stream().map(member -> say(member).zh()).collect(Collectors.joining(zh)),
                members.stream().map(member -> say(member).en()).collect(Collectors.joining(en)));
    }

    private static Text label(Fact fact, String zh, String en) {
        return new Text(fact.label().zh() + zh, fact.label().en() + ": " + en);
    }

    private static String zh(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "不小于";
            case MORE_THAN -> "大于";
            case AT_MOST -> "不大于";
            case LESS_THAN -> "小于";
        };
    }

    private static String en(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "at least";
            case MORE_THAN -> "more than";
            case AT_MOST -> "at most";
            case LESS_THAN -> "less than";
        };
    }

    private static String dateZh(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "不早于";
            case MORE_THAN -> "晚于";
            case AT_MOST -> "不晚于";
            case LESS_THAN -> "早于";
        };
    }

    private static String dateEn(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "on or after";
            case MORE_THAN -> "after";
            case AT_MOST -> "on or before";
            case LESS_THAN -> "before";
        };
    }

    /** A label inside a sentence; abbreviations keep their capitals. */
    static String lower(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
                : label;
    }
}
