package org.plumbline.fact;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.TableRow;

/**
 * Tables in the form of {@link Template}, whether they came so or were made of something else, and what is to be said of them
 * besides what their cells say.
 *
 * @param tables the tables
 * @param csv whether they are a CSV file of the form, so that refused rows go back as one; else they go back as a workbook
 * @param faults what makes the whole file unusable
 * @param notes what is told of the file as a whole: how it was read, and what of it is not recorded and why
 * @param asides what is known of single rows beyond their cells; by identity, for two rows may hold the same
 */
public record Incoming(
        List<Table> tables,
        boolean csv,
        List<Problem> faults,
        List<Problem> notes,
        IdentityHashMap<TableRow, Aside> asides) {
    /**
     * What is known of a row beyond its cells.
     *
     * @param place where it stands in the file that came
     * @param problems why it is refused, as far as its cells do not show it
     * @param warnings what is to be confirmed
     */
    public record Aside(CellPlace place, List<Problem> problems, List<Problem> warnings) {}

    /** Tables that came in the form. */
    public static Incoming of(List<Table> tables) {
        return new Incoming(
                tables, !tables.isEmpty() && tables.getFirst().text(), List.of(), List.of(), new IdentityHashMap<>());
    }

    /** Where a row stands, as people find it. */
    CellPlace place(Table table, TableRow row) {
        Aside aside = asides.get(row);
        return aside == null ? new CellPlace(table.name(), row.number(), -1, table.text() ? "" : null) : aside.place();
    }

    /** What is known of a row; null for one that came in the form. */
    @Nullable
    Aside aside(TableRow row) {
        return asides.get(row);
    }
}
