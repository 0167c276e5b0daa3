package org.plumbline.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A workbook without the moment of its making, so that the same form is the same bytes, and without empty passwords. */
final class Undated {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String SHEET = "xl/worksheets/sheet";

    private Undated() {}

    /** Copies it; {@code sheets} are the columns of its first sheets, for what is to be said at their heads. */
    static void copy(byte[] workbook, List<List<FormColumn>> sheets, OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(to, StandardCharsets.UTF_8);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            for (ZipArchiveEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EPOCH);
                out.putNextEntry(copy);
                try (InputStream in = zip.getInputStream(entry)) {
                    String name = entry.getName();
                    byte[] bytes = in.readAllBytes();
                    if (name.equals("docProps/core.xml")) {
                        bytes = without(bytes, "<dcterms:created[^>]*>[^<]*</dcterms:created>");
                    } else if (name.startsWith(SHEET)) {
                        // The hash of an empty password, which no password opens.
                        bytes = without(bytes, "(?<=<sheetProtection) password=\"0\"");
                        int index = Integer.parseInt(name.substring(SHEET.length(), name.indexOf('.'))) - 1;
                        if (index < sheets.size()) {
                            bytes = FormFinish.sheet(new String(bytes, StandardCharsets.UTF_8), sheets.get(index))
                                    .getBytes(StandardCharsets.UTF_8);
                        }
                    }
                    out.write(bytes);
                }
                out.closeEntry();
            }
        }
        out.finish();
    }

    private static byte[] without(byte[] xml, String pattern) {
        return new String(xml, StandardCharsets.UTF_8).replaceFirst(pattern, "").getBytes(StandardCharsets.UTF_8);
    }
}
