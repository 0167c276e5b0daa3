package org.plumbline.fact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.cli.database.Database;
import org.plumbline.cli.database.Database.Role;

/**
 * An import of facts by the packaged program, checked cell by cell and recorded in the ledger, beside the least that it could cost:
 * the same file read by the same library, and COPY, on the same server, of the rows that the import leaves in its tables; and
 * beside COPY of nothing but the cells into plain tables.
 */
public final class ImportBenchmark {
    private static final int SITES = Integer.getInteger("sites", 2_000);
    private static final int ROUNDS = 3;
    private static final double MOST_RATIO = 3;
    private static final String KEEPER = "keeper";
    private static final String PASSWORD = "seven green lamps 7";
    private static final Pattern RECORDED = Pattern.compile("(\\d+) submissions recorded.* (\\d+) refused");

    private final MadeUpFiles files = new MadeUpFiles(SITES);
    private final Path folder;
    private final List<String> program;

    private ImportBenchmark(Path folder, List<String> program) throws IOException {
        this.folder = folder;
        this.program = program;
    }

    /** Seconds that a command took, and what it said. */
    private record Ended(double seconds, String said) {}

    /**
     * Runs it; exit 1 when a bar is missed.
     *
     * @param arguments a folder that is not there yet, then the words that start the program
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2 || Files.exists(Path.of(arguments[0]))) {
            System.err.println("Give a folder that is not there yet, then the program, such as ./plumbline.");
            System.exit(2);
        }
        List<String> program = Arrays.asList(arguments).subList(1, arguments.length);
        System.exit(new ImportBenchmark(Path.of(arguments[0]), program).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        Files.createDirectories(folder);
        Path workbook = folder.resolve("facts.xlsx");
        Path csv = folder.resolve("facts.csv");
        files.workbook(workbook);
        files.csv(csv);
        begin();
        // What every command costs before and after its work: the start of the JVM, of the program and of PostgreSQL.
        Path one = folder.resolve("one.csv");
        files.oneRow(one);
        double start = importing(one, 1);
        // It is known already the second time, but is read, looked up and answered all the same.
        start = Math.min(start, importing(one, 0));
        double ofWorkbook = importing(workbook, SITES) - start;
        double ofCsv = importing(csv, SITES) - start;
        System.out.printf(Locale.ROOT, "An import of one row: %.2f s, taken off the following%n", start);
        try (Database database = Database.open(data(), "benchmark");
                Connection connection = database.connect(Role.OWNER)) {
            long last = last(connection);
            return compare(connection, workbook, ofWorkbook, last - SITES) & compare(connection, csv, ofCsv, last);
        }
    }

    private void begin() throws Exception {
        String[] account = {"account", "add", KEEPER, "--name", "管理", "--password-stdin"};
        List<String> words = new ArrayList<>(List.of(account));
        for (String role : List.of("administrator", "district-officer", "publisher")) {
            words.addAll(List.of("--role", role));
        }
        command(words);
        Path committees = folder.resolve("committees.csv");
        Path sites = folder.resolve("sites.csv");
        files.committees(committees);
        files.sites(sites);
        for (Path file : List.of(committees, sites)) {
            command(List.of("import", "register", file.toString(), "--quiet", "--as", KEEPER, "--password-stdin"));
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Seconds that a whole import takes. */
    private double importing(Path file, int recorded) throws Exception {
        Ended ended = command(List.of(
                "import", "facts", file.toString(), "--quiet", "--synthetic", "--as", KEEPER, "--password-stdin"));
        Matcher sums = RECORDED.matcher(ended.said);
        if (!sums.find()
                || Integer.parseInt(sums.group(1)) != recorded
                || !sums.group(2).equals("0")) {
            throw new IllegalStateException("Not everything was recorded: " + ended.said);
        }
        return ended.seconds;
    }

    private Ended command(List<String> words) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(words);
        command.addAll(List.of("--data", data().toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(PASSWORD + "\n");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed: " + said);
        }
        return new Ended((System.nanoTime() - start) / 1e9, said);
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long last(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                ResultSet row = select.executeQuery("select max(position) from ledger_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Seconds of one of the peers: the first time, and the best. */
    private record Peer(double first, double best) {
        static Peer of(Callable<Double> seconds) throws Exception {
            double first = seconds.call();
            double best = first;
            for (int round = 1; round < ROUNDS; round++) {
                best = Math.min(best, seconds.call());
            }
            return new Peer(first, best);
        }

        String beside(double ours) {
            return "%.2f s at first (%.2f s warm), ratio %.1f (%.1f warm)"
                    .formatted(first, best, ours / first, ours / best);
        }
    }

    /** Compares the import of a file, whose last entry in the ledger has this position, with both peers. */
    private boolean compare(Connection connection, Path file, double ours, long last) throws Exception {
        PlainCopy cells = new PlainCopy(connection);
        Peer plain = Peer.of(() -> cells.seconds(file));
        StoredCopy rows = new StoredCopy(connection, last - SITES + 1, last);
        Peer stored = Peer.of(() -> rows.seconds(file));
        double checking = seconds(() -> files.read(file));
        boolean fine = ours <= MOST_RATIO * stored.first;
        System.out.printf(
                Locale.ROOT,
                """
                %s, %,d sites, %,d KB: import %.2f s (%.2f ms a site; reading and checking the cells alone %.2f s)
                  reading and COPY of the %,d KB that are stored: %s; bar %.0f%s
                  reading and COPY of the cells as plain text: %s; no bar
                """,
                file.getFileName(),
                SITES,
                Files.size(file) >> 10,
                ours,
                ours * 1000 / SITES,
                checking,
                rows.bytes() >> 10,
                stored.beside(ours),
                MOST_RATIO,
                fine ? "" : ": MISSED",
                plain.beside(ours));
        return fine;
    }
}
