package org.plumbline.publication.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plumbline.browser.Chromium;
import org.plumbline.browser.PageWeight;

/**
 * The public pages of a running portal as a phone gets them: what they weigh, and when their largest part is painted; and the district page
 * over HTTP, made anew and kept, beside a static file of about its size from the same server.
 */
public final class PageBenchmark {
    /** Chrome DevTools' presets: bytes a second down and up, and latency in milliseconds. */
    private enum Line {
        FAST_4G(9_000_000 * 0.9 / 8, 1_350_000.0 / 8, 60 * 2.75, 1000),
        SLOW_4G(1_600_000 * 0.9 / 8, 750_000 * 0.9 / 8, 150 * 3.75, 2500);

        private final double down;
        private final double up;
        private final double latency;
        private final double most;

        Line(double down, double up, double latency, double most) {
            this.down = down;
            this.up = up;
            this.latency = latency;
            this.most = most;
        }
    }

    private static final int VISITS = 5;
    private static final int ANEW = 200;
    private static final double MOST_ANEW = 50;
    private static final int KEPT = 2000;
    private static final int CONNECTIONS = 4;
    private static final double LEAST_OF_STATIC = 0.5;
    private static final List<String> STATIC =
            List.of("/plumbline.css", "/charts.js", "/leaflet/leaflet.js", "/echarts/echarts.common.min.js");
    private static final String PAINTED = """
            () => new Promise(told => new PerformanceObserver(list => told(list.getEntries().at(-1).startTime))
                .observe({type: 'largest-contentful-paint', buffered: true}))
            """;

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private boolean fine = true;

    private PageBenchmark(String base) {
        this.base = base;
    }

    /**
     * Runs it; exit 1 when a bar is missed.
     *
     * @param arguments address of the portal, code of a published site, code of a published street
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("Give http://localhost:8080, the code of a published site and of a published street.");
            System.exit(2);
        }
        PageBenchmark benchmark = new PageBenchmark(arguments[0].replaceFirst("/$", ""));
        benchmark.pages(List.of(
                "/zh/",
                "/zh/street/" + arguments[2],
                "/zh/site/" + arguments[1],
                "/zh/sites",
                "/zh/indicators",
                "/zh/indicators/I04",
                "/zh/standard/model-station/2026",
                "/zh/standard/model-station/2026/clause/5.1",
                "/zh/changes",
                "/zh/compare?street=" + arguments[2],
                "/zh/methods",
                "/zh/data",
                "/en/"));
        benchmark.district();
        System.exit(benchmark.fine ? 0 : 1);
    }

    private void pages(List<String> paths) {
        System.out.printf(
                Locale.ROOT,
                "%-50s %9s %12s %12s %12s%n",
                "compressed, 360 x 740",
                "kB",
                "with charts",
                "fast 4G ms",
                "slow 4G ms");
        try (Chromium chromium = new Chromium()) {
            for (String path : paths) {
                PageWeight weight = weight(chromium, path);
                double fast = painted(chromium, path, Line.FAST_4G);
                double slow = painted(chromium, path, Line.SLOW_4G);
                boolean held = weight.before() <= PageWeight.MOST.before()
                        && weight.whole() <= PageWeight.MOST.whole()
                        && fast <= Line.FAST_4G.most
                        && slow <= Line.SLOW_4G.most;
                fine &= held;
                System.out.printf(
                        Locale.ROOT,
                        "%-50s %9.0f %12.0f %12.0f %12.0f%s%n",
                        path,
                        weight.before() / 1000.0,
                        weight.whole() / 1000.0,
                        fast,
                        slow,
                        held ? "" : " MISSED");
            }
        }
    }

    private PageWeight weight(Chromium chromium, String path) {
        try (BrowserContext context = phone(chromium)) {
            return PageWeight.of(context, base + path);
        }
    }

    /** Milliseconds until the largest part is painted, on a line as slow as that; the median of some first visits. */
    private double painted(Chromium chromium, String path, Line slow) {
        double[] times = new double[VISITS];
        for (int i = 0; i < VISITS; i++) {
            try (BrowserContext context = phone(chromium)) {
                Page page = context.newPage();
                CDPSession line = context.newCDPSession(page);
                line.send("Network.enable");
                JsonObject conditions = new JsonObject();
                conditions.addProperty("offline", false);
                conditions.addProperty("latency", slow.latency);
                conditions.addProperty("downloadThroughput", slow.down);
                conditions.addProperty("uploadThroughput", slow.up);
                line.send("Network.emulateNetworkConditions", conditions);
                page.navigate(base + path);
                times[i] = ((Number) page.evaluate(PAINTED)).doubleValue();
            }
        }
        Arrays.sort(times);
        return times[VISITS / 2];
    }

    private static BrowserContext phone(Chromium chromium) {
        return chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setDeviceScaleFactor(2));
    }

    private void district() throws Exception {
        String path = "/zh/";
        int size = get(path);
        String smaller = "";
        String larger = "";
        for (String file : STATIC) {
            int bytes = get(file);
            if (bytes <= size && (smaller.isEmpty() || bytes > get(smaller))) {
                smaller = file;
            } else if (bytes > size && (larger.isEmpty() || bytes < get(larger))) {
                larger = file;
            }
        }
        // Addresses that no run before this one asked for.
        String run = System.nanoTime() + "-";
        for (int i = 0; i < ANEW; i++) {
            get(path + "?warm=" + run + i);
        }
        double[] anew = new double[ANEW];
        for (int i = 0; i < ANEW; i++) {
            long start = System.nanoTime();
            get(path + "?anew=" + run + i);
            anew[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(anew);
        double kept = 0;
        double smallerSent = 0;
        double largerSent = 0;
        for (int round = 0; round < VISITS; round++) {
            kept = Math.max(kept, perSecond(path));
            smallerSent = Math.max(smallerSent, perSecond(smaller));
            largerSent = Math.max(largerSent, perSecond(larger));
        }
        // No file is just as large as the page: what one of its size would take lies between a smaller and a larger
        // one.
        double part = (size - get(smaller)) / (double) (get(larger) - get(smaller));
        double sent = 1 / (1 / smallerSent + part * (1 / largerSent - 1 / smallerSent));
        double p95 = anew[ANEW * 95 / 100];
        fine &= p95 <= MOST_ANEW && kept >= LEAST_OF_STATIC * sent;
        System.out.printf(
                Locale.ROOT,
                "district page of %,d bytes: made anew p50 %.1f ms, p95 %.1f ms (bar %.0f)%s%n"
                        + "  kept %,.0f a second on %d connections; %s %,.0f, %s %,.0f, so a file of its size %,.0f a second:"
                        + " %.2f times (bar %.1f)%s%n",
                size,
                anew[ANEW / 2],
                p95,
                MOST_ANEW,
                p95 <= MOST_ANEW ? "" : " MISSED",
                kept,
                CONNECTIONS,
                smaller,
                smallerSent,
                larger,
                largerSent,
                sent,
                kept / sent,
                LEAST_OF_STATIC,
                kept >= LEAST_OF_STATIC * sent ? "" : " MISSED");
    }

    private double perSecond(String path) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            long start = System.nanoTime();
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                asking.add(pool.submit(() -> {
                    for (int n = 0; n < KEPT / CONNECTIONS; n++) {
                        get(path);
                    }
                    return null;
                }));
            }
            for (Future<?> one : asking) {
                one.get();
            }
            return KEPT * 1e9 / (System.nanoTime() - start);
        }
    }

    /** Bytes of an answer, uncompressed. */
    private int get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }
}
