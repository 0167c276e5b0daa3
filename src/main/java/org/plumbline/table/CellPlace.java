package org.plumbline.table;

import org.jspecify.annotations.Nullable;

/**
 * Where a cell stands, as people find it: {@code 站点!D7} in a workbook, {@code facts.csv:7 column floorArea} in a text file.
 *
 * @param table sheet of a workbook, or name of the text file
 * @param row row of the sheet or line of the file, from 1
 * @param column column, from 0; -1 for the row as a whole
 * @param head head of the column in a text file; null in a workbook
 */
public record CellPlace(
        String table, int row, int column, @Nullable String head) {
    @Override
    public String toString() {
        if (head == null) {
            return column < 0 ? table + "!" + row : table + "!" + letters(column) + row;
        }
        return table + ":" + row + (column < 0 ? "" : " column " + head);
    }

    /** The letters of a column: A for 0, AA for 26. */
    public static String letters(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
        }
        return letters;
    }
}
