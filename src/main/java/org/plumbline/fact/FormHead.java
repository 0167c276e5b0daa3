package org.plumbline.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.ledger.Source;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Micros;
import org.plumbline.standard.FactDefinition;
import org.plumbline.standard.FactDefinition.Span;

/**
 * What is said of a column beside its head: the question, unit, range, codes and who may observe it, in both languages. In full as
 * a note to be hovered over; as much of it as a prompt holds, for programs and people that show no notes.
 */
final class FormHead {
    /** Characters of a prompt and of its title; Excel calls a workbook with more damaged. */
    static final int LONGEST_PROMPT = 255;

    static final int LONGEST_TITLE = 32;

    private static final int MOST_CODES = 8;

    private final FormColumn column;

    FormHead(FormColumn column) {
        this.column = column;
    }

    /** The whole note; empty when there is nothing to say. */
    String note() {
        return String.join("\n", lines());
    }

    /** Its beginning, as long as a prompt may be, cut between lines where that leaves enough. */
    String prompt() {
        StringBuilder prompt = new StringBuilder();
        for (String line : lines()) {
            int room = LONGEST_PROMPT - prompt.length() - 1;
            if (line.length() > room) {
                if (prompt.isEmpty()) {
                    prompt.append(cut(line, room));
                }
                break;
            }
            prompt.append(prompt.isEmpty() ? "" : "\n").append(line);
        }
        return prompt.toString();
    }

    /** The title of the prompt. */
    String title() {
        return cut(column.label().zh(), LONGEST_TITLE);
    }

    /** Excel counts UTF-16 units as Java does; half a pair would be no character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!column.help().zh().isEmpty()) {
            lines.add(column.help().zh());
            lines.add(column.help().en());
        }
        FactDefinition fact = column.fact();
        if (fact == null) {
            return lines;
        }
        measure(fact, lines);
        observers(fact, lines);
        how(fact, lines);
        codes(fact, lines);
        return lines;
    }

    private static void measure(FactDefinition fact, List<String> lines) {
        if (fact.unit() != null && !fact.unit().symbol().zh().isEmpty()) {
            String zh = fact.unit().symbol().zh();
            String en = fact.unit().symbol().en();
            lines.add("单位 Unit: " + (zh.equals(en) ? zh : zh + " " + en));
        }
        if (fact.limit() != null) {
            lines.add("范围 Range: " + span(fact.limit()));
        }
        if (fact.plausible() != null) {
            lines.add("通常 Usual: " + span(fact.plausible()));
        }
    }

    private static String span(Span span) {
        String from = span.from() == Long.MIN_VALUE ? "" : Micros.format(span.from());
        String to = span.to() == Long.MAX_VALUE ? "" : Micros.format(span.to());
        return to.isEmpty() ? "≥ " + from : from.isEmpty() ? "≤ " + to : from + " – " + to;
    }

    private static void observers(FactDefinition fact, List<String> lines) {
        if (!fact.observers().isEmpty()) {
            lines.add("观察者 Observed by: "
                    + fact.observers().stream()
                            .map(name -> Source.named(name)
                                    .map(source -> source.labelZh() + " " + name)
                                    .orElse(name))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void how(FactDefinition fact, List<String> lines) {
        if (fact.type() == Datatype.RECORDS) {
            lines.add("经查没有写“无”；有的，填在工作表“" + fact.label().zh() + "”。");
            lines.add("Write none if there are none; else fill in that sheet.");
        } else if (fact.type() == Datatype.CODES) {
            lines.add("多个用；分隔，见“代码”表。Separate several by ;");
        }
        if (fact.mayBeNone() && fact.type() != Datatype.RECORDS) {
            lines.add("经查没有写“无”。Write none if there is none.");
        }
    }

    private static void codes(FactDefinition fact, List<String> lines) {
        CodeList list = fact.codes();
        if (list != null) {
            String shown = IntStream.range(0, Math.min(MOST_CODES, list.codes().size()))
                    .mapToObj(
                            i -> list.labels().get(i).zh() + " " + list.codes().get(i))
                    .collect(Collectors.joining("; "));
            lines.add("代码 Codes: " + shown + (list.codes().size() > MOST_CODES ? "; … 见“代码”表 see sheet 代码" : ""));
        }
    }
}
