package org.plumbline.cli.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One PostgreSQL server process on a data folder that this process has locked. Durable (fsync, synchronous commit, page
 * checksums), reachable on 127.0.0.1 and a private socket only, and never without a password.
 */
final class EmbeddedPostgres {
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 30;
    private static final int TRIES = 3;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_permissions=0700",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "shared_buffers=128MB",
            "max_connections=60",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    private final Process process;
    private final int port;
    private volatile boolean stopping;

    private EmbeddedPostgres(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Starts the server, after stopping one that a killed process left behind, and making the cluster where there is none. */
    static EmbeddedPostgres start(DataFolder folder, Path programs, Properties secrets) {
        try {
            Path home = PostgresBinaries.unpack(programs);
            stopOrphan(folder);
            if (!Files.exists(folder.cluster())) {
                Cluster.create(folder, home, secrets);
            }
            for (int attempt = 1; ; attempt++) {
                EmbeddedPostgres postgres = launch(folder, home);
                if (postgres.awaitReady(folder.cluster())) {
                    return postgres;
                }
                if (attempt == TRIES) {
                    throw new DatabaseFailure(
                            "PostgreSQL did not start: " + lastLine(folder) + " (all of it: " + folder.log() + ")");
                }
                // What a killed server left behind may need a moment to end.
                postgres.await(attempt);
            }
        } catch (IOException e) {
            throw new DatabaseFailure("PostgreSQL did not start in " + folder.path() + ": " + e, e);
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, Path home) throws IOException {
        int port = freePort();
        List<String> command = Cluster.asServer(home.resolve("bin/postgres"));
        command.addAll(List.of("-D", folder.cluster().toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-k", folder.socketFolder().toString()));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
        process.getOutputStream().close();
        return new EmbeddedPostgres(process, port);
    }

    /** PostgreSQL writes "ready" on line 8 of postmaster.pid when it takes connections; line 1 is its process number. */
    private boolean awaitReady(Path cluster) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            List<String> lines = pidFile(cluster);
            if (lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(7).startsWith("ready")) {
                return true;
            }
            pause(process);
        }
        process.destroy();
        return false;
    }

    private void await(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Stopped while PostgreSQL was starting.", e);
        }
    }

    private static void pause(Process process) {
        try {
            process.waitFor(15, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Stopped while PostgreSQL was starting.", e);
        }
    }

    private static List<String> pidFile(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** After kill -9 the server may still run: its process number is in postmaster.pid, next to the folder it serves. */
    private static void stopOrphan(DataFolder folder) throws IOException {
        List<String> lines = pidFile(folder.cluster());
        if (lines.size() < 2 || !lines.get(1).strip().equals(folder.cluster().toString())) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"))
                .ifPresent(EmbeddedPostgres::stop);
        disown(folder.cluster().resolve("postmaster.pid"));
    }

    /**
     * Puts this process in the place of the dead server. Its number may be another program's by now, or a zombie's that nobody
     * collects (in a container without an init process), and PostgreSQL would take either for a server that runs. Its parent it
     * never does; whether something still uses the server's memory it looks at all the same.
     */
    private static void disown(Path pidFile) throws IOException {
        if (Files.exists(pidFile)) {
            List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(pidFile, lines);
        }
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
    void stop() {
        stopping = true;
        stop(process.toHandle());
    }

    /** Lets {@code then} run if the server ends without having been stopped here. */
    void whenLost(Runnable then) {
        process.onExit().thenRun(() -> {
            if (!stopping) {
                then.run();
            }
        });
    }

    private static void stop(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String lastLine(DataFolder folder) throws IOException {
        List<String> lines =
                Files.exists(folder.log()) ? new ArrayList<>(Files.readAllLines(folder.log())) : new ArrayList<>();
        lines.removeIf(String::isBlank);
        return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
    }
}
