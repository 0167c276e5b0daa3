package org.plumbline.cli.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Writes a backup: one moment of the database, table by table, and the keys. What is served meanwhile is not held up. */
public final class BackupWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Connection connection;
    private final Path keys;

    /**
     * A writer.
     *
     * @param connection to the database; used up by {@link #write}
     * @param keys the folder of the signing keys
     */
    public BackupWriter(Connection connection, Path keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /**
     * Writes everything to a file that only this user can read, which appears when it is whole.
     *
     * @param base the base IRI of the installation
     * @param checkpoint a signed checkpoint of the ledger, as JSON
     * @param progress is told each table that is written
     * @return how many rows were written
     */
    public long write(Path file, String base, String checkpoint, Instant now, Consumer<String> progress)
            throws IOException, SQLException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(
                folder,
                ".backup",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            long rows = write(draft, base, checkpoint, now.toString(), progress);
            move(draft, file);
            return rows;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long write(Path draft, String base, String checkpoint, String made, Consumer<String> progress)
            throws IOException, SQLException {
        // One moment for all tables, however long the writing takes.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        Tables tables = new Tables(connection);
        List<Manifest.Part> parts = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
            for (String table : tables.all()) {
                progress.accept(table);
                parts.add(copy(tables, table, zip));
            }
            copyKeys(zip);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(
                    new Manifest(Manifest.FORMAT, made, base, tables.schema(), checkpoint, parts)));
            zip.closeEntry();
        } finally {
            connection.rollback();
        }
        return parts.stream().mapToLong(Manifest.Part::rows).sum();
    }

    private Manifest.Part copy(Tables tables, String table, ZipOutputStream zip) throws IOException, SQLException {
        String columns = Tables.quoted(tables.columns(table));
        List<String> key = tables.key(table);
        String order = key.isEmpty() ? "" : " order by " + Tables.quoted(key);
        String entry = "tables/" + table + ".csv";
        zip.putNextEntry(new ZipEntry(entry));
        MessageDigest digest = sha256();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + columns + " from " + table + order + ") to stdout (format csv, header)",
                        new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Manifest.Part(table, entry, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private void copyKeys(ZipOutputStream zip) throws IOException {
        if (Files.isDirectory(keys)) {
            try (Stream<Path> files = Files.list(keys)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    zip.putNextEntry(new ZipEntry("keys/" + file.getFileName()));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
