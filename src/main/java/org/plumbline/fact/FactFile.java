package org.plumbline.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.SiteFacts.Judgement;
import org.plumbline.standard.FactDefinition;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableFile;
import org.plumbline.table.TableRow;
import org.plumbline.table.UnreadableFile;

/**
 * Reads a workbook in the form of {@link Template}, a CSV file in the form of its first sheet, a graph of facts, or a table in a
 * form that a mapping knows, checks every cell, and says what each row states or why it is refused. Needs neither database nor
 * container.
 */
public final class FactFile {
    private static final int PAGE = 500;

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> faults = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Incoming incoming;

    private FactFile(Incoming incoming) {
        this.incoming = incoming;
        faults.addAll(incoming.faults());
        notes.addAll(incoming.notes());
    }

    /**
     * What a file is read with.
     *
     * @param form the form of the editions that the facts are for
     * @param lookup the register
     * @param today the day after which nothing can have been observed
     * @param permit what the bringer may state
     * @param foreign forms of other people
     * @param mapping name of the mapping to use; null to choose by the heads
     */
    record Circumstances(
            FactForm form,
            SiteLookup lookup,
            LocalDate today,
            Permit permit,
            ForeignForms foreign,
            @Nullable String mapping) {}

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
        return read(file, new Circumstances(form, lookup, today, Permit.all(), ForeignForms.none(), null));
    }

    /** The same in any circumstances. */
    static FactContent read(TableFile file, Circumstances at) throws UnreadableFile {
        FactFile reading = new FactFile(incoming(file, at));
        boolean any = false;
        for (Table table : reading.incoming.tables()) {
            Heads.Found heads = Heads.find(at.form(), at.lookup(), table);
            reading.faults.addAll(heads.faults());
            FormSheet sheet = heads.sheet();
            if (sheet != null) {
                any = true;
                table.unseen(heads.first())
                        .ifPresent(unseen ->
                                reading.notes.add(new Problem(new CellPlace(table.name(), 1, -1, null), unseen)));
                reading.rows(sheet, table, heads, at);
            }
        }
        if (!any && reading.faults.isEmpty()) {
            throw new UnreadableFile(
                    file.name() + " 里没有可识别的工作表。请用 plumbline template 生成的模板。",
                    file.name() + " has no sheet of the form. Use the template that plumbline template writes.");
        }
        if (any && reading.drafts.isEmpty() && reading.faults.isEmpty()) {
            throw new UnreadableFile(
                    file.name() + " 只有表头，没有数据行，所以没有可记录的内容。请填写后再提交。",
                    file.name()
                            + " has heads and no rows, so that there is nothing to record. Fill it in and hand it in again.");
        }
        AcrossRows rows = new AcrossRows(reading.drafts);
        rows.inherit();
        reading.drafts.forEach(at.permit()::check);
        rows.check();
        return reading.content(file);
    }

    /** Reads the rows of a table, with the sites that a page of them names looked up together. */
    private void rows(FormSheet sheet, Table table, Heads.Found heads, Circumstances at) {
        RowReader rows = new RowReader(at.form(), at.lookup(), at.today());
        List<TableRow> all = table.rows().subList(heads.first(), table.rows().size());
        for (int from = 0; from < all.size(); from += PAGE) {
            List<TableRow> page = all.subList(from, Math.min(all.size(), from + PAGE));
            at.lookup()
                    .prepare(page.stream()
                            .flatMap(row -> row.cells().stream())
                            .filter(cell -> FormColumn.SITE.equals(
                                    heads.columns().get(cell.place().column())))
                            .map(cell -> Spelling.plain(cell.text()))
                            .filter(code -> !code.isEmpty())
                            .toList());
            page.forEach(row -> drafts.add(draft(rows, sheet, table, row, heads)));
        }
    }

    /** The tables of a file in the form of the template, whatever form it came in. */
    private static Incoming incoming(TableFile file, Circumstances at) throws UnreadableFile {
        if (GraphTables.isGraph(file)) {
            return GraphTables.read(file, at.form(), at.lookup());
        }
        List<Table> tables = file.tables();
        if (tables.isEmpty()) {
            throw new UnreadableFile(
                    file.name() + " 里一张工作表也没有。请用 plumbline template 生成的模板。",
                    file.name() + " has no sheet at all. Use the template that plumbline template writes.");
        }
        return at.foreign()
                .translate(tables, at.form(), at.lookup(), at.mapping())
                .orElseGet(() -> Incoming.of(tables));
    }

    private Draft draft(RowReader rows, FormSheet sheet, Table table, TableRow row, Heads.Found heads) {
        Draft draft = rows.read(sheet, incoming.place(table, row), row, heads);
        Incoming.Aside aside = incoming.aside(row);
        if (aside != null) {
            draft.problems.addAll(aside.problems());
            draft.warnings.addAll(aside.warnings());
        }
        return draft;
    }

    private FactContent content(TableFile file) {
        Map<Draft.Key, Statement> statements = new LinkedHashMap<>();
        if (!faults.isEmpty()) {
            return new FactContent(
                    file.name(),
                    file.digest(),
                    incoming.csv(),
                    List.copyOf(faults),
                    List.copyOf(notes),
                    List.of(),
                    List.of());
        }
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).fine()) {
                state(statements, drafts.get(i), i);
            }
        }
        List<FactContent.Row> rows = drafts.stream()
                .map(draft -> new FactContent.Row(draft.sheet, draft.fine() ? Map.of() : texts(draft), draft.answer()))
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
                        origin.place.head() != null ? null : origin.place.table(),
                        origin.number,
                        List.copyOf(statement.rows)));
            }
        });
        return new FactContent(file.name(), file.digest(), incoming.csv(), List.of(), List.copyOf(notes), rows, stated);
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
