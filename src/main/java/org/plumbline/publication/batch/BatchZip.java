package org.plumbline.publication.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.publication.batch.BatchTable.Paper;
import org.plumbline.report.Print;
import org.plumbline.web.SafeCell;

/** A batch as one zip: a folder for each street with the papers of its sites, and an index with their hashes; the same batch has the same bytes. */
final class BatchZip {
    /** So many papers are in memory at a time. */
    private static final int PAGE = 8;

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final int LONGEST = 60;

    private final BatchTable table;
    private final Batch batch;

    BatchZip(BatchTable table, Batch batch) {
        this.table = table;
        this.batch = batch;
    }

    /** Writes it, a few papers at a time. */
    void write(OutputStream to) throws IOException {
        List<String> index = new ArrayList<>();
        index.add(line("代码 code", "名称 name", "街镇 street", "等级 band", "得分 score", "文件 file", "SHA-256"));
        // Not closed when something fails: a file that breaks off is seen to be cut, one that ends properly is not.
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        String last = "";
        for (List<Paper> page = table.papers(batch.id(), last, PAGE);
                !page.isEmpty();
                page = table.papers(batch.id(), last, PAGE)) {
            for (Paper paper : page) {
                byte[] file = paper.file();
                String name = file == null
                        ? ""
                        : safe(paper.street()) + "/" + safe(paper.site() + " " + paper.name()) + "." + batch.print();
                if (file != null) {
                    put(zip, name, file);
                }
                index.add(line(
                        paper.site(),
                        paper.name(),
                        paper.street(),
                        paper.band(),
                        paper.score(),
                        file == null ? "未能生成 could not be printed" : name,
                        paper.sha256()));
            }
            last = page.getLast().site();
        }
        if (index.size() - 1 != batch.total()) {
            throw new IOException("The batch " + batch.id() + " went away while it was fetched: " + (index.size() - 1)
                    + " of " + batch.total() + " papers were there");
        }
        put(zip, "index.csv", ("\ufeff" + String.join("\r\n", index) + "\r\n").getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    /** Name of the file that a batch is fetched as. */
    static String fileName(Batch batch) {
        return "plumbline-" + batch.place() + "-" + batch.edition().replace('/', '-') + "-" + batch.onDate()
                + (batch.print().equals(Print.SIGNED.suffix())
                        ? ""
                        : "-" + batch.print().replace('.', '-')) + ".zip";
    }

    /** Stored as it is, for the papers are compressed already. */
    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setLastModifiedTime(FileTime.from(batch.onDate().atStartOfDay().toInstant(ZoneOffset.UTC)));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** A name that every system takes and that leads nowhere else. */
    static String safe(String name) {
        String plain = NOT_IN_NAMES.matcher(name).replaceAll("_").strip().replaceAll("^\\.+|\\.+$", "_");
        return plain.isEmpty()
                ? "_"
                : plain.substring(
                        0, plain.offsetByCodePoints(0, Math.min(plain.codePointCount(0, plain.length()), LONGEST)));
    }

    private static String line(String... cells) {
        return Stream.of(cells)
                .map(cell -> '"' + SafeCell.write(cell).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
