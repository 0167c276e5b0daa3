package org.plumbline.fact.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.fact.SiteLookup;
import org.plumbline.fact.Transcript;
import org.plumbline.fact.mapping.Mapping.About;
import org.plumbline.fact.mapping.Mapping.Column;
import org.plumbline.fact.mapping.Mapping.Nested;
import org.plumbline.fact.mapping.Mapping.Use;
import org.plumbline.table.CellPlace;
import org.plumbline.table.TableCell;
import org.plumbline.table.TableRow;

/** Writes one row of somebody's table over. */
final class MappedRow {
    /** More records of one kind than this no site has: the number is something else. */
    private static final int MOST_RECORDS = 200;

    private final Mapping mapping;
    private final MappedHeads.Found heads;
    private final Transcript transcript;
    private final Transcript.Row row;
    private final CellPlace place;
    private final Map<Integer, TableCell> cells = new HashMap<>();

    MappedRow(Mapping mapping, MappedHeads.Found heads, Transcript transcript, CellPlace place, TableRow from) {
        this.mapping = mapping;
        this.heads = heads;
        this.transcript = transcript;
        this.place = place;
        this.row = transcript.site(place);
        from.cells().forEach(cell -> cells.put(cell.place().column(), cell));
    }

    void write(SiteLookup lookup) {
        identities(lookup);
        for (Column column : mapping.columns()) {
            if (column.use() instanceof Use.Fact(var fact)) {
                if (column.sumOf().isEmpty()) {
                    put(row, fact, column);
                } else {
                    sum(fact, column);
                }
            }
        }
        mapping.nested().stream().map(Nested::fact).distinct().forEach(this::records);
    }

    private void identities(SiteLookup lookup) {
        Column day = mapping.identity(About.OBSERVED_ON);
        Column source = mapping.identity(About.SOURCE);
        if (day != null) {
            put(row, Transcript.DATE, day);
        }
        if (source != null) {
            put(row, Transcript.SOURCE, source);
        }
        Column kind = mapping.identity(About.SITE_CLASS);
        List<String> classes = kind == null
                ? List.of()
                : Cells.split(text(kind).replace("; ", " "), " ").stream()
                        .filter(one -> !one.isEmpty())
                        .toList();
        Column finder = mapping.finder();
        About by = ((Use.Identity) finder.use()).id();
        String wanted = Cells.plain(text(finder));
        if (by == About.SITE_CODE && classes.size() == 1) {
            row.put(Transcript.SITE_CLASS, classes.getFirst(), at(kind == null ? finder : kind));
        }
        if (wanted.isEmpty()) {
            return;
        }
        SiteFinder.Site site = new SiteFinder(lookup).find(by, wanted, Set.copyOf(classes), day(day));
        row.put(Transcript.SITE, site.code(), at(finder));
        if (site.wrong() != null) {
            row.refuse(at(finder), site.wrong().zh(), site.wrong().en());
        }
    }

    /** The day of the row; of one that cannot be read any will do, for the row is refused. */
    private LocalDate day(@Nullable Column column) {
        try {
            return column == null ? LocalDate.EPOCH : LocalDate.parse(text(column));
        } catch (DateTimeParseException e) {
            return LocalDate.EPOCH;
        }
    }

    private String text(Column column) {
        return Cells.read(column.conversion(), cell(column)).text();
    }

    private @Nullable TableCell cell(Column column) {
        Integer index = heads.columns().get(column);
        return index == null ? null : cells.get(index);
    }

    /** Where a column of this row stands, under its head. */
    private CellPlace at(Column column) {
        Integer index = heads.columns().get(column);
        Mapping.Head head = column.head();
        return index == null || head == null ? place : new CellPlace(place.table(), place.row(), index, head.shown());
    }

    private void put(Transcript.Row to, String name, Column column) {
        TableCell cell = cell(column);
        Cells.Read read = Cells.read(column.conversion(), cell);
        CellPlace at = at(column);
        if (read.text().isEmpty()) {
            if (column.conversion().required()) {
                to.refuse(at, "这一格不能空着。请补上。", "The cell must not be empty: fill it in.");
            }
            return;
        }
        TableCell.Kind kind = cell != null && read.text().equals(cell.text()) ? cell.kind() : TableCell.Kind.TEXT;
        to.put(name, new TableCell(at, kind, read.text()));
        if (read.wrong() != null) {
            to.refuse(at, read.wrong().zh(), read.wrong().en());
        }
    }

