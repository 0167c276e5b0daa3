package org.plumbline.report;

import java.util.List;
import java.util.Map;

/**
 * One section of a report: the template that prints it, what stands once and what stands in each row.
 *
 * @param template name of its {@code .jrxml} file in the report's folder
 * @param newPage whether it begins a page
 * @param once values of the template's parameters
 * @param rows values of the template's fields, row by row
 */
record Section(String template, boolean newPage, Map<String, Object> once, List<Map<String, ?>> rows) {}
