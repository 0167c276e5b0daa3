package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.fact.MadeUpFiles;
import org.plumbline.rulebook.json.Json;

/**
 * What a site costs as the database fills: 700 sites are taken in, with current facts and assessments, by a server that holds the
 * facts of 700, 7,000 and 70,000 others; and single sites are asked for.
 */
public final class GrowthBenchmark {
    private static final List<Integer> SIZES = List.of(700, 7_000, 70_000);
    private static final int BATCH = 700;
    private static final int ROUNDS = 3;
    private static final int ASKED = 200;
    private static final int AT_ONCE = 3_500;
    private static final String DATE = "2026-01-05";
    private static final double MOST_RATIO = 1.3;

    private final Path folder;
    private final MadeUpFiles files = new MadeUpFiles(SIZES.getLast() + ROUNDS * BATCH);
    private int held;

    private GrowthBenchmark(Path folder) throws Exception {
        this.folder = folder;
    }

    /** Milliseconds that a site costs: of the cores, of all processes together, and on the clock. */
    private record Cost(double cores, double clock) {
        Cost best(Cost other) {
            return new Cost(Math.min(cores, other.cores), Math.min(clock, other.clock));
        }
    }

    /** Work whose cost is measured; says how long it took on the clock, in milliseconds. */
    private interface Work {
        double run() throws Exception;
    }

    /**
     * Runs it, from the folder of the repository after {@code package}; exit 1 when the bar is missed.
     *
     * @param arguments a folder that is not there yet
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || Files.exists(Path.of(arguments[0]))) {
            System.err.println("Give a folder that is not there yet.");
            System.exit(2);
        }
        System.exit(new GrowthBenchmark(Path.of(arguments[0])).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Portal.keeper(data);
        Path committees = folder.resolve("committees.csv");
        Path sites = folder.resolve("sites.csv");
        files.committees(committees);
        files.sites(sites);
        for (Path file : List.of(committees, sites)) {
            Portal.Ended ended =
                    Portal.run("import", "register", file.toString(), "--quiet", "--data", data.toString());
            if (ended.code() != 0) {
                throw new IllegalStateException(ended.said());
            }
        }
        try (Portal portal = Portal.openEmpty(data, Duration.ofMinutes(2));
                Keeper keeper = new Keeper(portal)) {
            return compare(keeper);
        }
    }

    private boolean compare(Keeper keeper) throws Exception {
        // The server's own warming up, on four days of the sites that are there at first.
        for (String date : List.of("2026-01-02", "2026-01-03", "2026-01-04", DATE)) {
            take(keeper, files.csv("Inspector", date, 0, BATCH));
        }
        held = BATCH;
        ask(keeper);
        List<Cost> importing = new ArrayList<>();
        List<Cost> asking = new ArrayList<>();
        for (int size : SIZES) {
            while (held < size) {
                int next = Math.min(size, held + AT_ONCE);
                take(keeper, files.csv("Inspector", DATE, held, next));
                held = next;
            }
            Cost ofSite = null;
            Cost ofAnswer = null;
            for (int round = 0; round < ROUNDS; round++) {
                String csv = files.csv("Inspector", DATE, held, held + BATCH);
                Cost cost = cost(BATCH, () -> take(keeper, csv));
                held += BATCH;
                Cost answer = cost(ASKED, () -> ask(keeper));
                ofSite = ofSite == null ? cost : ofSite.best(cost);
                ofAnswer = ofAnswer == null ? answer : ofAnswer.best(answer);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,7d sites: a further one %.2f ms of the cores, %.2f ms on the clock; its assessment asked for %.2f ms of the"
                            + " cores, %.2f ms on the clock%n",
                    size,
                    ofSite.cores,
                    ofSite.clock,
                    ofAnswer.cores,
                    ofAnswer.clock);
            importing.add(ofSite);
            asking.add(ofAnswer);
        }
        return flat("a further site", importing) & flat("an assessment asked for", asking);
    }

    /** Compares the largest size with the cheapest of the smaller ones: the server may still have been warming up at the smallest. */
    private static boolean flat(String what, List<Cost> costs) {
        Cost cheapest =
                costs.subList(0, costs.size() - 1).stream().reduce(Cost::best).orElseThrow();
        double cores = costs.getLast().cores / cheapest.cores;
        boolean fine = cores <= MOST_RATIO;
        System.out.printf(
                Locale.ROOT,
                "%s among %,d costs the cores %.2f times as much as among fewer (bar %.1f), on the clock %.2f times%s%n",
                what,
                SIZES.getLast(),
                cores,
                MOST_RATIO,
                costs.getLast().clock / cheapest.clock,
                fine ? "" : ": MISSED");
        return fine;
    }

    /** Milliseconds between the file's being kept and its last answer. */
    private static double take(Keeper keeper, String csv) throws Exception {
        String location = keeper.handIn("facts.csv", csv);
        Map<String, Object> job = Json.readObject(keeper.get(location).body());
        while (job.get("endedAt") == null) {
            Thread.sleep(200);
            job = Json.readObject(keeper.get(location).body());
        }
        if (!(job.get("recorded") instanceof Json.Number recorded)
                || !recorded.digits().equals(String.valueOf(csv.lines().count() - 1))) {
            throw new IllegalStateException("Not everything was recorded: " + job);
        }
        return Duration.between(Instant.parse((String) job.get("submittedAt")), Instant.parse((String)
                                job.get("endedAt")))
                        .toNanos()
                / 1e6;
    }

    /** Milliseconds for the assessments of sites from everywhere among those that are there, each from its current facts. */
    private double ask(Keeper keeper) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < ASKED; i++) {
            String site = MadeUpFiles.site((int) ((long) i * held / ASKED));
            if (keeper.get("/api/sites/" + site + "/assessment?edition=model-station/2026")
                            .statusCode()
                    != 200) {
                throw new IllegalStateException("No assessment of " + site);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static Cost cost(int sites, Work work) throws Exception {
        double before = cores();
        double clock = work.run();
        return new Cost((cores() - before) / sites, clock / sites);
    }

    /** Milliseconds of the cores that the server and PostgreSQL, its child, have used. */
    private static double cores() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6)
                .sum();
    }
}
