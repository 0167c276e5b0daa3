package org.plumbline.place;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.place.RowAnswer.At;
import org.plumbline.rulebook.Text;

/**
 * A sheet of a register file as it is read, row by row.
 *
 * @param name name of the sheet; null in a text file
 * @param rows its rows, the heads first; they are read as they are asked for
 * @param unseen what of its content the workbook hides, as a sentence; null when all of it can be seen
 */
record RegisterSheet(
        @Nullable String name,
        Iterator<SheetRow> rows,
        @Nullable Text unseen) {
    /**
     * A row.
     *
     * @param at where it stands
     * @param cells its cells as text, in the order of columns
     * @param fault what keeps it from being read, if anything
     */
    record SheetRow(At at, List<String> cells, @Nullable Text fault) {}
}
