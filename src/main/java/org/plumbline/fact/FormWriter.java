package org.plumbline.fact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.plumbline.ledger.Source;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.CodeList;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;

/** Writes the form as a workbook: heads in three rows (Chinese, English, and hidden the names for programs), then rows. */
final class FormWriter {
    /** Rows of heads; the first row of data has index 3. */
    static final int HEADS = 3;

    /** Rows that the choices of a column reach; enough for the sites of a district. */
    static final int LAST = 5_000;

    private static final String TEXT = "@";

    /** What a cell of a workbook may hold. */
    private static final int LONGEST = 32_767;

    private final FactForm form;
    private final Map<String, Range> choices = new LinkedHashMap<>();

    FormWriter(FactForm form) {
        this.form = form;
    }

    /**
     * Writes the workbook.
     *
     * @param rows rows to fill in, by sheet: texts by name of the column
     * @param why whether a last column says why a row came back
     */
    void write(Map<FormSheet, List<Map<String, String>>> rows, boolean why, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<List<FormColumn>> written = new ArrayList<>();
        try (Workbook workbook = new Workbook(bytes, "Plumbline", "1.0")) {
            List<Worksheet> sheets = form.sheets().stream()
                    .map(sheet -> workbook.newWorksheet(sheet.name()))
                    .toList();
            new FormNotes(form).write(workbook.newWorksheet("说明"));
            codes(workbook.newWorksheet("代码"));
            for (int i = 0; i < sheets.size(); i++) {
                FormSheet sheet = form.sheets().get(i);
                List<Map<String, String>> filled = rows.getOrDefault(sheet, List.of());
                List<FormColumn> columns = columns(sheet, filled, why);
                written.add(columns);
                sheet(sheets.get(i), columns, filled);
            }
        }
        Undated.copy(bytes.toByteArray(), written, out);
    }

    private List<FormColumn> columns(FormSheet sheet, List<Map<String, String>> rows, boolean why) {
        List<FormColumn> columns = new ArrayList<>(form.topics().titled(sheet.columns()));
        // What was handed in beyond the form comes back too.
        rows.forEach(row -> row.keySet().forEach(name -> {
            FactDefinition fact = form.book().facts().get(name);
            if (fact != null
                    && columns.stream().noneMatch(column -> column.name().equals(name))) {
                columns.add(FormColumn.of(fact));
            }
        }));
        if (why) {
            columns.add(FormColumn.WHY);
        }
        return columns;
    }

