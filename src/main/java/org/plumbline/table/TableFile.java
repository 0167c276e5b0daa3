package org.plumbline.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * A workbook or CSV file in memory.
 *
 * @param name its name without the folder
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent")
public record TableFile(String name, byte[] bytes) {
    /** What is taken from disk; over HTTP it is less ({@code quarkus.http.limits.max-body-size}). */
    static final long LARGEST = 64L << 20;

    /**
     * Reads a file from disk.
     *
     * @throws UnreadableFile when it is not there, cannot be read, or has more than 64 MB
     */
    public static TableFile of(Path path) throws UnreadableFile {
        Path name = path.getFileName();
        String shown = name == null ? path.toString() : name.toString();
        try {
            if (!Files.isRegularFile(path)) {
                throw new UnreadableFile("没有文件 " + path + "。请检查路径。", "There is no file " + path + ". Check the path.");
            }
            if (Files.size(path) > LARGEST) {
                throw new UnreadableFile(
                        shown + " 超过64 MB。请拆成几个文件。", shown + " has more than 64 MB. Split it into several files.");
            }
            return new TableFile(shown, Files.readAllBytes(path));
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFile(
                    shown + " 无法读取（" + e.getMessage() + "）。", shown + " cannot be read (" + e.getMessage() + ").");
        }
    }

    /** Whether its name says that it is a workbook. */
    public boolean workbook() {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** SHA-256 of the file as hexadecimal digits. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Its tables: the sheets of a workbook, or the one table of a CSV file. What it is, its content says.
     *
     * @throws UnreadableFile when it is neither
     */
    public List<Table> tables() throws UnreadableFile {
        if (bytes.length == 0) {
            throw new UnreadableFile(name + " 是空文件。", name + " is empty.");
        }
        byte[] head = Arrays.copyOf(bytes, 8);
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw new UnreadableFile(
                    name + " 是旧版 .xls 或加了密码。请另存为不带密码的 .xlsx。",
                    name + " is an old .xls or has a password. Save it as .xlsx without a password.");
        }
        if (ReadableWorkbook.isOOXMLZipHeader(head)) {
            return new WorkbookReader(this).read();
        }
        if (workbook()) {
            throw new UnreadableFile(
                    name + " 不是 Excel 工作簿。请用 Excel 或 WPS 另存为 .xlsx。",
                    name + " is no Excel workbook. Save it as .xlsx with Excel or WPS.");
        }
        return List.of(new CsvTable(this).read());
    }
}
