package org.plumbline.fact;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.fact.Incoming.Aside;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableRow;

/**
 * Writes what stands elsewhere, a graph or somebody's own spreadsheet, into tables of the form, so that the same checks, answers
 * and refused rows apply. Each cell keeps the place where it came from.
 */
public final class Transcript {
    /** Names of the columns that are no facts. */
    public static final String SITE = FormColumn.SITE.name();

    public static final String DATE = FormColumn.DATE.name();
    public static final String SOURCE = FormColumn.SOURCE.name();
    public static final String SITE_CLASS = FormColumn.SITE_CLASS.name();

    private final FactForm form;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final List<Problem> faults = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** For a form. */
    public Transcript(FactForm form) {
        this.form = form;
        form.sheets().forEach(sheet -> rows.put(sheet.name(), new ArrayList<>()));
    }

    /** A row being written. */
    public static final class Row {
        private final CellPlace place;
        private final Map<String, TableCell> cells = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();

        private Row(CellPlace place) {
            this.place = place;
        }

        /** Where it came from. */
        public CellPlace place() {
            return place;
        }

        /** Whether a column is filled in. */
        public boolean has(String column) {
            return cells.containsKey(column);
        }

        /** What a column is filled in with. */
        public Optional<TableCell> cell(String column) {
            return Optional.ofNullable(cells.get(column));
        }

        /** Fills in a column with a cell as it stands elsewhere. */
        public void put(String column, TableCell cell) {
            cells.put(column, cell);
        }

        /** Fills in a column with a text that came from a place. */
        public void put(String column, String text, CellPlace from) {
            cells.put(column, new TableCell(from, TableCell.Kind.TEXT, text));
        }

        /** Refuses the row. */
        public void refuse(CellPlace at, String zh, String en) {
            problems.add(new Problem(at, new Text(zh, en)));
        }

        /** Has something confirmed. */
        public void warn(CellPlace at, String zh, String en) {
            warnings.add(new Problem(at, new Text(zh, en)));
        }
    }

    /** The form that is written for. */
    public FactForm form() {
        return form;
    }

    /** A new row of the sheet of sites. */
    public Row site(CellPlace from) {
        return row(form.sites(), from);
    }

    /** A new row of the sheet that lists the records of a fact; empty when no standard asks for them, so that there is none. */
    public Optional<Row> record(FactDefinition records, CellPlace from) {
        return form.sheets().stream()
                .filter(sheet ->
                        sheet.records() != null && sheet.records().name().equals(records.name()))
                .findFirst()
                .map(sheet -> row(sheet, from));
    }

    /** A new row of the sheet of judgements. */
    Row judgement(CellPlace from) {
        return row(form.sheets().getLast(), from);
    }

    /** The column that names the records of a fact. */
    public static String key(FactDefinition records) {
        return FormColumn.key(records).name();
    }

    /** Whether a table has heads of the form, whatever they are worth. */
    public static boolean inForm(Table table) {
        return Heads.present(table);
    }

    /** Whether somebody may state a fact in a row of the sheet of sites, though perhaps no standard asks for it. */
    public boolean takes(FactDefinition fact, SiteLookup lookup) {
        return Heads.fits(form.sites(), fact, lookup);
    }

    private Row row(FormSheet sheet, CellPlace from) {
        Row row = new Row(from);
        rows.computeIfAbsent(sheet.name(), name -> new ArrayList<>()).add(row);
        return row;
    }

    /** Makes the whole file unusable. */
    public void fault(CellPlace at, String zh, String en) {
        faults.add(new Problem(at, new Text(zh, en)));
    }

    /** Tells something of the file as a whole. */
    public void note(CellPlace at, String zh, String en) {
        notes.add(new Problem(at, new Text(zh, en)));
    }

    /** Whether no row was written. */
    public boolean empty() {
        return rows.values().stream().allMatch(List::isEmpty);
    }

    /** The tables written. */
    public Incoming incoming() {
        List<Table> tables = new ArrayList<>();
        IdentityHashMap<TableRow, Aside> asides = new IdentityHashMap<>();
        rows.forEach((sheet, written) -> {
            if (!written.isEmpty()) {
                tables.add(table(sheet, written, asides));
            }
        });
        return new Incoming(tables, false, List.copyOf(faults), List.copyOf(notes), asides);
    }

    private static Table table(String sheet, List<Row> written, IdentityHashMap<TableRow, Aside> asides) {
        Set<String> columns = new LinkedHashSet<>(List.of(SITE));
        written.forEach(row -> columns.addAll(row.cells.keySet()));
        List<String> heads = List.copyOf(columns);
        List<TableCell> first = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            first.add(new TableCell(new CellPlace(sheet, 1, i, null), TableCell.Kind.TEXT, heads.get(i)));
        }
        List<TableRow> rows = new ArrayList<>(List.of(new TableRow(1, first)));
        for (Row row : written) {
            List<TableCell> cells = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                TableCell cell = row.cells.get(heads.get(i));
                if (cell != null) {
                    CellPlace from = cell.place();
                    // The index says which column of the form it is; the head says where people find it.
                    cells.add(new TableCell(
                            new CellPlace(from.table(), from.row(), i, from.head()), cell.kind(), cell.text()));
                }
            }
            TableRow made = new TableRow(row.place.row(), List.copyOf(cells));
            asides.put(made, new Aside(row.place, List.copyOf(row.problems), List.copyOf(row.warnings)));
            rows.add(made);
        }
        return new Table(sheet, false, List.copyOf(rows));
    }
}
