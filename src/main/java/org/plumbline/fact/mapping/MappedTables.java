package org.plumbline.fact.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.fact.SiteLookup;
import org.plumbline.fact.Transcript;
import org.plumbline.fact.mapping.Mapping.Column;
import org.plumbline.fact.mapping.Mapping.Use;
import org.plumbline.rulebook.Text;
import org.plumbline.table.CellPlace;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableRow;

/** Writes a table over by a mapping, and tells what of it is not recorded. */
final class MappedTables {
    private static final int MOST_SHOWN = 200;

    private final Mapping mapping;
    private final Table table;
    private final MappedHeads.Found heads;
    private final Transcript transcript;

    MappedTables(Mapping mapping, Table table, MappedHeads.Found heads, Transcript transcript) {
        this.mapping = mapping;
        this.table = table;
        this.heads = heads;
        this.transcript = transcript;
    }

    void write(SiteLookup lookup) {
        CellPlace at = place(table.rows().get(heads.from()).number());
        transcript.note(
                at,
                "按映射“" + mapping.title().zh() + "”（" + mapping.name() + "）读取。被退回的行按模板的格式返回。",
                "Read by the mapping \"" + mapping.title().en() + "\" (" + mapping.name()
                        + "). Refused rows come back in the form of the template.");
        for (Column column : heads.twice()) {
            transcript.fault(
                    at,
                    "有几列的表头都是“" + shown(column) + "”，不知道是哪一列。请只留一列。",
                    "Several columns have the head \"" + shown(column)
                            + "\", and nobody knows which is meant: keep one.");
        }
        table.unseen(heads.first()).ifPresent(unseen -> transcript.note(at, unseen.zh(), unseen.en()));
        above(at);
        missing(at);
        unknown(at);
        ignored(at);
        prepare(lookup);
        List<Integer> passed = new ArrayList<>();
        for (TableRow row : table.rows().subList(heads.first(), table.rows().size())) {
            if (passedOver(row)) {
                passed.add(row.number());
            } else {
                new MappedRow(mapping, heads, transcript, place(row.number()), row).write(lookup);
            }
        }
        if (!passed.isEmpty()) {
            transcript.note(
                    place(passed.getFirst()),
                    "合计、签名等行不是站点的事实，没有读取：第" + cut(passed.toString()) + "行。",
                    "Rows of sums and signatures state no facts of a site and are not read: " + cut(passed.toString())
                            + ".");
        }
    }

    /** Has what the rows are about looked up together. */
    private void prepare(SiteLookup lookup) {
        Integer column = heads.columns().get(mapping.finder());
        List<String> words = table.rows().subList(heads.first(), table.rows().size()).stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> column != null && cell.place().column() == column)
                .map(cell -> Cells.plain(
                        Cells.read(mapping.finder().conversion(), cell).text()))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        switch (((Use.Identity) mapping.finder().use()).id()) {
            case SITE_NAME, COMMITTEE_NAME -> lookup.prepareNames(words);
            default -> lookup.prepare(words);
        }
    }

    private CellPlace place(int row) {
        return new CellPlace(table.name(), row, -1, table.text() ? "" : null);
    }

    private static String shown(Column column) {
        return Objects.requireNonNull(column.head()).shown();
    }

    private static String cut(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + " …" : text;
    }

    private void above(CellPlace at) {
        List<String> texts =
                MappedHeads.above(table, heads).stream().map(TableCell::text).toList();
        if (!texts.isEmpty()) {
            transcript.note(
                    at,
                    "表头上方的文字没有读取：" + cut(String.join("；", texts)) + "。",
                    "What stands above the heads is not read: " + cut(String.join("; ", texts)) + ".");
        }
    }

    private void missing(CellPlace at) {
        List<String> lacking = heads.missing().stream()
                .filter(column -> !(column.use() instanceof Use.Ignored))
                .map(MappedTables::shown)
                .toList();
        if (!lacking.isEmpty()) {
            transcript.note(
                    at,
                    "表里缺少这些列，它们说的事实没有记录：" + cut(String.join("；", lacking)) + "。",
                    "The table lacks these columns, and what they state is not recorded: "
                            + cut(String.join("; ", lacking)) + ".");
        }
    }

    private void unknown(CellPlace at) {
        List<String> heads = new ArrayList<>(this.heads.unknown().values());
        table.rows().subList(this.heads.first(), table.rows().size()).stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.empty()
                        && !this.heads.heads().containsKey(cell.place().column()))
                .findFirst()
                .ifPresent(cell -> heads.add(cell.place().toString()));
        if (!heads.isEmpty()) {
            transcript.note(
                    at,
                    "映射不认识这些列，没有记录：" + cut(String.join("；", heads)) + "。",
                    "The mapping does not know these columns, and they are not recorded: "
                            + cut(String.join("; ", heads)) + ".");
        }
    }

    /** What the mapping leaves out, by reason. */
    private void ignored(CellPlace at) {
        Map<Text, List<String>> byReason = new LinkedHashMap<>();
        mapping.written().filter(column -> heads.columns().containsKey(column)).forEach(column -> {
            if (column.use() instanceof Use.Ignored(var why)) {
                byReason.computeIfAbsent(why, reason -> new ArrayList<>()).add(shown(column));
            }
        });
        byReason.forEach((why, columns) -> transcript.note(
                at,
                "没有记录：" + String.join("；", columns) + "。原因：" + why.zh(),
                "Not recorded: " + String.join("; ", columns) + ". Why: " + why.en()));
    }

    private boolean passedOver(TableRow row) {
        Integer finder = heads.columns().get(mapping.finder());
        String text = row.cells().stream()
                .filter(cell -> !cell.empty())
                .filter(cell -> finder == null || cell.place().column() == finder)
                .map(cell -> Cells.plain(cell.text()))
                .findFirst()
                .orElse("");
        String first = row.cells().stream()
                .filter(cell -> !cell.empty())
                .map(cell -> Cells.plain(cell.text()))
                .findFirst()
                .orElse("");
        return mapping.passOver().stream()
                .map(Cells::plain)
                .anyMatch(beginning -> text.startsWith(beginning) || first.startsWith(beginning));
    }
}
