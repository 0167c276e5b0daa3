package org.plumbline.place;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.RegisterForm.Heads;
import org.plumbline.place.RegisterSheet.SheetRow;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Text;

/** The cells of one row by the names of their columns, each checked as it is read. */
final class RegisterCells {
    private static final Pattern AREA = Pattern.compile("(?!\\d+$)[0-9A-Za-z][0-9A-Za-z-]{1,31}");
    private static final String BETWEEN = "[;；]";
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 50;

    private final Heads.Known heads;
    private final SheetRow row;

    RegisterCells(Heads.Known heads, SheetRow row) {
        this.heads = heads;
        this.row = row;
    }

    /** Carries a refusal out of the checks; a value again before it leaves this package's rows. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Refused refused;

        Stop(Refused refused) {
            super(refused.why().en(), null, false, false);
            this.refused = refused;
        }

        Refused refused() {
            return refused;
        }
    }

    At at() {
        return row.at();
    }

    boolean has(String column) {
        return heads.columns().containsKey(column);
    }

    /** A code of so many digits. */
    String digits(String column, int length) {
        var code = cell(column);
        if (code.chars().anyMatch(c -> c < '0' || c > '9'))
            throw refuse(
                    column,
                    new Text("不全是数字0到9", "is not made of the digits 0 to 9"),
                    new Text("请写" + length + "位半角数字", "write " + length + " half-width digits"));
        if (code.length() != length)
            throw refuse(
                    column,
                    new Text("是" + code.length() + "位", "has " + code.length() + " digits"),
                    new Text(
                            "应为" + length + "位；电子表格可能截去了零或取了约数，请把该列设为文本",
                            "write " + length
                                    + "; a spreadsheet may have cut zeros or rounded it, so keep the column as text"));
        return code;
    }

    /** The code of an area or grid. */
    String area(String column) {
        return area(column, cell(column));
    }

    private String area(String column, String code) {
        if (!AREA.matcher(code).matches())
            throw refuse(
                    column,
                    new Text("不是片区编号", "is no area code"),
                    new Text(
                            "2到32位字母、数字和连字符，不能全是数字，例如 310112001-A01",
                            "2 to 32 letters, digits and hyphens, not digits alone, for instance 310112001-A01"));
        return code;
    }

    /** The areas and grids that a row stands in besides its place. */
    SortedSet<String> areas() {
        var areas = texts("area_code");
        areas.forEach(code -> area("area_code", code));
        return areas;
    }

    String name(String column) {
        var name = cell(column);
        if (name.isEmpty())
            throw refuse(column, new Text("是空的", "is empty"), new Text("请写中文名称", "write the Chinese name"));
        return name;
    }

    RegisterChange.Names names() {
        return new RegisterChange.Names(name("name"), nameEn(), texts("aliases"));
    }

    @Nullable
    String nameEn() {
        return optional("name_en").orElse(null);
    }

    Optional<String> optional(String column) {
        return has(column) ? Optional.of(cell(column)).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** What stands in a cell with semicolons between; nothing where the form has no such column. */
    SortedSet<String> texts(String column) {
        SortedSet<String> texts = new TreeSet<>();
        optional(column).ifPresent(text -> {
            for (var part : text.split(BETWEEN)) if (!part.isBlank()) texts.add(part.strip());
        });
        if (texts.stream().anyMatch(text -> text.length() > LONGEST_NAME))
            throw refuse(
                    column,
                    new Text("有一项超过" + LONGEST_NAME + "个字", "has a part of more than " + LONGEST_NAME + " characters"),
                    new Text("请用分号分开各项", "put semicolons between the parts"));
        if (texts.size() > MOST)
            throw refuse(
                    column,
                    new Text("有" + texts.size() + "项", "has " + texts.size() + " parts"),
                    new Text("至多" + MOST + "项", "at most " + MOST));
        return texts;
    }

    String cell(String column) {
        var index = heads.columns().get(column);
        if (index == null) throw new IllegalArgumentException("This form has no column " + column);
        var text = Literals.text(row.cells().get(index));
        if (text.codePoints().anyMatch(RegisterCells::unseen))
            throw new Stop(new Refused(
                    at(),
                    column,
                    text.replaceAll("\\p{Cntrl}|\\p{Cf}", "�"),
                    new Text("含有看不见的控制字符", "holds an invisible control character"),
                    new Text("请重新输入", "type it again")));
        if (text.length() > LONGEST_NAME * (column.equals("aliases") || column.equals("address") ? MOST : 1))
            throw new Stop(new Refused(
                    at(),
                    column,
                    text.substring(0, 40) + "…",
                    new Text("有" + text.length() + "个字", "has " + text.length() + " characters"),
                    new Text("至多" + LONGEST_NAME + "个字", "at most " + LONGEST_NAME)));
        return text;
    }

    private static boolean unseen(int character) {
        return Character.isISOControl(character)
                || switch (Character.getType(character)) {
                    case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    Stop refuse(String column, Text why, Text remedy) {
        return new Stop(new Refused(at(), column, cell(column), why, remedy));
    }
}
