package org.plumbline.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.rulebook.Text;
import org.plumbline.table.CellPlace;
import org.plumbline.table.TableCell;

/** One row while it is read: what it states so far, and what is wrong with it. */
final class Draft {
    final FormSheet sheet;
    final int number;
    final CellPlace place;
    /** The cells that are not empty, by name of their column. */
    final Map<String, TableCell> cells = new LinkedHashMap<>();

    final List<Problem> problems = new ArrayList<>();
    final List<Problem> warnings = new ArrayList<>();
    /** Facts of the site, or of the nested record, by name. */
    final TreeMap<String, FactValue> facts = new TreeMap<>();
    /** Facts that a place holds, by code of the place, then by name. */
    final Map<String, TreeMap<String, FactValue>> held = new LinkedHashMap<>();

    String code = "";
    SiteLookup.@Nullable Known known;

    /** The code that a misspelt one may have meant. */
    @Nullable
    String meant;

    @Nullable
    String siteClass;

    @Nullable
    LocalDate on;

    @Nullable
    String source;

    boolean sourceWritten;
    /** Key of a nested record. */
    String key = "";
    /** IRI of the clause judged. */
    String clause = "";

    @Nullable
    Judgement judgement;

    Draft(FormSheet sheet, int number, CellPlace place) {
        this.sheet = sheet;
        this.number = number;
        this.place = place;
    }

    /** Place of a column's cell, or of the row when the cell is empty. */
    CellPlace at(FormColumn column) {
        return at(column.name());
    }

    /** The same by the column's name. */
    CellPlace at(String column) {
        TableCell cell = cells.get(column);
        return cell == null ? place : cell.place();
    }

    void refuse(CellPlace at, String zh, String en) {
        problems.add(new Problem(at, new Text(zh, en)));
    }

    boolean fine() {
        return problems.isEmpty();
    }

    /** Whether it states anything. */
    boolean states() {
        return !facts.isEmpty() || !held.isEmpty() || judgement != null || sheet.kind() == FormSheet.Kind.RECORDS;
    }

    /** What its submission is about, or null as long as that is not known. */
    @Nullable
    Key submission() {
        return known == null || on == null || source == null ? null : new Key(known.code(), known.place(), on, source);
    }

    /** What a submission is about: subject, day and source. */
    record Key(String code, boolean place, LocalDate on, String source) {}

    Answer answer() {
        if (!fine()) {
            return new Answer.Refused(problems.getFirst().place(), code, List.copyOf(problems));
        }
        return warnings.isEmpty()
                ? new Answer.Accepted(place, code)
                : new Answer.AcceptedWithWarning(place, code, List.copyOf(warnings));
    }
}
