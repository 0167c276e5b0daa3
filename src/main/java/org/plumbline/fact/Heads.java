package org.plumbline.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Datatype;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableRow;

/** Finds which sheet of the form a table is and what each of its columns states. */
final class Heads {
    /** Heads stand within the first rows. */
    private static final int DEEPEST = 5;

    private static final Set<String> NOTES = Set.of("备注", "说明", "note", "notes", "remark", "remarks", "comment");

    private final FactForm form;
    private final SiteLookup lookup;
    private final Table table;
    private final List<Problem> faults = new ArrayList<>();

    private Heads(FactForm form, SiteLookup lookup, Table table) {
        this.form = form;
        this.lookup = lookup;
        this.table = table;
    }

    /**
     * A table understood.
     *
     * @param sheet which sheet of the form it is; null when it is none of them
     * @param columns what the columns state by their index, those passed over left out
     * @param named the columns that have a head, those passed over too
     * @param first index in the table's rows of the first row of data
     * @param faults heads that cannot be used; with any, the table is not read
     */
    record Found(
            @Nullable FormSheet sheet,
            Map<Integer, FormColumn> columns,
            Set<Integer> named,
            int first,
            List<Problem> faults) {}

    static Found find(FactForm form, SiteLookup lookup, Table table) {
        return new Heads(form, lookup, table).find();
    }

