package org.plumbline.fact.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.plumbline.fact.mapping.Mapping.Column;
import org.plumbline.fact.mapping.Mapping.Head;
import org.plumbline.table.Table;
import org.plumbline.table.TableCell;

/**
 * Finds the columns of a mapping in a table. Heads stand in up to five rows below a title; of merged cells only the first has a
 * text, so that a head also stands over the empty cells to its right.
 */
final class MappedHeads {
    private static final int DEEPEST = 12;
    private static final int MOST_ROWS = 5;
    private static final int MOST_COLUMNS = 2_000;

    private final Mapping mapping;
    private final List<Map<Integer, String>> rows = new ArrayList<>();
    /** Texts as they are compared, each folded once. */
    private final Map<String, String> folded = new HashMap<>();

    private MappedHeads(Mapping mapping, Table table) {
        this.mapping = mapping;
        table.rows().stream().limit(DEEPEST).forEach(row -> {
            Map<Integer, String> texts = new TreeMap<>();
            row.cells().stream()
                    .filter(cell -> !cell.empty() && cell.place().column() < MOST_COLUMNS)
                    .forEach(cell -> texts.put(cell.place().column(), cell.text()));
            rows.add(texts);
        });
    }

    /**
     * A table understood.
     *
     * @param columns where each column of the mapping stands
     * @param missing the columns of the mapping that the table lacks, and should have
     * @param twice columns of the mapping for which the table has several
     * @param unknown heads of columns that the mapping does not know, by index
     * @param heads what stands over each column, for messages
     * @param from index of the first row of heads
     * @param first index of the first row of data
     */
    record Found(
            Map<Column, Integer> columns,
            List<Column> missing,
            List<Column> twice,
            Map<Integer, String> unknown,
            Map<Integer, String> heads,
            int from,
            int first) {
        /** Whether every head is there that must be. */
        boolean complete() {
            return missing.isEmpty();
        }
    }

    /** The heads of a table as far as they fit; the rows that fit best. */
    static Found find(Mapping mapping, Table table) {
        return new MappedHeads(mapping, table).find();
    }

    private Found find() {
        Found best = null;
        for (int last = 0; last < rows.size(); last++) {
            for (int from = last; from >= Math.max(0, last - MOST_ROWS + 1); from--) {
                Found found = match(from, last);
                if (best == null || found.columns().size() > best.columns().size()) {
                    best = found;
                }
            }
        }
        return Objects.requireNonNullElseGet(
                best, () -> new Found(Map.of(), mapping.written().toList(), List.of(), Map.of(), Map.of(), 0, 0));
    }

    private Found match(int from, int last) {
        Map<Integer, List<String>> paths = paths(from, last);
        Map<Column, Integer> columns = new LinkedHashMap<>();
        List<Column> missing = new ArrayList<>();
        List<Column> twice = new ArrayList<>();
        Map<Integer, String> unknown = new TreeMap<>();
        Map<Integer, String> heads = new HashMap<>();
        paths.forEach((index, path) -> {
            heads.put(index, String.join(" › ", path.stream().distinct().toList()));
            unknown.put(index, String.valueOf(heads.get(index)));
        });
        mapping.written().forEach(column -> {
            Head head = Objects.requireNonNull(column.head());
            List<Integer> fitting = paths.entrySet().stream()
                    .filter(entry -> fits(head, entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            fitting.forEach(unknown::remove);
            if (fitting.isEmpty()) {
                if (!head.optional()) {
                    missing.add(column);
                }
            } else {
                columns.put(column, fitting.getFirst());
                if (fitting.size() > 1) {
                    twice.add(column);
                }
            }
        });
        return new Found(columns, missing, twice, unknown, heads, from, last + 1);
    }

    /** The heads over each column from the top down; the last is its own. */
    private Map<Integer, List<String>> paths(int from, int last) {
        Map<Integer, List<String>> paths = new TreeMap<>();
        Map<Integer, List<String>> over = new HashMap<>();
        int width = rows.subList(from, last + 1).stream()
                .flatMap(row -> row.keySet().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
        for (int r = from; r <= last; r++) {
            String carried = null;
            for (int c = 0; c <= width; c++) {
                String own = rows.get(r).get(c);
                carried = own == null ? carried : own;
                if (own != null) {
                    List<String> path = new ArrayList<>(over.getOrDefault(c, List.of()));
                    path.add(own);
                    paths.put(c, path);
                }
                if (carried != null) {
                    over.computeIfAbsent(c, index -> new ArrayList<>()).add(carried);
                }
            }
        }
        return paths;
    }

    private boolean fits(Head head, List<String> path) {
        String own = folded(path.getLast());
        String under = head.under() == null ? null : folded(head.under());
        for (String title : head.titles()) {
            String wanted = folded(title);
            boolean alone = own.equals(wanted)
                    && (under == null
                            || path.subList(0, path.size() - 1).stream()
                                    .anyMatch(one -> folded(one).equals(under)));
            if (alone || under != null && own.equals(under + wanted)) {
                return true;
            }
        }
        return false;
    }

    private String folded(String text) {
        return folded.computeIfAbsent(text, Cells::folded);
    }

    /** Texts that stand above the heads: a title, who counted and when. */
    static List<TableCell> above(Table table, Found found) {
        return table.rows().subList(0, found.from()).stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.empty())
                .toList();
    }
}
