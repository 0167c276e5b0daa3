package org.plumbline.cli.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/** Reads a backup back into an installation that holds nothing yet. */
public final class BackupReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A start writes this one by itself, from the base that the backup names. */
    private static final String INSTALLATION = ".installation";
    /** A name that stays in its folder on every file system. */
    private static final String KEY = "keys/(?!\\.{1,2}$)[0-9A-Za-z._-]{1,100}";

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    /** A file that is no backup, or one that cannot be read back here; the message says which and what to do. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private BackupReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a backup and checks that it is whole. */
    public static BackupReader open(Path file) throws IOException, Unusable {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw new Unusable(file + " is no backup, or was cut off while it was copied: take another copy.", e);
        }
        try {
            BackupReader reader = new BackupReader(file, zip, manifest(file, zip));
            reader.check();
            return reader;
        } catch (IOException | Unusable | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException, Unusable {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new Unusable(file + " is no backup of Plumbline: it holds no " + Manifest.ENTRY + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (manifest != null && !Manifest.FORMAT.equals(manifest.format())) {
                throw new Unusable(file + " is a backup of the form " + manifest.format()
                        + ", which this program does not read: use the version that made it.");
            }
            if (manifest == null || !manifest.whole()) {
                throw new Unusable(file + " is damaged: its " + Manifest.ENTRY + " lacks a part. Take another copy.");
            }
            return manifest;
        } catch (JsonProcessingException | ZipException | EOFException | CharConversionException e) {
            throw new Unusable(file + " is damaged: its " + Manifest.ENTRY + " is no JSON. Take another copy.", e);
        }
    }

    /** Every table is there as it was written, before anything is changed by it. */
    private void check() throws IOException, Unusable {
        for (Manifest.Part part : manifest.tables()) {
            ZipEntry entry = zip.getEntry(part.entry());
            if (entry == null || !digest(entry).equals(part.sha256())) {
                throw new Unusable(file + " is damaged: the table " + part.table()
                        + " is not what was written. Nothing was restored; take another copy.");
            }
        }
        for (ZipEntry key : keys()) {
            if (!key.getName().matches(KEY) || crc(key) != key.getCrc()) {
                throw new Unusable(file + " is damaged: one of the keys in it is not what was written. Nothing was"
                        + " restored; take another copy.");
            }
        }
    }

    private List<? extends ZipEntry> keys() {
        return zip.stream().filter(one -> one.getName().startsWith("keys/")).toList();
    }

    /** Reading an entry of a file does not compare its checksum. */
    private long crc(ZipEntry entry) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            return -1;
        }
        return crc.getValue();
    }

    private String digest(ZipEntry entry) throws IOException {
        MessageDigest digest = BackupWriter.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            return "";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The base IRI that everything in the backup is named below. */
    public String base() {
        return manifest.base();
    }

    /** When the backup was made, ISO 8601. */
    public String made() {
        return manifest.made();
    }

    /** The signed checkpoint of the ledger in it, as JSON. */
    public String checkpoint() {
        return manifest.checkpoint();
    }

    /**
     * Puts the keys into their folder; before the program starts, which would make new ones.
     *
     * @throws Unusable when the folder has keys already
     */
    public void restoreKeys(Path folder) throws IOException, Unusable {
        if (Files.isDirectory(folder)) {
            try (var there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new Unusable("The folder " + folder + " has keys already, so something was kept here before:"
                            + " restore into a new data folder.");
                }
            }
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (ZipEntry entry : keys()) {
            Path key = folder.resolve(entry.getName().substring("keys/".length()));
            Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(key)) {
                in.transferTo(out);
            }
        }
    }

    /**
     * Fills the tables, all or none.
     *
     * @param connection as the owner of the tables; used up by this
     * @return how many rows were read
     * @throws Unusable when the database holds something already, or is older than the backup
     */
    public long restore(Connection connection, Consumer<String> progress) throws IOException, SQLException, Unusable {
        connection.setAutoCommit(false);
        Tables tables = new Tables(connection);
        requireRoom(connection, tables);
        long rows = 0;
        for (Manifest.Part part : manifest.tables()) {
            if (!part.table().endsWith(INSTALLATION)) {
                progress.accept(part.table());
                rows += copy(connection, tables, part);
            }
        }
        connection.commit();
        return rows;
    }

    private void requireRoom(Connection connection, Tables tables) throws SQLException, Unusable {
        if (Integer.parseInt(tables.schema()) < Integer.parseInt(manifest.schema())) {
            throw new Unusable(file + " was made by a newer version of Plumbline (database " + manifest.schema()
                    + ", here " + tables.schema() + "): restore it with that version.");
        }
        List<String> here = tables.all();
        for (Manifest.Part part : manifest.tables()) {
            if (!here.contains(part.table())) {
                throw new Unusable(file + " holds the table " + part.table()
                        + ", which this version does not have: restore it with the version that made it.");
            }
        }
        for (String table : here) {
            if (!table.endsWith(INSTALLATION) && any(connection, table)) {
                throw new Unusable("The database holds something already (table " + table
                        + "): restore into a new data folder. Nothing was changed.");
            }
        }
    }

    private static boolean any(Connection connection, String table) throws SQLException {
        try (var select = connection.createStatement();
                ResultSet rows = select.executeQuery("select 1 from " + table + " limit 1")) {
            return rows.next();
        }
    }

    private long copy(Connection connection, Tables tables, Manifest.Part part)
            throws IOException, SQLException, Unusable {
        List<String> columns;
        try (InputStream in = zip.getInputStream(zip.getEntry(part.entry()))) {
            columns = List.of(heads(in).split(","));
        }
        if (!tables.columns(part.table()).containsAll(columns)) {
            throw new Unusable(file + " holds columns of " + part.table()
                    + " that this version does not have: restore it with the version that made it.");
        }
        long rows;
        try (InputStream in = zip.getInputStream(zip.getEntry(part.entry()))) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + part.table() + " (" + Tables.quoted(columns)
                                    + ") from stdin (format csv, header)",
                            in);
        }
        try (var statement = connection.createStatement()) {
            for (String column : tables.numbered(part.table())) {
                statement.execute("select setval(pg_get_serial_sequence('" + part.table() + "', '" + column
                        + "'), greatest(1, (select coalesce(max(" + column + "), 0) from " + part.table() + ")))");
            }
        }
        return rows;
    }

    private static String heads(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
