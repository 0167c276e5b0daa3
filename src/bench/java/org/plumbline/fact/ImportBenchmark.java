package org.plumbline.fact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
 * An import of facts by the packaged program, checked cell by cell and recorded in the ledger, beside the least that any import
 * into PostgreSQL would do: the same file read by the same library and its cells copied into plain tables of the same server.
 */
public final class ImportBenchmark {
    private static final int SITES = 2_000;
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
            PlainCopy copy = new PlainCopy(connection);
            return compare(copy, workbook, ofWorkbook) & compare(copy, csv, ofCsv);
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

    private boolean compare(PlainCopy copy, Path file, double ours) throws Exception {
        double first = copy.seconds(file);
        double best = first;
        for (int round = 1; round < ROUNDS; round++) {
            best = Math.min(best, copy.seconds(file));
        }
        double checking = seconds(() -> files.read(file));
        boolean fine = ours <= MOST_RATIO * first;
        System.out.printf(
                Locale.ROOT,
                "%s, %,d sites, %,d KB: import %.2f s (%.2f ms a site; reading and checking the cells alone %.2f s),"
                        + " reading and COPY %.2f s at first (%.2f s warm), ratio %.1f (%.1f warm; bar %.0f)%s%n",
                file.getFileName(),
                SITES,
                Files.size(file) >> 10,
                ours,
                ours * 1000 / SITES,
                checking,
                first,
                best,
                ours / first,
                ours / best,
                MOST_RATIO,
                fine ? "" : ": MISSED");
        return fine;
    }
}
