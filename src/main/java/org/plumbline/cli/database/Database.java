package org.plumbline.cli.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database that a command works with: the server that the settings name (QUARKUS_DATASOURCE_JDBC_URL), else the embedded
 * one of the data folder, which is started here or, where another process runs it, shared. Closing stops only what was started.
 */
public final class Database implements AutoCloseable {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final long SHARE_SECONDS = 60;
    private static final long QUIET_SECONDS = 15;

    /** Who connects. */
    public enum Role {
        /** Runs migrations. */
        OWNER,
        /** Does the program's work, with the rights that migrations grant. */
        APP
    }

    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedPostgres postgres;
    private final Map<String, String> settings;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Database(@Nullable DataFolder folder, @Nullable EmbeddedPostgres postgres, Map<String, String> settings) {
        this.folder = folder;
        this.postgres = postgres;
        this.settings = settings;
        settings.forEach(System::setProperty);
        if (postgres != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopLast, "stop-postgres"));
        }
    }

    /** The database of a data folder, for one command; shared with the process that runs it, if there is one. */
    public static Database open(Path data, String purpose) {
        return open(data, data.resolve("postgres-bin"), purpose, true);
    }

    /** The database of a data folder for a server, which must have the folder to itself. */
    public static Database openAlone(Path data, String purpose) {
        return open(data, data.resolve("postgres-bin"), purpose, false);
    }

    /**
     * The database of a data folder, with all choices open.
     *
     * @param programs where PostgreSQL's programs are unpacked
     * @param purpose  the command's name, told to others who want the folder
     * @param share    whether to use the database of another process that has the folder
     */
    public static Database open(Path data, Path programs, String purpose, boolean share) {
        if (configured()) {
            return new Database(null, null, external());
        }
        DataFolder folder = new DataFolder(data);
        if (folder.lock(purpose)) {
            return start(folder, programs);
        }
        if (!share) {
            throw new DatabaseFailure("The data folder " + folder.path() + " is in use by " + folder.holder()
                    + ": stop that one, or choose another folder with --data.");
        }
        return share(folder, programs, purpose);
    }

    private static Database start(DataFolder folder, Path programs) {
        try {
            Properties secrets = folder.secrets();
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, programs.toAbsolutePath(), secrets);
            secrets.setProperty("port", Integer.toString(postgres.port()));
            secrets.setProperty("pid", Long.toString(postgres.pid()));
            folder.keep(secrets);
            return new Database(folder, postgres, settings(secrets));
        } catch (RuntimeException e) {
            folder.unlock();
            throw e;
        }
    }

    /** The other process may still be starting its database, or may end meanwhile: then this one takes the folder. */
    private static Database share(DataFolder folder, Path programs, String purpose) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SHARE_SECONDS);
        while (System.nanoTime() < end) {
            Properties secrets = folder.secrets();
            if (secrets.containsKey("port") && answers(settings(secrets))) {
                return new Database(null, null, settings(secrets));
            }
            if (folder.lock(purpose)) {
                return start(folder, programs);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new DatabaseFailure("The data folder " + folder.path() + " is in use by " + folder.holder()
                + ", whose database does not answer: look at " + folder.log() + ", or stop that process.");
    }

    private static boolean answers(Map<String, String> settings) {
        try (Connection connection = DriverManager.getConnection(
                settings.getOrDefault(URL, ""),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"))) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Map<String, String> settings(Properties secrets) {
        String url = "jdbc:postgresql://127.0.0.1:" + secrets.getProperty("port") + "/" + Cluster.DATABASE;
        return Map.of(
                URL,
                url,
                "quarkus.flyway.jdbc-url",
                url,
                "quarkus.datasource.username",
                Cluster.APP,
                "quarkus.datasource.password",
                secrets.getProperty("app.password"),
                "quarkus.flyway.username",
                Cluster.OWNER,
                "quarkus.flyway.password",
                secrets.getProperty("owner.password"));
    }

    /** Whether the settings name a server, so that no folder is needed for the database. */
    public static boolean configured() {
        String url = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
        return url != null && !url.isBlank();
    }

    /** Flyway takes a user of its own only together with an address of its own. */
    private static Map<String, String> external() {
        return System.getenv("QUARKUS_FLYWAY_USERNAME") == null
                ? Map.of()
                : Map.of("quarkus.flyway.jdbc-url", System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
    }

    /** The settings that make Quarkus use this database; already set as system properties. Empty: the environment's hold. */
    public Map<String, String> settings() {
        return settings;
    }

    /** A plain connection, for what runs beside Quarkus; the caller closes it. */
    public Connection connect(Role role) throws SQLException {
        String user = role == Role.OWNER ? "quarkus.flyway" : "quarkus.datasource";
        if (!settings.containsKey(URL)) {
            String owner = System.getenv("QUARKUS_FLYWAY_USERNAME");
            String from = role == Role.OWNER && owner != null ? "QUARKUS_FLYWAY" : "QUARKUS_DATASOURCE";
            return DriverManager.getConnection(
                    System.getenv("QUARKUS_DATASOURCE_JDBC_URL"),
                    System.getenv(from + "_USERNAME"),
                    System.getenv(from + "_PASSWORD"));
        }
        return DriverManager.getConnection(
                settings.get(URL), settings.get(user + ".username"), settings.get(user + ".password"));
    }

    /** Lets {@code then} run if the embedded server that was started here ends by itself, as when somebody kills it. */
    public void whenLost(Runnable then) {
        if (postgres != null) {
            postgres.whenLost(then);
        }
    }

    /** On a signal the command closes this itself, after Quarkus has stopped; only if it does not, stop without it. */
    private void stopLast() {
        try {
            if (!closed.await(QUIET_SECONDS, TimeUnit.SECONDS)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        if (postgres != null) {
            postgres.stop();
        }
        if (folder != null) {
            folder.unlock();
        }
        closed.countDown();
    }
}