    /** Whether one of the first rows has the head that every table of the form has. */
    static boolean present(Table table) {
        return table.rows().stream()
                .limit(DEEPEST)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> FormColumn.SITE.spellings().contains(Spelling.folded(cell.text())));
    }

    private Found find() {
        Map<Integer, List<TableCell>> heads = new LinkedHashMap<>();
        int last = -1;
        int column = -1;
        for (int i = 0; i < Math.min(DEEPEST, table.rows().size()); i++) {
            TableRow row = table.rows().get(i);
            // The heads of both languages name the site in one column; a value that happens to be that word stands
            // elsewhere.
            int first = column;
            OptionalInt named = row.cells().stream()
                    .filter(cell -> FormColumn.SITE.spellings().contains(Spelling.folded(cell.text())))
                    .mapToInt(cell -> cell.place().column())
                    .filter(one -> first < 0 || one == first)
                    .findFirst();
            if (named.isPresent()) {
                last = i;
                column = named.getAsInt();
                row.cells().stream()
                        .filter(cell -> !cell.empty())
                        .forEach(cell -> heads.computeIfAbsent(cell.place().column(), index -> new ArrayList<>())
                                .add(cell));
            }
        }
        Optional<FormSheet> named = form.sheets().stream()
                .filter(sheet -> sheet.name().equals(table.name()))
                .findFirst();
        if (last < 0) {
            if (named.isPresent() || table.text()) {
                Optional<String> meant = meantSite();
                fault(
                        new CellPlace(table.name(), 1, -1, table.text() ? "" : null),
                        "没有“站点编号”（site）这一列，不知道各行说的是哪里。请保留模板的表头。"
                                + meant.map(head -> "“" + head + "”是否想写 site？").orElse(""),
                        "has no column \"Site\" (site), so that nobody knows what its rows are about: keep the heads of the template."
                                + meant.map(head -> " Did you mean site by " + head + "?")
                                        .orElse(""));
            }
            return new Found(null, Map.of(), Set.of(), 0, faults);
        }
        FormSheet sheet = table.text() ? form.sites() : named.orElseGet(() -> guess(heads));
        return new Found(sheet, columns(sheet, heads), Set.copyOf(heads.keySet()), last + 1, faults);
    }

    /** A head of the first row that may be a misspelt "site", and is no other column. */
    private Optional<String> meantSite() {
        return table.rows().stream()
                .limit(1)
                .flatMap(row -> row.cells().stream())
                .map(TableCell::text)
                .filter(head -> form.sites().columns().stream()
                        .noneMatch(column -> column.spellings().contains(Spelling.folded(head))))
                .filter(head ->
                        Spelling.nearest(head, FormColumn.SITE.spellings()).isPresent())
                .findFirst();
    }

    private FormSheet guess(Map<Integer, List<TableCell>> heads) {
        Set<String> words = new HashSet<>();
        heads.values().forEach(cells -> cells.forEach(cell -> words.add(Spelling.folded(cell.text()))));
        FormSheet best = form.sites();
        long most = 0;
        for (FormSheet sheet : form.sheets()) {
            long hits = sheet.columns().stream()
                    .filter(column -> column.spellings().stream().anyMatch(words::contains))
                    .count();
            if (hits > most) {
                most = hits;
                best = sheet;
            }
        }
        return best;
    }

    private Map<Integer, FormColumn> columns(FormSheet sheet, Map<Integer, List<TableCell>> heads) {
        Map<String, FormColumn> bySpelling = new HashMap<>();
        List<FormColumn> possible = new ArrayList<>(sheet.columns());
        possible.add(FormColumn.WHY);
        form.book().facts().values().stream()
                .filter(fact -> fits(sheet, fact, lookup))
                .map(FormColumn::of)
                .filter(column ->
                        possible.stream().noneMatch(other -> other.name().equals(column.name())))
                .forEach(possible::add);
        for (FormColumn column : possible) {
            // A label that two columns share means the first, for the form's own come first; a name means its own
            // column.
            column.spellings()
                    .forEach(word ->
                            bySpelling.merge(word, column, (a, b) -> word.equals(Spelling.folded(b.name())) ? b : a));
        }
        Map<Integer, FormColumn> columns = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        heads.forEach((index, cells) -> {
            FormColumn column = null;
            for (TableCell cell : cells.reversed()) {
                column = column == null ? bySpelling.get(Spelling.folded(cell.text())) : column;
            }
            TableCell shown = cells.getFirst();
            if (column == null) {
                unknown(sheet, cells, possible);
            } else if (!taken.add(column.name())) {
                fault(
                        shown.place(),
                        "“" + shown.text() + "”这一列出现了两次。请只留一列。",
                        "\"" + shown.text() + "\" stands in two columns: keep one.");
            } else if (!column.equals(FormColumn.WHY)) {
                columns.put(index, column);
            }
        });
        return columns;
    }

    /** Whether a fact may be stated in rows of a sheet, though perhaps no standard asks for it. */
    static boolean fits(FormSheet sheet, FactDefinition fact, SiteLookup lookup) {
        boolean stated = fact.observed()
                || lookup.standalone()
                        && fact.system()
                        && !fact.derived()
                        && !fact.name().equals("oldestFactAge");
        return stated
                && switch (sheet.kind()) {
                    case SITES -> fact.of() == null;
                    case RECORDS ->
                        fact.of() != null
                                && fact.of().equals(FactForm.recordKind(sheet))
                                && fact.type() != Datatype.RECORDS;
                    case JUDGEMENTS -> false;
                };
    }

    private void unknown(FormSheet sheet, List<TableCell> cells, List<FormColumn> possible) {
        TableCell cell = cells.getFirst();
        if (cells.stream()
                .anyMatch(head -> NOTES.contains(Spelling.folded(head.text()))
                        || head.text().startsWith(FormColumn.PASSED_OVER))) {
            return;
        }
        FactDefinition known = form.book().facts().values().stream()
                .filter(fact -> cells.stream()
                        .anyMatch(head -> FormColumn.of(fact).spellings().contains(Spelling.folded(head.text()))))
                .findFirst()
                .orElse(null);
        String shown = cell.text();
        if (known != null && known.derived()) {
            fault(
                    cell.place(),
                    "“" + shown + "”由其他事实算出，不能填写。请删去这一列。",
                    "\"" + shown + "\" is computed from other facts and cannot be stated: remove the column.");
        } else if (known != null && known.system()) {
            fault(
                    cell.place(),
                    "“" + shown + "”只由系统写入。请删去这一列。",
                    "\"" + shown + "\" is written by the system only: remove the column.");
        } else if (known != null) {
            fault(
                    cell.place(),
                    "“" + shown + "”不属于工作表“" + sheet.name() + "”。请把它移到模板里的位置。",
                    "\"" + shown + "\" does not belong on this sheet: move it to where the template has it.");
        } else {
            Set<String> words = new TreeSet<>();
            possible.forEach(column -> words.addAll(
                    List.of(column.name(), column.label().zh(), column.label().en())));
            Optional<String> nearest = cells.stream()
                    .flatMap(head -> Spelling.nearest(head.text(), words).stream())
                    .findFirst();
            fault(
                    cell.place(),
                    "“" + shown + "”不是任何事实的名称，填了也不会起作用。"
                            + nearest.map(word -> "是否想写“" + word + "”？").orElse("请改正，或改为“备注”。"),
                    "\"" + shown + "\" is the name of no fact, and would have no effect: "
                            + nearest.map(word -> "did you mean " + word + "?").orElse("correct it, or call it note."));
        }
    }

    private void fault(CellPlace place, String zh, String en) {
        faults.add(new Problem(place, new Text(zh, en)));
    }
}
