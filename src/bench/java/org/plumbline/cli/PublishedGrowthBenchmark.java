package org.plumbline.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.fact.MadeUpFiles;
import org.plumbline.rulebook.json.Json;

/**
 * What pages cost as a publication grows: a district of fourteen streets publishes a round of 700 sites, and later, when more have been
 * registered and assessed, one of 70,000; each page is made anew at addresses of its own, and the district page is fetched as it was kept,
 * beside a static file of the same server.
 */
public final class PublishedGrowthBenchmark {
    private static final List<Integer> SIZES = List.of(700, Integer.getInteger("sites", 70_000));
    private static final int STREETS = 14;
    private static final int COMMITTEES = 100;
    private static final int AT_ONCE = 3_500;
    private static final int WARM = 20;
    private static final int ANEW = 100;
    private static final int KEPT = 2_000;
    private static final int ROUNDS = 3;
    private static final String FILE = "/plumbline.css";
    private static final double MOST_ANEW = 50;
    private static final double MOST_RATIO = 1.3;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MadeUpFiles files = new MadeUpFiles(SIZES.getLast());

    private PublishedGrowthBenchmark() throws Exception {}

    /** What the district page cost at a size: made anew, p95 in milliseconds, and kept, as a part of the static file's rate. */
    private record Cost(double anew, double ofStatic) {}

    /**
     * Runs it, from the folder of the repository after {@code package}; exit 1 when a bar is missed.
     *
     * @param arguments a folder that is not there yet
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || Files.exists(Path.of(arguments[0]))) {
            System.err.println("Give a folder that is not there yet.");
            System.exit(2);
        }
        System.exit(new PublishedGrowthBenchmark().run(Path.of(arguments[0])) ? 0 : 1);
    }

    private boolean run(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Portal.keeper(data);
        Portal.Ended ended = Portal.run(
                "import",
                "register",
                committees(folder.resolve("committees.csv")).toString(),
                "--quiet",
                "--data",
                data.toString());
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.said());
        }
        Map<Integer, Cost> costs = new LinkedHashMap<>();
        try (Portal portal = Portal.openOn(
                        Map.of("PLUMBLINE_ACCOUNT_ANSWERS_PER_MINUTE", "0"), data, Duration.ofMinutes(2));
                Keeper keeper = new Keeper(portal)) {
            int held = 0;
            for (int size : SIZES) {
                long start = System.nanoTime();
                while (held < size) {
                    int next = Math.min(size, held + AT_ONCE);
                    take(keeper, held, next);
                    held = next;
                }
                long taken = System.nanoTime();
                publish(keeper, SIZES.indexOf(size));
                System.out.printf(
                        Locale.ROOT,
                        "%,7d sites: taken in within %.0f s, all of them published in %.0f s, %.1f ms a site%n",
                        size,
                        (taken - start) / 1e9,
                        (System.nanoTime() - taken) / 1e9,
                        (System.nanoTime() - taken) / 1e6 / size);
                costs.put(size, cost(portal.address(), size));
            }
        }
        return flat(costs.get(SIZES.getFirst()), costs.get(SIZES.getLast()));
    }

    private static String committee(int i) {
        return "%d%03d".formatted(310112901 + i / COMMITTEES, 1 + i % COMMITTEES);
    }

    /** Neighbours by number stand in different streets, so that the first 700 are everywhere. */
    private static String site(int i) {
        int committee = i % (STREETS * COMMITTEES);
        return "%s-RS%02d"
                .formatted(
                        committee(committee % STREETS * COMMITTEES + committee / STREETS),
                        1 + i / (STREETS * COMMITTEES));
    }

