/** Anything as a PDF (JasperReports from {@code reports/}). */
@NullMarked
package org.plumbline.report;

import org.jspecify.annotations.NullMarked;
