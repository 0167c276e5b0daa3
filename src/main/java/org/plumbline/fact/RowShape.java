package org.plumbline.fact;

import org.plumbline.rdf.Literals;
import org.plumbline.rulebook.Text;
import org.plumbline.table.TableRow;

/** Whether a row fits under its heads: one that does not has its values under wrong ones. */
final class RowShape {
    private static final int SHOWN = 40;

    private RowShape() {}

    static void check(Draft draft, TableRow row, Heads.Found heads) {
        int width = heads.named().stream().mapToInt(one -> one + 1).max().orElse(0);
        if (row.unfinished() && row.cells().size() < width) {
            draft.refuse(
                    draft.place,
                    "文件在这一行中断：本行有 " + row.cells().size() + " 格，表头有 " + width + " 格。请取得完整的文件，或补全这一行。",
                    "The file is cut off in this row: it has " + row.cells().size() + " cells, the heads are " + width
                            + ". Get the whole file, or complete the row.");
        } else if (row.unfinished()) {
            draft.warnings.add(new Problem(
                    draft.place,
                    new Text(
                            "文件末尾没有换行，最后一格可能不完整。如属完整，无需处理。",
                            "The file ends without a line break, so that its last cell may be cut off. If it is whole, nothing is to"
                                    + " be done.")));
        }
        row.cells().stream()
                .filter(cell ->
                        !cell.empty() && !heads.named().contains(cell.place().column()))
                .findFirst()
                .ifPresent(cell -> draft.refuse(
                        cell.place(),
                        "“" + Literals.shown(cell.text(), SHOWN) + "”上方没有表头，不知道说的是什么。内容里有逗号时请加引号，否则请补上表头或删去。",
                        "\"" + Literals.shown(cell.text(), SHOWN)
                                + "\" stands under no head, so that nobody knows what it says: put quotes around text that holds"
                                + " a comma, else add the head or remove it."));
    }
}
