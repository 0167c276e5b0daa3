package org.plumbline.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.fact.table.Table;
import org.plumbline.fact.table.TableCell;
import org.plumbline.fact.table.TableFile;
import org.plumbline.fact.table.TableRow;
import org.plumbline.fact.table.UnreadableFile;
import org.plumbline.standard.FactDefinition;

/**
 * Reads a workbook in the form of {@link Template}, or a CSV file in the form of its first sheet, checks every cell, and says
 * what each row states or why it is refused. Needs neither database nor container.
 */
public final class FactFile {
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> faults = new ArrayList<>();
    private final boolean text;

    private FactFile(boolean text) {
        this.text = text;
    }

    /**
     * Reads a file.
     *
     * @param form the form of the editions that the facts are for
     * @param lookup the register, or {@link SiteLookup#withoutRegister}
     * @param today the day after which nothing can have been observed; without a register also the day of rows that name none
     * @throws UnreadableFile when nothing can be read from it
     */
    public static FactContent read(TableFile file, FactForm form, SiteLookup lookup, LocalDate today)
            throws UnreadableFile {
        return read(file, form, lookup, today, Permit.all());
    }

    /** The same for a bringer who may not state everything. */
    static FactContent read(TableFile file, FactForm form, SiteLookup lookup, LocalDate today, Permit permit)
            throws UnreadableFile {
        List<Table> tables = file.tables();
        FactFile reading = new FactFile(tables.getFirst().text());
        boolean any = false;
        for (Table table : tables) {
            Heads.Found heads = Heads.find(form, lookup, table);
            reading.faults.addAll(heads.faults());
            FormSheet sheet = heads.sheet();
            if (sheet != null) {
                any = true;
                RowReader rows = new RowReader(form, lookup, today);
                for (TableRow row :
                        table.rows().subList(heads.first(), table.rows().size())) {
                    reading.drafts.add(rows.read(sheet, table, row, heads.columns()));
                }
            }
        }
        if (!any && reading.faults.isEmpty()) {
            throw new UnreadableFile(
                    file.name() + " 里没有可识别的工作表。请用 plumbline template 生成的模板。",
                    file.name() + " has no sheet of the form. Use the template that plumbline template writes.");
        }
        reading.inherit();
        reading.drafts.forEach(permit::check);
        reading.duplicates();
        reading.wholeSets();
        reading.conflicts();
        return reading.content(file);
    }

    /** Nested records and judgements take day, source and class from the one row of their site, unless they give them. */
    private void inherit() {
        Map<String, List<Draft>> sites = new HashMap<>();
        drafts.stream()
                .filter(draft -> draft.sheet.kind() == FormSheet.Kind.SITES)
                .forEach(draft -> sites.computeIfAbsent(draft.code, code -> new ArrayList<>())
                        .add(draft));
        for (Draft draft : drafts) {
            if (draft.sheet.kind() == FormSheet.Kind.SITES || draft.known == null) {
                continue;
            }
            List<Draft> rows = sites.getOrDefault(draft.code, List.of());
            if (!rows.isEmpty()) {
                draft.siteClass = rows.getFirst().siteClass;
            }
            boolean dated = draft.on != null && draft.source != null;
            if (rows.size() == 1 && !dated) {
                draft.on = draft.on == null ? rows.getFirst().on : draft.on;
                draft.source = draft.source == null ? rows.getFirst().source : draft.source;
            }
            if (draft.submission() == null && draft.fine()) {
                draft.refuse(
                        draft.place,
                        "不知道是哪天、由谁观察的：“站点”表里 " + draft.code + " 有 " + rows.size() + " 行可用。请在本行写明观察日期和来源。",
                        "It is not known when and by whom this was observed, for the sheet of sites has " + rows.size()
                                + " rows to take it from: write date and source here.");
            }
        }
    }

    private void duplicates() {
        Map<List<Object>, Draft> seen = new HashMap<>();
        for (Draft draft : drafts) {
            Draft.Key key = draft.submission();
            if (key == null
                    || draft.sheet.kind() == FormSheet.Kind.RECORDS && draft.key.isEmpty()
                    || draft.sheet.kind() == FormSheet.Kind.JUDGEMENTS && draft.clause.isEmpty()) {
                continue;
            }
            Draft first = seen.putIfAbsent(List.of(draft.sheet.name(), key, draft.key, draft.clause), draft);
            if (first != null) {
                draft.refuse(
                        draft.place,
                        "与 " + first.place + " 重复（同一站点、日期和来源" + (draft.key.isEmpty() ? "" : "、编号 " + draft.key)
                                + "）。请只留一行。",
                        "The row repeats " + first.place + " (same site, date and source"
                                + (draft.key.isEmpty() ? "" : ", key " + draft.key) + "): keep one of them.");
            }
        }
    }

