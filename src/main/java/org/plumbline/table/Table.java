package org.plumbline.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.plumbline.rulebook.Text;

/**
 * A sheet of a workbook, or a text file; rows without any content are left out.
 *
 * @param name name of the sheet, or of the file
 * @param text whether it is a text file
 * @param rows its rows
 * @param hidden whether the workbook hides it
 * @param hiddenColumns the columns, from 0, that the workbook hides
 */
public record Table(String name, boolean text, List<TableRow> rows, boolean hidden, Set<Integer> hiddenColumns) {
    private static final int MOST_SHOWN = 200;

    /** A table of which everything can be seen. */
    public Table(String name, boolean text, List<TableRow> rows) {
        this(name, text, rows, false, Set.of());
    }

    /**
     * What of it is hidden and yet read, as a sentence: the sheet, rows, columns with content. Empty when all of it can be seen.
     *
     * @param first index in the rows of the first that is read as data: heads are hidden for good reasons
     */
    public Optional<Text> unseen(int first) {
        Set<Integer> hiddenRows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        for (TableRow row : rows.subList(Math.min(first, rows.size()), rows.size())) {
            if (row.hidden()) {
                hiddenRows.add(row.number());
            }
            if (!hiddenColumns.isEmpty()) {
                row.cells().stream()
                        .filter(cell -> !cell.empty()
                                && hiddenColumns.contains(cell.place().column()))
                        .forEach(cell -> columns.add(cell.place().column()));
            }
        }
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (hidden && first < rows.size()) {
            zh.add("整张工作表");
            en.add("the whole sheet");
        }
        if (!hiddenRows.isEmpty()) {
            String shown = ranges(hiddenRows, String::valueOf);
            zh.add("第" + shown + "行");
            en.add((hiddenRows.size() == 1 ? "row " : "rows ") + shown);
        }
        if (!columns.isEmpty()) {
            String shown = ranges(columns, CellPlace::letters);
            zh.add(shown + "列");
            en.add((columns.size() == 1 ? "column " : "columns ") + shown);
        }
        return zh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        "工作表“" + name + "”有隐藏的内容，已照常读取：" + String.join("；", zh) + "。请取消隐藏并核对；不该提交的，请删去后再提交。",
                        "Hidden parts of the sheet " + name + " are read like all others: " + String.join("; ", en)
                                + ". Unhide and check them; delete what should not be handed in."));
    }

    /** Numbers in their order, those that follow each other as 5–9; cut when nobody would read all of them. */
    private static String ranges(Set<Integer> numbers, IntFunction<String> shown) {
        StringBuilder text = new StringBuilder();
        int from = -1;
        int last = -2;
        for (int number : numbers) {
            if (number != last + 1) {
                if (text.length() > MOST_SHOWN) {
                    return end(text, from, last, shown).append(" …").toString();
                }
                end(text, from, last, shown).append(text.isEmpty() ? "" : ", ").append(shown.apply(number));
                from = number;
            }
            last = number;
        }
        return end(text, from, last, shown).toString();
    }

    private static StringBuilder end(StringBuilder text, int from, int last, IntFunction<String> shown) {
        return last > from ? text.append('–').append(shown.apply(last)) : text;
    }
}
