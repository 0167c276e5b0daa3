package org.plumbline.fact;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.postgresql.PGConnection;

/** A file read by the library that the program reads it with, and its cells copied into plain tables, a column a column. */
final class PlainCopy {
    private final Connection connection;

    PlainCopy(Connection connection) {
        this.connection = connection;
    }

    /** Rows of cells, one table a sheet. */
    record Cells(int width, List<List<String>> rows) {}

    /** Seconds that reading, making the tables and copying take, with one commit; the tables are dropped afterwards. */
    double seconds(Path file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        List<Cells> sheets = read(file);
        for (int i = 0; i < sheets.size(); i++) {
            String columns = IntStream.range(0, sheets.get(i).width())
                    .mapToObj(column -> "c" + column + " text")
                    .collect(Collectors.joining(","));
            execute("create table sheet" + i + " (" + columns + ")");
            copy("sheet" + i, sheets.get(i));
        }
        connection.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        for (int i = 0; i < sheets.size(); i++) {
            execute("drop table sheet" + i);
        }
        connection.commit();
        return seconds;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void copy(String table, Cells cells) throws IOException, SQLException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            for (List<String> row : cells.rows) {
                List<String> whole = new ArrayList<>(row);
                while (whole.size() < cells.width) {
                    whole.add("");
                }
                csv.writeRecord(whole);
            }
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format csv)", new StringReader(text.toString()));
    }

    static List<Cells> read(Path file) throws IOException {
        return file.toString().endsWith(".csv") ? List.of(csv(file)) : workbook(file);
    }

    private static Cells csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(record -> rows.add(record.getFields()));
        }
        return cells(rows);
    }

    private static List<Cells> workbook(Path file) throws IOException {
        List<Cells> sheets = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, true))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.add(cells(rows.map(PlainCopy::texts).toList()));
                }
            }
        }
        return sheets;
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(c ->
                        row.getOptionalCell(c).map(cell -> cell.getRawValue()).orElse(""))
                .map(text -> text == null ? "" : text)
                .toList();
    }

    private static Cells cells(List<List<String>> rows) {
        return new Cells(rows.stream().mapToInt(List::size).max().orElse(0), rows);
    }
}
