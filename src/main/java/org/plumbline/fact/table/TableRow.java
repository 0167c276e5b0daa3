package org.plumbline.fact.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param number row of the sheet or line of the file, from 1
 * @param cells its cells from the first column on
 */
public record TableRow(int number, List<TableCell> cells) {
    /** Whether every cell is empty. */
    public boolean empty() {
        return cells.stream().allMatch(TableCell::empty);
    }
}