    private void sheet(Worksheet to, List<FormColumn> columns, List<Map<String, String>> rows) {
        group(to, columns);
        for (int c = 0; c < columns.size(); c++) {
            FormColumn column = columns.get(c);
            head(to, c, column);
            to.width(c, width(column));
            to.style(c)
                    .format(format(column))
                    .protectionOption(ProtectionOption.LOCKED, column.topic())
                    .set();
            String list = choice(column);
            if (list != null) {
                to.range(HEADS, c, LAST, c)
                        .validateWithList(choices.get(list))
                        .errorStyle(DataValidationErrorStyle.WARNING)
                        .showErrorMessage(true)
                        .errorTitle(column.label().zh())
                        .error("不在“代码”表中 / not among the codes");
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                String text = rows.get(r).get(columns.get(c).name());
                if (text != null && !text.isEmpty()) {
                    to.value(HEADS + r, c, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
                    to.style(HEADS + r, c)
                            .format(TEXT)
                            .protectionOption(ProtectionOption.LOCKED, false)
                            .set();
                }
            }
        }
        to.hideRow(2);
        to.freezePane(1, HEADS);
        to.rowHeight(0, 48);
        to.rowHeight(1, 48);
        to.pageOrientation("landscape");
        to.repeatRows(0, 1);
        to.repeatCols(0, 0);
        // Excel folds no group of a protected sheet; there the heads refuse what is typed, see FormFinish.
        if (columns.stream().noneMatch(FormColumn::topic)) {
            // Against slips only, so without a password; everything but the heads and the number of columns stays free.
            to.protect("", SheetProtectionOption.SHEET, SheetProtectionOption.DELETE_COLUMNS);
        }
    }

    /** Each topic's columns as a group, which folds towards the column that names it. */
    private static void group(Worksheet to, List<FormColumn> columns) {
        int from = -1;
        for (int c = 0; c <= columns.size(); c++) {
            boolean end = c == columns.size()
                    || columns.get(c).topic()
                    || columns.get(c).equals(FormColumn.WHY);
            if (end && from >= 0 && from < c) {
                to.groupCols(from, c - 1);
            }
            if (end) {
                from = c < columns.size() && columns.get(c).topic() ? c + 1 : -1;
            }
        }
    }

    private static void head(Worksheet to, int c, FormColumn column) {
        String[] texts = {column.head("zh"), column.head("en"), column.name()};
        for (int r = 0; r < HEADS; r++) {
            to.value(r, c, texts[r]);
            to.style(r, c)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("center")
                    .fillColor(r < 2 ? "D9E2F3" : "F2F2F2")
                    .borderStyle(BorderStyle.THIN)
                    .fontColor(r < 2 ? "1F3864" : "7F7F7F")
                    .set();
        }
        String note = new FormHead(column).note();
        if (!note.isEmpty()) {
            to.comment(0, c, note);
        }
    }

    private static double width(FormColumn column) {
        if (column.equals(FormColumn.REASON) || column.equals(FormColumn.WHY)) {
            return 50;
        }
        return column.equals(FormColumn.SITE)
                        || column.fact() != null && column.fact().type() == Datatype.CODES
                ? 24
                : 15;
    }

    private static String format(FormColumn column) {
        FactDefinition fact = column.fact();
        if (column.equals(FormColumn.DATE) || fact != null && fact.type() == Datatype.DATE) {
            return "yyyy-mm-dd";
        }
        return fact != null && fact.type().number() ? "General" : TEXT;
    }

    /** The list of choices for a column, or null; none for several codes in one cell, which no list can check. */
    private static @Nullable String choice(FormColumn column) {
        FactDefinition fact = column.fact();
        if (fact == null) {
            return column.equals(FormColumn.SOURCE)
                            || column.equals(FormColumn.OUTCOME)
                            || column.equals(FormColumn.SITE_CLASS)
                            || column.equals(FormColumn.CLAUSE)
                            || column.equals(FormColumn.STANDARD)
                    ? column.name()
                    : null;
        }
        String suffix = fact.mayBeNone() ? "+" : "";
        return switch (fact.type()) {
            case BOOLEAN -> "boolean" + suffix;
            case CODE -> fact.codes() == null ? null : fact.codes().name() + suffix;
            case RECORDS -> "none";
            default -> null;
        };
    }

    /** The sheet of codes: what may be written, and what the choices of the other sheets point to. */
    private void codes(Worksheet to) {
        String[] heads = {"代码表 List", "代码 Code", "中文 Chinese", "英文 English"};
        for (int c = 0; c < heads.length; c++) {
            to.value(0, c, heads[c]);
            to.style(0, c).bold().fillColor("D9E2F3").set();
            to.width(c, 28);
        }
        int row = 1;
        row = list(to, row, "boolean", List.of("yes", "no"), List.of(new Text("是", "yes"), new Text("否", "no")), true);
        row = list(to, row, "none", List.of("none"), List.of(new Text("无", "none")), false);
        row = list(
                to,
                row,
                FormColumn.SOURCE.name(),
                Source.all().stream().map(Source::name).toList(),
                Source.all().stream()
                        .map(source -> new Text(source.labelZh(), source.labelEn()))
                        .toList(),
                false);
        List<String> classes = List.copyOf(form.book().classes().keySet());
        // Classes are chosen by their code, which is how people speak of them.
        row = list(
                to,
                row,
                FormColumn.SITE_CLASS.name(),
                classes,
                classes.stream().map(name -> new Text(name, name)).toList(),
                false);
        row = list(
                to,
                row,
                FormColumn.OUTCOME.name(),
                List.of("passed", "failed"),
                List.of(new Text("通过", "passed"), new Text("不通过", "failed")),
                false);
        List<String> numbers =
                form.editions().stream().map(edition -> edition.number()).toList();
        row = list(
                to,
                row,
                FormColumn.STANDARD.name(),
                numbers,
                numbers.stream().map(number -> new Text(number, number)).toList(),
                false);
        List<String> clauses = form.editions().stream()
                .flatMap(edition -> edition.rulebook().clauses().stream())
                .filter(Clause::judged)
                .map(Clause::number)
                .distinct()
                .toList();
        row = list(
                to,
                row,
                FormColumn.CLAUSE.name(),
                clauses,
                clauses.stream().map(number -> new Text(number, number)).toList(),
                false);
        Map<String, CodeList> lists = new LinkedHashMap<>();
        form.sheets()
                .forEach(sheet -> sheet.columns().forEach(column -> {
                    if (column.fact() != null && column.fact().codes() != null) {
                        lists.put(column.fact().codes().name(), column.fact().codes());
                    }
                }));
        for (CodeList list : lists.values()) {
            row = list(to, row, list.name(), list.codes(), list.labels(), true);
        }
    }

    private int list(Worksheet to, int from, String name, List<String> codes, List<Text> labels, boolean withNone) {
        int row = from;
        for (int i = 0; i < codes.size(); i++, row++) {
            line(to, row, name, codes.get(i), labels.get(i));
        }
        if (codes.isEmpty()) {
            line(to, row++, name, "", new Text("", ""));
        }
        choices.put(name, to.range(from, 2, row - 1, 2));
        if (withNone) {
            line(to, row++, name, "none", new Text("无", "none"));
            choices.put(name + "+", to.range(from, 2, row - 1, 2));
        }
        return row;
    }

    private static void line(Worksheet to, int row, String list, String code, Text label) {
        to.value(row, 0, list);
        to.value(row, 1, code);
        to.value(row, 2, label.zh());
        to.value(row, 3, label.en());
    }
}
