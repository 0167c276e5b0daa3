package org.plumbline.publication.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The faces of a published site over HTTP from a running portal, as it keeps them in memory, beside a file that the same server
 * only sends. Connections are kept alive and shared by nobody else.
 */
public final class DereferenceBenchmark {
    private static final int WARM_UP = 600;
    private static final int ROUNDS = 5;
    /** Requests of one address in a round. */
    private static final int REQUESTS = 400;

    private static final int CONNECTIONS = 4;
    private static final double MOST_RATIO = 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Measured> faces = new ArrayList<>();

    private DereferenceBenchmark(String base, String site, String file) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("static file", file);
        paths.put("HTML", "/zh/site/" + site);
        paths.put("Turtle", "/site/" + site + ".ttl");
        paths.put("JSON-LD", "/site/" + site + ".jsonld");
        paths.put("name, 303", "/id/site/" + site);
        paths.forEach((name, path) -> faces.add(new Measured(name, URI.create(base + path))));
    }

    /** What was measured of one address: nanoseconds of requests one after another, and the most that came in a second. */
    private static final class Measured {
        final String name;
        final HttpRequest request;
        final List<long[]> rounds = new ArrayList<>();
        double perSecond;
        int bytes;

        Measured(String name, URI address) {
            this.name = name;
            request = HttpRequest.newBuilder(address)
                    .header("Accept", "text/html;q=0.5, text/turtle")
                    .build();
        }

        /** Milliseconds within which so many of a hundred answers came, in the best round. */
        double within(int percent) {
            return rounds.stream()
                            .mapToLong(times -> times[times.length * percent / 100])
                            .min()
                            .orElseThrow()
                    / 1e6;
        }
    }

    /**
     * Runs it; exit 1 when a bar is missed.
     *
     * @param arguments address of the portal, code of a published site, path of a static file
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("Give http://localhost:8080, the code of a published site, and /plumbline.css.");
            System.exit(2);
        }
        String base = arguments[0].replaceFirst("/$", "");
        System.exit(new DereferenceBenchmark(base, arguments[1], arguments[2]).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        for (Measured face : faces) {
            together(face, WARM_UP);
        }
        // Rounds of all faces in turn, so that a busy moment of the machine favours none; the best of each counts.
        for (int round = 0; round < ROUNDS; round++) {
            for (Measured face : faces) {
                face.rounds.add(alone(face));
                face.perSecond = Math.max(face.perSecond, together(face, REQUESTS));
            }
        }
        Measured file = faces.getFirst();
        boolean fine = true;
        System.out.printf(
                Locale.ROOT,
                "%-12s %10s %9s %9s %15s %7s%n",
                "",
                "bytes",
                "p50 ms",
                "p95 ms",
                "requests/s on " + CONNECTIONS,
                "p50 ratio");
        for (Measured face : faces) {
            double ratio = face.within(50) / file.within(50);
            fine &= ratio <= MOST_RATIO;
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %,10d %9.2f %9.2f %,15.0f %7.1f%s%n",
                    face.name,
                    face.bytes,
                    face.within(50),
                    face.within(95),
                    face.perSecond,
                    ratio,
                    ratio <= MOST_RATIO ? "" : " MISSED");
        }
        System.out.printf(Locale.ROOT, "Bar: each p50 at most %.0f times that of the static file%n", MOST_RATIO);
        return fine;
    }

    /** Sorted nanoseconds of requests on one connection, one after another. */
    private long[] alone(Measured face) throws IOException, InterruptedException {
        long[] times = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            get(face);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times;
    }

    /** Answers a second when as many ask as there are connections. */
    private double together(Measured face, int requests) throws ExecutionException, InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            long start = System.nanoTime();
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                asking.add(pool.submit(() -> {
                    for (int n = 0; n < requests / CONNECTIONS; n++) {
                        get(face);
                    }
                    return null;
                }));
            }
            for (Future<?> one : asking) {
                one.get();
            }
            return requests * 1e9 / (System.nanoTime() - start);
        }
    }

    private void get(Measured face) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(face.request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 && answer.statusCode() != 303) {
            throw new IllegalStateException(face.request.uri() + " answered " + answer.statusCode());
        }
        face.bytes = answer.body().length;
    }
}
