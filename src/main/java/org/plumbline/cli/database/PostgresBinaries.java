package org.plumbline.cli.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them (io.zonky.test.postgres) for this machine's kind. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * Unpacks the programs below {@code folder} unless they are there.
     *
     * @return the folder with {@code bin/postgres} and {@code bin/initdb}
     */
    static Path unpack(Path folder) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String kind = machine.equals("aarch64") ? "linux-arm_64" : "linux-x86_64";
        boolean known = machine.equals("aarch64") || machine.equals("amd64") || machine.equals("x86_64");
        byte[] archive = known && system.startsWith("linux") ? archive("/postgres-" + kind + ".txz") : null;
        if (archive == null) {
            throw new DatabaseFailure(
                    "There is no embedded PostgreSQL for " + system + " on " + machine
                            + ": set QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD to a PostgreSQL 18 server of your own.");
        }
        CRC32 sum = new CRC32();
        sum.update(archive);
        Path home = folder.resolve(kind + "-" + Long.toHexString(sum.getValue()));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory(folder, "unpacking");
            untar(archive, draft);
            if (!draft.toFile().renameTo(home.toFile()) && !Files.isDirectory(home)) {
                throw new DatabaseFailure(
                        "PostgreSQL could not be unpacked to " + home + ": is the disk full or read-only?");
            }
        }
        return home;
    }

    private static byte @Nullable [] archive(String resource) throws IOException {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static void untar(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive's folder: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = parent.endsWith("bin") || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