    private static Path committees(Path file) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("code,name,street_code,street_name,district_name\n");
            for (int i = 0; i < STREETS * COMMITTEES; i++) {
                csv.write("%s,第%d居委会,%s,试验街道%d,试验区%n"
                        .formatted(committee(i), i, committee(i).substring(0, 9), i / COMMITTEES));
            }
        }
        return file;
    }

    private void take(Keeper keeper, int from, int to) throws Exception {
        StringBuilder register = new StringBuilder("site_code,class,name,committee_or_street_code\n");
        for (int i = from; i < to; i++) {
            register.append("%s,RS,第%d居民区党群服务站,%s%n".formatted(site(i), i, site(i).substring(0, 12)));
        }
        ended(keeper, "sites.csv&kind=register&from=2025-12-01", register.toString(), to - from);
        List<String> lines =
                files.csv("Inspector", "2026-01-05", from, to).lines().toList();
        String facts = lines.getFirst() + "\n"
                + IntStream.range(1, lines.size())
                        .mapToObj(i -> site(from + i - 1)
                                + lines.get(i).substring(lines.get(i).indexOf(',')))
                        .collect(Collectors.joining("\n"))
                + "\n";
        ended(keeper, "facts.csv", facts, to - from);
    }

    private static void ended(Keeper keeper, String name, String csv, int rows) throws Exception {
        Map<String, Object> job = keeper.ended(keeper.handIn(name, csv));
        if (!(job.get("recorded") instanceof Json.Number recorded)
                || !recorded.digits().equals(String.valueOf(rows))) {
            throw new IllegalStateException("Not everything was recorded: " + job);
        }
    }

    private static void publish(Keeper keeper, int before) throws Exception {
        keeper.post(
                "/zh/work/publications", "on=2026-01-" + (10 + before) + "&round=R" + before + "&roundEn=R" + before);
        for (int i = 0; i < 3_600; i++) {
            String page = keeper.get("/en/work/publications").body();
            if (page.contains("public now") && page.split("<h3>R", -1).length - 1 > before) {
                return;
            }
            if (page.contains("class=\"refused\"")) {
                throw new IllegalStateException("The round could not be published: see the log of the portal");
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("The round was not published in half an hour");
    }

    private Cost cost(String base, int size) throws Exception {
        double district = 0;
        for (String path : List.of("/zh/", "/zh/street/310112901", "/zh/sites", "/zh/site/" + site(0), "/zh/changes")) {
            double[] times = anew(base + path);
            System.out.printf(
                    Locale.ROOT,
                    "%,7d sites: %-28s made anew p50 %.1f ms, p95 %.1f ms%n",
                    size,
                    path,
                    times[ANEW / 2],
                    times[ANEW * 95 / 100]);
            district = path.equals("/zh/") ? times[ANEW * 95 / 100] : district;
        }
        double kept = 0;
        double still = 0;
        for (int round = 0; round < ROUNDS; round++) {
            kept = Math.max(kept, perSecond(base + "/zh/"));
            still = Math.max(still, perSecond(base + FILE));
        }
        System.out.printf(
                Locale.ROOT,
                "%,7d sites: the district page (%,d bytes) kept %,.0f a second, %s (%,d bytes) %,.0f%n",
                size,
                get(base + "/zh/"),
                kept,
                FILE,
                get(base + FILE),
                still);
        return new Cost(district, kept / still);
    }

    private double[] anew(String address) throws Exception {
        String run = "?anew=" + System.nanoTime() + "-";
        for (int i = 0; i < WARM; i++) {
            get(address + run + "warm" + i);
        }
        double[] times = new double[ANEW];
        for (int i = 0; i < ANEW; i++) {
            long start = System.nanoTime();
            get(address + run + i);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private double perSecond(String address) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < KEPT; i++) {
            get(address);
        }
        return KEPT * 1e9 / (System.nanoTime() - start);
    }

    private static boolean flat(Cost few, Cost many) {
        boolean fine = many.anew <= MOST_ANEW
                && many.anew <= Math.max(few.anew * MOST_RATIO, few.anew + 5)
                && many.ofStatic * MOST_RATIO >= few.ofStatic;
        System.out.printf(
                Locale.ROOT,
                "the district page of %,d sites: made anew %.1f ms at p95 (bar %.0f), %.2f times that of %,d; kept %.2f times the rate of"
                        + " the static file, %.2f times that of %,d%s%n",
                SIZES.getLast(),
                many.anew,
                MOST_ANEW,
                many.anew / few.anew,
                SIZES.getFirst(),
                many.ofStatic,
                many.ofStatic / few.ofStatic,
                SIZES.getFirst(),
                fine ? "" : ": MISSED");
        return fine;
    }

    /** Bytes of an answer, uncompressed. */
    private int get(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }
}
