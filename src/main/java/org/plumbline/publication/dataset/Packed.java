package org.plumbline.publication.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file in gzip that was just written.
 *
 * @param rows how many rows it holds
 * @param sha256 its checksum, hexadecimal
 */
record Packed(long rows, String sha256) {
    private static final int BUFFER = 1 << 16;

    /** Writes the rows and says how many there were. */
    interface Rows {
        long to(OutputStream out) throws IOException;
    }

    /** Writes a file, whole or not at all. */
    static Packed write(Path file, Rows content) throws IOException {
        Path part = file.resolveSibling("dump.part");
        MessageDigest digest = digester();
        long rows;
        try (OutputStream packed =
                        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), digest);
                OutputStream gzip = new GZIPOutputStream(packed, BUFFER)) {
            rows = content.to(gzip);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return new Packed(rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
