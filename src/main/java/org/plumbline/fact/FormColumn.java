package org.plumbline.fact;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;

/**
 * A column of the form.
 *
 * @param name its name for programs: {@code site}, {@code date}, or the local name of a fact
 * @param label its head for people, without the unit
 * @param help what to write there
 * @param fact the fact that it states, or null
 */
public record FormColumn(
        String name, Text label, Text help, @Nullable FactDefinition fact) {
    static final FormColumn SITE = id(
            "site",
            "站点编号",
            "Site",
            "站点的编号，例如 310112001001-RS01；地方掌握的数据也可以写居村或街镇编码。",
            "The site's code, such as 310112001001-RS01; or the code of a committee or street for what a place holds.");
    static final FormColumn DATE = id(
            "date",
            "观察日期",
            "Observed on",
            "看到或量到的那一天，写成 2026-09-01。不能晚于今天。",
            "The day it was seen or measured, as 2026-09-01; not after today.");
    static final FormColumn SOURCE =
            id("source", "来源", "Source", "检查员、登记机关数据、系统数据或站点自报。", "Inspector, Register, System or Manager.");
    static final FormColumn SITE_CLASS = id(
            "siteClass",
            "站点类别",
            "Site class",
            "RS、VS、AC 或 TC；登记册里有的站点可以不填。",
            "RS, VS, AC or TC; may be left empty for a site that is in the register.");
    static final FormColumn CLAUSE =
            id("clause", "条款号", "Clause", "由人判定的条款，例如 9.3。", "A clause that people judge, such as 9.3.");
    static final FormColumn STANDARD = id(
            "standard",
            "标准",
            "Standard",
            "标准编号；只有一个标准时可以不填。",
            "The standard's number; may be left empty when there is only one.");
    static final FormColumn OUTCOME = id("outcome", "判定", "Outcome", "通过 或 不通过。", "passed or failed.");
    static final FormColumn REASON = id("reason", "理由", "Reason", "为什么这样判，一两句话。", "Why, in a sentence or two.");
    /** Filled in by what comes back, passed over when it is read again. */
    static final FormColumn WHY = id("why", "退回原因", "Why it came back", "", "");

    /** Names of columns that are passed over when a file is read begin so. */
    static final String PASSED_OVER = "#";

    /** A column that only says what those to its right are about. */
    static FormColumn topic(Text title) {
        return new FormColumn(
                PASSED_OVER,
                new Text(PASSED_OVER + " " + title.zh(), PASSED_OVER + " " + title.en()),
                new Text(
                        "右边各列的主题，可折叠；这一列不用填。",
                        "What the columns to its right are about, to fold them; nothing goes here."),
                null);
    }

    /** Whether it is one of those. */
    boolean topic() {
        return name.equals(PASSED_OVER);
    }

    private static FormColumn id(String name, String zh, String en, String helpZh, String helpEn) {
        return new FormColumn(name, new Text(zh, en), new Text(helpZh, helpEn), null);
    }

    /** The column of a fact. */
    static FormColumn of(FactDefinition fact) {
        Text question = fact.question() == null ? fact.label() : fact.question();
        return new FormColumn(fact.name(), fact.label(), question, fact);
    }

    /** The column that names the records of a fact. */
    static FormColumn key(FactDefinition records) {
        return new FormColumn(
                records.name() + ".key",
                new Text(records.label().zh() + "编号", records.label().en() + ": key"),
                new Text(
                        "同一站点内不重复、以后不变的编号，例如房号 201。",
                        "A key that is unique in the site and stays, such as the room number 201."),
                null);
    }

    /** The head in one language, with the unit. */
    String head(String language) {
        String symbol =
                fact == null || fact.unit() == null ? "" : fact.unit().symbol().in(language);
        if (symbol.isEmpty()) {
            return label.in(language);
        }
        return label.in(language) + (language.equals("en") ? " (" + symbol + ")" : "（" + symbol + "）");
    }

    /** All ways in which the head may be written, folded. */
    Set<String> spellings() {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(Spelling.folded(name));
        for (String language : new String[] {"zh", "en"}) {
            spellings.add(Spelling.folded(label.in(language)));
            spellings.add(Spelling.folded(head(language)));
        }
        return spellings;
    }
}
