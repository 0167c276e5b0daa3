package org.plumbline.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Micros;
import org.plumbline.rulebook.Text;
import org.plumbline.rulebook.Unit;
import org.plumbline.standard.FactDefinition;
import org.plumbline.standard.FactDefinition.Span;
import org.plumbline.table.TableCell;

/** Reads one cell as the value of one fact, or says why it cannot be one. */
final class CellReader {
    static final Set<String> NONE = Set.of("无", "没有", "经查没有", "none");
    private static final Set<String> YES = Set.of("是", "yes", "true", "1", "y", "对");
    private static final Set<String> NO = Set.of("否", "no", "false", "0", "n", "不是");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)");
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[+-]?\\.\\d+)\\s*(\\S.*)?");
    /** A time behind a date says no more of the day; one with an offset may mean another day and is refused. */
    private static final Pattern TIME = Pattern.compile("[T ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?$");

    private static final Map<String, Set<String>> SAME_UNITS = Map.of(
            "m2", Set.of("平方米", "平米", "㎡", "m²", "平方公尺", "sqm", "square metres", "square meters"),
            "m", Set.of("米", "公尺", "metre", "metres", "meter", "meters"),
            "h", Set.of("小时", "时", "hour", "hours"),
            "a", Set.of("年", "year", "years"));

    private static final int LONGEST = 500;

    private CellReader() {}

    /** A value, perhaps with something to confirm; or why there is none. */
    sealed interface Read {
        record Value(FactValue value, @Nullable Problem warning) implements Read {}

        record Bad(Problem problem) implements Read {}
    }

    /** Reads a cell that is not empty. */
    static Read read(FactDefinition fact, TableCell cell) {
        if (cell.kind() == TableCell.Kind.ERROR) {
            return bad(fact, cell, "是公式错误", "is the error of a formula", "请改写成数值", "write the value itself");
        }
        String text = Spelling.plain(cell.text());
        if (NONE.contains(Spelling.folded(text)) && !codeNamed(fact, text)) {
            return none(fact, cell);
        }
        return switch (fact.type()) {
            case BOOLEAN -> truth(fact, cell, text);
            case INTEGER, DECIMAL -> number(fact, cell);
            case DATE -> day(fact, cell, text);
            case TEXT -> wording(fact, cell);
            case CODE, CODES -> CodeCell.read(fact, cell, text);
            case RECORDS ->
                bad(
                        fact,
                        cell,
                        "不能写在这里",
                        "cannot stand here",
                        "这一列只能留空或写“无”，明细填在工作表“" + fact.label().zh() + "”",
                        "leave it empty or write none; the details go to sheet "
                                + fact.label().zh());
        };
    }

    private static boolean codeNamed(FactDefinition fact, String text) {
        CodeList list = fact.codes();
        return list != null && CodeCell.find(list, text) >= 0;
    }

    private static Read none(FactDefinition fact, TableCell cell) {
        if (fact.mayBeNone()) {
            return new Read.Value(FactValue.none(), null);
        }
        String zh = fact.type().number() ? "没有请写0；没量过请留空" : "没查过请留空，否则写明内容";
        String en = fact.type().number()
                ? "write 0 if there are none, leave it empty if nobody measured"
                : "leave it empty if nobody looked, else say what it is";
        return bad(fact, cell, "不能是“无”", "cannot be none", zh, en);
    }

    private static Read truth(FactDefinition fact, TableCell cell, String text) {
        String word = Spelling.folded(text);
        if (YES.contains(word) || NO.contains(word)) {
            return new Read.Value(FactValue.of(YES.contains(word)), null);
        }
        return bad(fact, cell, "既不是“是”也不是“否”", "is neither yes nor no", "请写 是 或 否", "write 是 or 否, yes or no");
    }

    private static Read number(FactDefinition fact, TableCell cell) {
        if (cell.kind() == TableCell.Kind.DATE || cell.kind() == TableCell.Kind.BOOLEAN) {
            return bad(
                    fact,
                    cell,
                    "不是数字",
                    "is no number",
                    "请把单元格格式改为常规并重新输入数字",
                    "format the cell as general and type the number again");
        }
        Matcher parts = NUMBER.matcher(Spelling.halfWidth(cell.text()));
        if (!parts.matches() || parts.group(2) != null && parts.group(2).matches("[\\d\\p{No}.,+\\-eE].*")) {
            return bad(fact, cell, "不是数字", "is no number", "请写成 480.5 这样的数字", "write a plain number such as 480.5");
        }
        boolean percent = "%".equals(parts.group(2))
                && fact.unit() != null
                && fact.unit().ucum().equals("1");
        if (parts.group(2) != null && !percent && !unitNamed(fact.unit(), parts.group(2))) {
            Text symbol = fact.unit() == null ? new Text("", "") : fact.unit().symbol();
            return bad(
                    fact,
                    cell,
                    "的单位不对",
                    "has another unit",
                    symbol.zh().isEmpty() ? "请只写数字" : "请换算成" + symbol.zh() + "，只写数字",
                    symbol.en().isEmpty()
                            ? "write the number alone"
                            : "convert it to " + symbol.en() + " and write the number alone");
        }
        long micros;
        try {
            micros = Micros.parse(parts.group(1).replace(",", ""));
        } catch (NumberFormatException e) {
            return bad(
                    fact,
                    cell,
                    "的小数超过六位或数值过大",
                    "has more than six decimals or is too large",
                    "最多六位小数",
                    "round it to six decimals");
        }
        if (percent && micros % 100 != 0) {
            return bad(
                    fact, cell, "的小数过多", "has too many decimals", "最多六位小数", "round it to four decimals of a per cent");
        }
        micros = percent ? micros / 100 : micros;
        if (fact.type() == Datatype.INTEGER && micros % Micros.ONE != 0) {
            return bad(fact, cell, "不是整数", "is not whole", "请写整数", "write a whole number");
        }
        return range(fact, cell, micros);
    }

    private static Read range(FactDefinition fact, TableCell cell, long micros) {
        Span limit = fact.limit();
        if (limit != null && !limit.holds(micros)) {
            return bad(
                    fact,
                    cell,
                    "不在 " + span(limit) + " 之内，不可能",
                    "is outside " + span(limit) + " and cannot be",
                    "请核对数值和单位" + unit(fact).zh(),
                    "check the number and its unit" + unit(fact).en());
        }
        Span plausible = fact.plausible();
        FactValue value = new FactValue.Amount(micros);
        return plausible == null || plausible.holds(micros)
                ? new Read.Value(value, null)
                : new Read.Value(
                        value,
                        problem(
                                fact,
                                cell,
                                "不在通常的 " + span(plausible) + " 之内",
                                "is outside the usual " + span(plausible),
                                "如属实，无需处理",
                                "if it is true, nothing is to be done"));
    }

    private static Read day(FactDefinition fact, TableCell cell, String text) {
        Optional<LocalDate> day = day(text);
        return day.isPresent() && cell.kind() != TableCell.Kind.NUMBER
                ? new Read.Value(FactValue.of(day.get()), null)
                : bad(fact, cell, "不是日期", "is no date", "请写成 2026-09-01", "write it as 2026-09-01");
    }

    /** A day written year first, such as 2026-09-01, 2026/9/1 or 2026年9月1日. */
    static Optional<LocalDate> day(String text) {
        Matcher parts = DATE.matcher(TIME.matcher(Spelling.plain(text)).replaceFirst(""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= parts.groupCount(); i++) {
            if (parts.group(i) != null) {
                numbers.add(Integer.valueOf(parts.group(i)));
            }
        }
        try {
            return Optional.of(LocalDate.of(numbers.get(0), numbers.get(1), numbers.get(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Read wording(FactDefinition fact, TableCell cell) {
        String text = Literals.text(cell.text());
        if (text.length() > LONGEST) {
            return bad(
                    fact, cell, "超过" + LONGEST + "字", "has more than " + LONGEST + " characters", "请缩短", "shorten it");
        }
        if (Spelling.hidden(text)) {
            return bad(fact, cell, "含有看不见的字符", "holds an invisible character", "请重新输入", "type it again");
        }
        return new Read.Value(FactValue.text(text), null);
    }

    private static boolean unitNamed(@Nullable Unit unit, String written) {
        if (unit == null) {
            return false;
        }
        String word = Spelling.folded(written);
        if (SAME_UNITS.getOrDefault(unit.ucum(), Set.of()).contains(word)) {
            return true;
        }
        return List.of(unit.ucum(), unit.symbol().zh(), unit.symbol().en()).stream()
                .filter(symbol -> !symbol.isEmpty())
                .anyMatch(symbol -> word.equals(Spelling.folded(symbol)));
    }

    private static Text unit(FactDefinition fact) {
        Text symbol = fact.unit() == null ? new Text("", "") : fact.unit().symbol();
        return symbol.zh().isEmpty() ? new Text("", "") : new Text("（" + symbol.zh() + "）", " (" + symbol.en() + ")");
    }

    private static String span(Span span) {
        return Micros.format(span.from()) + "–" + Micros.format(span.to());
    }

    static Read bad(FactDefinition fact, TableCell cell, String zh, String en, String remedyZh, String remedyEn) {
        return new Read.Bad(problem(fact, cell, zh, en, remedyZh, remedyEn));
    }

    private static Problem problem(
            FactDefinition fact, TableCell cell, String zh, String en, String remedyZh, String remedyEn) {
        String shown = Literals.shown(cell.text(), 40);
        return new Problem(
                cell.place(),
                new Text(
                        fact.label().zh() + " “" + shown + "” " + zh + "。" + remedyZh
                                + (remedyZh.endsWith("？") ? "" : "。"),
                        fact.label().en() + " (" + fact.name() + ") \"" + shown + "\" " + en + ": " + remedyEn
                                + (remedyEn.endsWith("?") ? "" : ".")));
    }
}
