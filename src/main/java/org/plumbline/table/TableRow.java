package org.plumbline.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param number row of the sheet or line of the file, from 1
 * @param cells its cells in the order of columns; a workbook's empty ones are left out
 * @param unfinished whether a text file ends in it without a line break, and may be cut off
 * @param hidden whether a workbook hides it, so that its sender may not have seen it
 */
public record TableRow(int number, List<TableCell> cells, boolean unfinished, boolean hidden) {
    /** A row that is there to its end and can be seen. */
    public TableRow(int number, List<TableCell> cells) {
        this(number, cells, false, false);
    }

    /** Whether every cell is empty. */
    public boolean empty() {
        return cells.stream().allMatch(TableCell::empty);
    }
}
