package org.plumbline.web;

/**
 * Cells of CSV that no spreadsheet program takes for a formula (CWE-1236): what begins like one gets an apostrophe in front, which is
 * taken away again when the file comes back.
 */
public final class SafeCell {
    private static final String NUMBER = "[+-]?\\d[\\d,.]*%?";
    private static final String BEGINS = "(?s)[=+\\-@\\t\\r].*";

    private SafeCell() {}

    /** The text as it may be written. */
    public static String write(String text) {
        return text.matches(NUMBER) ? text : writeAny(text);
    }

    /** The same where no cell is a number, so that none is let through for looking like one. */
    public static String writeAny(String text) {
        return text.matches(BEGINS) ? "'" + text : text;
    }

    /** The text as it was before {@link #write}. */
    public static String read(String text) {
        return text.startsWith("'") && text.substring(1).matches(BEGINS) ? text.substring(1) : text;
    }
}
