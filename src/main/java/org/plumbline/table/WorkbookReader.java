package org.plumbline.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads an .xlsx workbook row by row. */
final class WorkbookReader {
    /** Enough for every site of a province; a sheet above it is not one of ours. */
    private static final int MOST_ROWS = 200_000;

    private static final int MOST_COLUMNS = 2_000;

    private static final long MOST_DIGITS = 30;

    /** What a spreadsheet shows of a binary number; behind it stands noise such as 1.1000000000000001. */
    private static final MathContext SHOWN = new MathContext(15);

    private final TableFile file;
    private int seen;

    WorkbookReader(TableFile file) {
        this.file = file;
    }

    List<Table> read() throws UnreadableFile {
        List<Table> tables = new ArrayList<>();
        WorkbookParts parts = WorkbookGuard.check(file);
        try (ReadableWorkbook workbook = open(parts)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                tables.add(table(sheet, parts.hiddenColumns(sheet.getId())));
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // The library throws many kinds for a broken archive or broken XML inside; none tells the user more than
            // this.
            throw WorkbookGuard.damaged(file);
        }
        return tables;
    }

    private ReadableWorkbook open(WorkbookParts parts) throws IOException, XMLStreamException {
        byte[] bytes = parts.isoDates().isEmpty() ? file.bytes() : IsoDates.plain(file.bytes(), parts.isoDates());
        // The library opens no workbook without styles when it is to look at them.
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(parts.styles(), true));
    }

    private Table table(Sheet sheet, BitSet hiddenColumns) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                TableRow row = row(sheet.getName(), all.next());
                if (!row.empty()) {
                    rows.add(row);
                }
                if (++seen > MOST_ROWS) {
                    throw new UnreadableFile(
                            file.name() + " 的工作表“" + sheet.getName() + "”超过" + MOST_ROWS + "行。请拆成几个文件。",
                            "Sheet " + sheet.getName() + " of " + file.name() + " has more than " + MOST_ROWS
                                    + " rows. Split it into several files.");
                }
            }
        }
        return new Table(
                sheet.getName(),
                false,
                List.copyOf(rows),
                sheet.getVisibility() != SheetVisibility.VISIBLE,
                hiddenColumns.stream().boxed().collect(Collectors.toUnmodifiableSet()));
    }

    private static TableRow row(String sheet, Row row) {
        int width = Math.min(row.getCellCount(), MOST_COLUMNS);
        List<TableCell> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            if (cell != null && cell.getType() != CellType.EMPTY) {
                cells.add(cell(new CellPlace(sheet, row.getRowNum(), i, null), cell));
            }
        }
        return new TableRow(row.getRowNum(), cells, false, row.isHidden());
    }

    private static TableCell cell(CellPlace place, Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case ERROR ->
                IsoDates.day(raw)
                        .map(day -> new TableCell(place, TableCell.Kind.DATE, day.toString()))
                        .orElseGet(() -> new TableCell(place, TableCell.Kind.ERROR, raw));
            case BOOLEAN -> new TableCell(place, TableCell.Kind.BOOLEAN, String.valueOf(cell.asBoolean()));
            case NUMBER -> number(place, cell, raw);
            case FORMULA -> computed(place, cell, raw);
            default ->
                new TableCell(
                        place,
                        TableCell.Kind.TEXT,
                        String.valueOf(cell.getValue()).strip());
        };
    }

    private static TableCell computed(CellPlace place, Cell cell, String raw) {
        return switch (cell.getValue()) {
            case BigDecimal ignored -> number(place, cell, raw);
            case Boolean truth -> new TableCell(place, TableCell.Kind.BOOLEAN, truth.toString());
            case null -> new TableCell(place, TableCell.Kind.ERROR, "=" + cell.getFormula());
            default -> {
                String text = String.valueOf(cell.getValue()).strip();
                yield new TableCell(place, text.startsWith("#") ? TableCell.Kind.ERROR : TableCell.Kind.TEXT, text);
            }
        };
    }

    private static TableCell number(CellPlace place, Cell cell, String raw) {
        if (isDate(cell)) {
            try {
                LocalDateTime moment = cell.asDate();
                return new TableCell(
                        place, TableCell.Kind.DATE, moment.toLocalDate().toString());
            } catch (RuntimeException e) {
                return new TableCell(place, TableCell.Kind.ERROR, raw);
            }
        }
        BigDecimal number = new BigDecimal(raw);
        // Written out, 1E2000000000 would have two thousand million digits.
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return new TableCell(place, TableCell.Kind.ERROR, raw);
        }
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        return new TableCell(place, TableCell.Kind.NUMBER, shown.signum() == 0 ? "0" : shown.toPlainString());
    }

    /** ECMA-376 part 1, 18.8.30: built-in formats 14 to 22 and 45 to 47 are dates, 27 to 36 and 50 to 58 dates in East Asia. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null
                && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || id == null || id < 14) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 && letters.indexOf('m') >= 0;
    }
}
