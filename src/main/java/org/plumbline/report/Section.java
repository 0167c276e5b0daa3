package org.plumbline.report;

import java.util.List;
import java.util.Map;

/**
 * One section of a report: the template that prints it, what stands once and what stands in each row.
 *
 * @param template its {@code .jrxml} file below {@code reports/} without suffix, or the name of a table, see {@link TableTemplate}
 * @param newPage whether it begins a page
 * @param once values of the template's parameters
 * @param rows values of the template's fields, row by row
 */
record Section(String template, boolean newPage, Map<String, Object> once, List<Map<String, ?>> rows) {
    Section onNewPage() {
        return new Section(template, true, once, rows);
    }
}
