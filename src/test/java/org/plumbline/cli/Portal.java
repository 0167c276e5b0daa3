package org.plumbline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged program in a process of its own, as a user runs it. */
final class Portal implements AutoCloseable {
    static final String KEEPER = "keeper";
    static final String PASSWORD = "seven green lamps 7";
    private static final Pattern OPEN = Pattern.compile("is open at (http://localhost:\\d+)/");

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final StringBuffer said = new StringBuffer();

    private Portal(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "portal-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** What a command said and how it ended. */
    record Ended(int code, String said) {}

    /** Starts the demonstration on a data folder and waits until it is open. */
    static Portal open(Path data, Duration patience) throws Exception {
        return open(patience, "serve", "--demo", "--port", "0", "--data", data.toString());
    }

    /** Starts a server on a data folder without the demonstration and waits until it is open. */
    static Portal openEmpty(Path data, Duration patience) throws Exception {
        return open(patience, "serve", "--port", "0", "--data", data.toString());
    }

    /** Starts a server on the database that the environment names and waits until it is open. */
    static Portal openOn(Map<String, String> environment, Path data, Duration patience) throws Exception {
        return open(start(List.of("serve", "--port", "0", "--data", data.toString()), environment), patience);
    }

    private static Portal open(Duration patience, String... arguments) throws Exception {
        return open(start(List.of(arguments)), patience);
    }

    private static Portal open(Process process, Duration patience) throws Exception {
        Portal portal = new Portal(process);
        try {
            portal.address.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            portal.close();
            throw new IllegalStateException("The portal did not open: " + portal.said, e);
        }
        return portal;
    }

    /** Removes what an earlier run left. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Makes the account that commands are given by, on a data folder that has none of its own yet. */
    static void keeper(Path data) throws Exception {
        Ended made = run(
                "account",
                "add",
                KEEPER,
                "--name",
                "管理",
                "--role",
                "administrator",
                "--role",
                "district-officer",
                "--role",
                "publisher",
                "--password-stdin",
                "--data",
                data.toString());
        if (made.code() != 0) {
            throw new IllegalStateException(made.said());
        }
    }

    /** Takes in a street of so many committees, each with one site; see {@link #site}. */
    static void register(Path folder, Path data, String street, String name, int sites) throws Exception {
        StringBuilder committees = new StringBuilder("code,name,street_code,street_name\n");
        StringBuilder stations = new StringBuilder("site_code,class,name,committee_or_street_code\n");
        for (int i = 1; i <= sites; i++) {
            committees.append("%s%03d,第%d居委会,%s,%s\n".formatted(street, i, i, street, name));
            stations.append("%s,RS,第%d站,%s%03d\n".formatted(site(street, i), i, street, i));
        }
        for (String csv : List.of(committees.toString(), stations.toString())) {
            Path file = Files.writeString(folder.resolve("register.csv"), csv);
            Ended ended = run("import", "register", file.toString(), "--quiet", "--data", data.toString());
            if (ended.code() != 0) {
                throw new IllegalStateException(ended.said());
            }
        }
    }

    /** Code of the site of a street's committee with a number, from 1. */
    static String site(String street, int number) {
        return "%s%03d-RS01".formatted(street, number);
    }

    /** Runs a command to its end; one that changes something in the name of the keeper. */
    static Ended run(String... arguments) throws Exception {
        Process process = start(List.of(arguments));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Starts a command; standard error goes where the output goes. */
    static Process start(List<String> arguments) throws IOException {
        return start(arguments, Map.of());
    }

    private static Process start(List<String> arguments, Map<String, String> environment) throws IOException {
        boolean changes = List.of("import", "publish", "rebuild", "checkpoint").contains(arguments.getFirst());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Tests start it a hundred times; the second compiler would only warm up each time.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"));
        command.addAll(arguments);
        if (changes) {
            command.addAll(List.of("--as", KEEPER, "--password-stdin"));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(changes || arguments.getFirst().equals("account") ? PASSWORD + "\n" : "");
        }
        return process;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher open = OPEN.matcher(line);
                if (open.find()) {
                    address.complete(open.group(1));
                }
            }
        } catch (IOException e) {
            said.append(e.getMessage());
        }
        address.completeExceptionally(new IllegalStateException("it ended"));
    }

    /** Its address, without a path. */
    String address() {
        return address.join();
    }

    /** What it has said so far. */
    String said() {
        return said.toString();
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
