package org.plumbline.table;

import java.util.List;

/**
 * A sheet of a workbook, or a text file; rows without any content are left out.
 *
 * @param name name of the sheet, or of the file
 * @param text whether it is a text file
 * @param rows its rows
 */
public record Table(String name, boolean text, List<TableRow> rows) {}