    /** A sum is stated only when all its parts are: with one missing it would be too small. */
    private void sum(String fact, Column column) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Column> empty = new ArrayList<>();
        List<Column> parts = column.sumOf().stream().map(mapping::named).toList();
        for (Column part : parts) {
            Cells.Read read = Cells.read(part.conversion(), cell(part));
            Optional<BigDecimal> number = Cells.number(read.text());
            if (read.text().isEmpty()) {
                empty.add(part);
            } else if (number.isEmpty() || read.wrong() != null) {
                row.refuse(
                        at(part),
                        "“" + read.text() + "”不是数字，无法加总。请只写数字。",
                        "\"" + read.text() + "\" is no number, so that it cannot be added up: write the number alone.");
                return;
            } else {
                sum = sum.add(number.get());
            }
        }
        if (empty.isEmpty()) {
            CellPlace first = at(parts.getFirst());
            row.put(fact, Cells.written(sum), new CellPlace(first.table(), first.row(), -1, sumHead(parts)));
        } else if (empty.size() < parts.size()) {
            row.warn(
                    at(empty.getFirst()),
                    "有" + empty.size() + "个分项没有填（" + heads(empty) + "），所以没有记录合计 f:" + fact + "。没有的请写0。",
                    empty.size() + " parts are empty (" + heads(empty) + "), so that the sum f:" + fact
                            + " is not recorded: write 0 where there is none.");
        }
    }

    private String sumHead(List<Column> parts) {
        return heads(List.of(parts.getFirst())) + " + … + " + heads(List.of(parts.getLast()));
    }

    private String heads(List<Column> columns) {
        return String.join(
                "；",
                columns.stream()
                        .map(column -> Objects.requireNonNull(column.head()).shown())
                        .toList());
    }

    /** The records of one fact, which are a complete set: with one number missing none of them is stated. */
    private void records(String fact) {
        List<Nested> all =
                mapping.nested().stream().filter(one -> one.fact().equals(fact)).toList();
        List<Integer> numbers = new ArrayList<>();
        List<Column> empty = new ArrayList<>();
        for (Nested one : all) {
            Column counter = one.repeatedBy() == null ? null : mapping.named(one.repeatedBy());
            int number = counter == null ? (stated(one) ? 1 : 0) : number(counter);
            if (number < 0) {
                return;
            }
            if (counter != null && text(counter).isEmpty()) {
                empty.add(counter);
            }
            numbers.add(number);
        }
        if (!empty.isEmpty()) {
            if (numbers.stream().anyMatch(number -> number > 0)) {
                row.warn(
                        at(empty.getFirst()),
                        "没有填 " + heads(empty) + "，而明细要整组记录，所以 f:" + fact + " 没有记录。没有的请写0。",
                        heads(empty) + " is empty, and records are a complete set, so that f:" + fact
                                + " is not recorded: write 0 where there is none.");
            }
            return;
        }
        boolean counted = all.stream().anyMatch(one -> one.repeatedBy() != null);
        if (counted && numbers.stream().allMatch(number -> number == 0)) {
            row.put(fact, "none", place);
        }
        for (int i = 0; i < all.size(); i++) {
            for (int n = 1; n <= numbers.get(i); n++) {
                record(all.get(i), n, numbers.get(i));
            }
        }
    }

    private boolean stated(Nested nested) {
        return nested.columns().stream()
                .anyMatch(column -> column.head() != null && !text(column).isEmpty());
    }

    /** How many records a column says; -1 after it was refused. */
    private int number(Column counter) {
        String text = text(counter);
        if (text.isEmpty()) {
            return 0;
        }
        Optional<BigDecimal> number = Cells.number(text);
        if (number.isPresent()
                && number.get().signum() >= 0
                && number.get().stripTrailingZeros().scale() <= 0
                && number.get().compareTo(BigDecimal.valueOf(MOST_RECORDS)) <= 0) {
            return number.get().intValue();
        }
        row.refuse(
                at(counter),
                "“" + text + "”不是0到" + MOST_RECORDS + "的整数，不知道有几条明细。请写整数。",
                "\"" + text + "\" is no whole number from 0 to " + MOST_RECORDS
                        + ", so that nobody knows how many records there are: write a whole number.");
        return -1;
    }

    private void record(Nested nested, int n, int of) {
        var definition = Objects.requireNonNull(transcript.form().book().facts().get(nested.fact()));
        Optional<Transcript.Row> made = transcript.record(definition, place);
        if (made.isEmpty()) {
            return;
        }
        Transcript.Row record = made.get();
        for (String id : List.of(Transcript.SITE, Transcript.DATE, Transcript.SOURCE)) {
            row.cell(id).ifPresent(cell -> record.put(id, cell));
        }
        if (!nested.key().isEmpty()) {
            record.put(Transcript.key(definition), nested.key() + (nested.repeatedBy() == null ? "" : "-" + n), place);
        }
        for (Column column : nested.columns()) {
            if (column.head() == null || of == 1) {
                put(record, column.fact(), column);
            } else if (!text(column).isEmpty()) {
                record.warn(
                        at(column),
                        "这个数是" + of + "条明细合在一起的，不能记到每一条上，所以没有记录。",
                        "The value is of " + of + " records together and not of each, so that it is not recorded.");
            }
        }
    }
}