    /** A set of records counts as complete, so that one refused record would make the others say that it does not exist. */
    private void wholeSets() {
        Map<List<Object>, List<Draft>> sets = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Draft.Key key = draft.submission();
            FactDefinition records = draft.sheet.records();
            if (records != null && key != null) {
                sets.computeIfAbsent(List.of(records.name(), key), set -> new ArrayList<>())
                        .add(draft);
            }
        }
        for (Draft site : drafts) {
            Draft.Key key = site.submission();
            if (key != null && site.sheet.kind() == FormSheet.Kind.SITES) {
                site.facts
                        .keySet()
                        .forEach(
                                fact -> sets.getOrDefault(List.of(fact, key), List.of())
                                        .forEach(
                                                record -> record.refuse(
                                                        record.place,
                                                        site.place + " 说“无”，这里却列了一条。请改正其中一处。",
                                                        site.place
                                                                + " says that there is none, and here stands one: correct one of the two.")));
            }
        }
        for (List<Draft> set : sets.values()) {
            FactDefinition records = set.getFirst().sheet.records();
            Draft bad = set.stream().filter(draft -> !draft.fine()).findFirst().orElse(null);
            if (bad == null || records == null || records.key() != null) {
                continue;
            }
            set.stream()
                    .filter(Draft::fine)
                    .forEach(draft -> draft.refuse(
                            draft.place,
                            records.label().zh() + "要整组一起记录，而 " + bad.place + " 被退回。请改正那一行后一并重新提交。",
                            "Records of " + records.label().en() + " are taken as a complete set, and " + bad.place
                                    + " is refused: correct it and hand in all of them again."));
        }
    }

    /** Two rows that give one place different values on one day from one source. */
    private void conflicts() {
        Map<List<Object>, Draft> first = new HashMap<>();
        for (Draft draft : drafts) {
            Draft.Key key = draft.submission();
            if (key == null) {
                continue;
            }
            draft.held.forEach((place, facts) -> facts.forEach((fact, value) -> {
                Draft before = first.putIfAbsent(List.of(place, fact, key.on(), key.source()), draft);
                FactValue other = before == null
                        ? value
                        : before.held.getOrDefault(place, new TreeMap<>()).get(fact);
                if (before != null && !value.equals(other)) {
                    draft.refuse(
                            draft.at(fact),
                            place + " 的" + fact + "与 " + before.place + " 不同。请改成一致。",
                            fact + " of " + place + " differs from " + before.place + ": make them agree.");
                }
            }));
        }
    }

    private FactContent content(TableFile file) {
        Map<Draft.Key, Statement> statements = new LinkedHashMap<>();
        if (!faults.isEmpty()) {
            return new FactContent(file.name(), file.digest(), List.copyOf(faults), List.of(), List.of());
        }
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).fine()) {
                state(statements, drafts.get(i), i);
            }
        }
        List<FactContent.Row> rows = drafts.stream()
                .map(draft -> new FactContent.Row(draft.sheet, texts(draft), draft.answer()))
                .toList();
        List<FactContent.Stated> stated = new ArrayList<>();
        statements.forEach((key, statement) -> {
            if (!statement.facts.isEmpty() || !statement.judgements.isEmpty()) {
                Draft origin = drafts.get(statement.rows.getFirst());
                stated.add(new FactContent.Stated(
                        new SiteFacts(
                                key.code(),
                                key.place(),
                                statement.siteClass,
                                key.on(),
                                key.source(),
                                statement.facts,
                                statement.judgements),
                        text ? null : origin.place.table(),
                        origin.number,
                        List.copyOf(statement.rows)));
            }
        });
        return new FactContent(file.name(), file.digest(), List.of(), rows, stated);
    }

    /** What several rows say together. */
    private static final class Statement {
        final TreeMap<String, FactValue> facts = new TreeMap<>();
        final TreeMap<String, Judgement> judgements = new TreeMap<>();
        final List<Integer> rows = new ArrayList<>();

        @Nullable
        String siteClass;
    }

    private static void state(Map<Draft.Key, Statement> statements, Draft draft, int index) {
        Draft.Key key = draft.submission();
        if (key == null) {
            return;
        }
        Statement statement = statements.computeIfAbsent(key, made -> new Statement());
        statement.rows.add(index);
        statement.siteClass = statement.siteClass == null ? draft.siteClass : statement.siteClass;
        FactDefinition records = draft.sheet.records();
        if (records != null) {
            FactValue.Records set = (FactValue.Records)
                    statement.facts.computeIfAbsent(records.name(), name -> new FactValue.Records(new TreeMap<>()));
            set.records().put(draft.key, draft.facts);
        } else {
            statement.facts.putAll(draft.facts);
        }
        if (draft.judgement != null) {
            statement.judgements.put(draft.clause, draft.judgement);
        }
        draft.held.forEach((place, facts) -> {
            Statement other = statements.computeIfAbsent(
                    new Draft.Key(place, true, key.on(), key.source()), made -> new Statement());
            other.facts.putAll(facts);
            other.rows.add(index);
        });
    }

    private static Map<String, String> texts(Draft draft) {
        Map<String, String> texts = new LinkedHashMap<>();
        draft.cells.forEach((column, cell) ->
                texts.put(column, cell.kind() == TableCell.Kind.ERROR && cell.empty() ? "#" : cell.text()));
        if (draft.on != null) {
            texts.putIfAbsent(FormColumn.DATE.name(), draft.on.toString());
        }
        if (draft.source != null) {
            texts.putIfAbsent(FormColumn.SOURCE.name(), draft.source);
        }
        return texts;
    }
}
