package org.plumbline.cli.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Makes a new database cluster: files, roles and the database, before anything listens. It is made beside its place and moved
 * there when complete, so a crash in between leaves nothing half-made.
 */
final class Cluster {
    /** Owns the database and runs the migrations. */
    static final String OWNER = "plumbline_owner";
    /** What the program works as: only what the migrations grant. */
    static final String APP = "plumbline_app";

    static final String DATABASE = "plumbline";

    private static final String HBA = """
            # Nobody comes in without a password, not even on this machine.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            """;

    private Cluster() {}

    static void create(DataFolder folder, Path home, Properties secrets) throws IOException {
        folder.keep(secrets);
        Path draft = folder.path().resolve("postgres-new");
        delete(draft);
        Path password = folder.privateFile(secrets.getProperty("superuser.password") + "\n");
        try {
            List<String> initdb = asServer(home.resolve("bin/initdb"));
            initdb.addAll(List.of("-D", draft.toString(), "-U", "postgres", "-A", "scram-sha-256"));
            initdb.addAll(
                    List.of("--pwfile", password.toString(), "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"));
            run(folder, initdb, "");
        } finally {
            Files.delete(password);
        }
        Files.writeString(draft.resolve("pg_hba.conf"), HBA);
        List<String> single = asServer(home.resolve("bin/postgres"));
        single.addAll(List.of("--single", "-D", draft.toString(), "-c", "exit_on_error=true", "postgres"));
        run(folder, single, roles(secrets));
        Files.move(draft, folder.cluster());
    }

    private static String roles(Properties secrets) {
        return """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                CREATE ROLE %3$s LOGIN PASSWORD '%4$s';
                CREATE DATABASE %5$s OWNER %1$s;
                REVOKE ALL ON DATABASE %5$s FROM PUBLIC;
                GRANT CONNECT ON DATABASE %5$s TO %3$s;
                """.formatted(
                OWNER, secrets.getProperty("owner.password"), APP, secrets.getProperty("app.password"), DATABASE);
    }

    /**
     * A command that PostgreSQL accepts: it refuses to run as root, so root enters a user namespace of its own; and it gets its
     * own session, so that Ctrl-C reaches only this process, which then stops it last.
     */
    static List<String> asServer(Path program) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        return command;
    }

    private static void run(DataFolder folder, List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (process.waitFor() != 0) {
                String said = EmbeddedPostgres.lastLine(folder);
                throw new DatabaseFailure(
                        said.startsWith("unshare")
                                ? "PostgreSQL refuses to run as root and this machine allows no user namespaces: start Plumbline"
                                        + " as an ordinary user, or set QUARKUS_DATASOURCE_JDBC_URL to a server of your own."
                                : "PostgreSQL could not make its files in " + folder.path() + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new DatabaseFailure("Stopped while PostgreSQL was being set up.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
