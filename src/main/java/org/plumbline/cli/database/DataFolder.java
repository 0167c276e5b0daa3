package org.plumbline.cli.database;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything one installation keeps. One process at a time owns it (a file lock, which the system drops
 * with the process); the others read from {@code postgres.properties} where its database listens.
 */
final class DataFolder {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** Linux refuses socket addresses longer than 107 bytes; "/.s.PGSQL.65535" takes 15 of them. */
    private static final int SOCKET_FOLDER_BYTES = 92;

    private final Path path;
    private @Nullable FileChannel lock;

    DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path, PRIVATE_FOLDER);
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The data folder " + path + " cannot be made: " + e + ". Choose another with --data.", e);
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** Takes the folder for this process; false when another process, or another database of this one, has it. */
    boolean lock(String purpose) {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                return false;
            }
            channel.truncate(0);
            String owner = ProcessHandle.current().pid() + " " + purpose + "\n";
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
            lock = channel;
            return true;
        } catch (IOException e) {
            throw new DatabaseFailure("The data folder " + path + " cannot be locked: " + e, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    void unlock() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who holds the folder: process number and what it does, "4242 serve"; "another process" when that is not written yet. */
    String holder() {
        try {
            String line = Files.readString(path.resolve("lock")).strip();
            return line.isEmpty() ? "another process" : "process " + line.replaceFirst(" ", " (plumbline ") + ")";
        } catch (IOException e) {
            return "another process";
        }
    }

    /** Passwords and port of the embedded database; new random passwords where the folder has none. */
    Properties secrets() {
        Properties secrets = new Properties();
        Path file = path.resolve("postgres.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new DatabaseFailure("The database's passwords cannot be read from " + file + ": " + e, e);
            }
        } else {
            SecureRandom random = new SecureRandom();
            for (String role : new String[] {"superuser", "owner", "app"}) {
                byte[] bytes = new byte[24];
                random.nextBytes(bytes);
                secrets.setProperty(role + ".password", HexFormat.of().formatHex(bytes));
            }
        }
        return secrets;
    }

    /** Keeps the passwords and the port, readable by this user only, in one step. */
    void keep(Properties secrets) {
        Path file = path.resolve("postgres.properties");
        try {
            Path draft = Files.createTempFile(path, "postgres", ".properties", PRIVATE_FILE);
            try (Writer writer = Files.newBufferedWriter(draft)) {
                secrets.store(
                        writer, "Where the embedded database listens, and its passwords. Keep this file private.");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DatabaseFailure("The database's passwords cannot be written to " + file + ": " + e, e);
        }
    }

    /** A private folder for the database's socket: in the data folder, or where that path is too long in the temp folder. */
    Path socketFolder() throws IOException {
        Path own = path.resolve("socket");
        if (own.toString().getBytes(StandardCharsets.UTF_8).length > SOCKET_FOLDER_BYTES) {
            return Files.createTempDirectory("plumbline", PRIVATE_FOLDER);
        }
        if (!Files.isDirectory(own)) {
            Files.createDirectory(own, PRIVATE_FOLDER);
        }
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
        return own;
    }

    /** A file in the data folder that only this user can read, removed by the caller. */
    Path privateFile(String text) throws IOException {
        Path file = Files.createTempFile(path, "once", ".tmp", PRIVATE_FILE);
        return Files.writeString(file, text);
    }
}
