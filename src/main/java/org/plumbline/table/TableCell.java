package org.plumbline.table;

/**
 * A cell as it stands in a file.
 *
 * @param place where
 * @param kind what the file says it is; a text file has only texts
 * @param text its text, trimmed: numbers as plain decimals with at most 15 digits, dates as 2026-09-01, booleans as true or false
 */
public record TableCell(CellPlace place, Kind kind, String text) {
    /** What a file says of a cell. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** A formula that gave no value, such as #DIV/0!. */
        ERROR
    }

    /** Whether nothing stands there. */
    public boolean empty() {
        return text.isEmpty() && kind != Kind.ERROR;
    }
}
