package org.plumbline.standard;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Rulebook;

/**
 * One made-up site for each committee of a country against the model standard, from columns in memory: whether a site costs the
 * same among 620,573 as among 10,000, and among 70,000 as among 700, within a small heap and on every core.
 */
public final class NationBenchmark {
    private static final int BLOCK = 4096;
    /** What a thread takes at a time. */
    private static final int PART = 128;

    private static final int ROUNDS = 5;
    private static final int FEW = 10_000;
    private static final int[] SIZES = {700, FEW, 70_000};
    /** Small sets are held again and again until about so many sites were: shorter rounds measure the clock. */
    private static final int LEAST_SITES = 140_000;

    private static final double MOST_RATIO = 1.3;
    private static final long MOST_HEAP = 1536L << 20;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService pool = Executors.newFixedThreadPool(cores);
    private final Edition edition = MadeUpSites.edition();
    private final Rulebook rulebook = edition.rulebook();
    private final Evaluator evaluator = new Evaluator(rulebook);
    private final ThreadLocal<MadeUpSites> sites = ThreadLocal.withInitial(() -> new MadeUpSites(edition));

    private NationBenchmark() throws IOException {}

    /** Best times in microseconds a site of one set of sites, and what came out. */
    private static final class Measured {
        final int count;
        final List<SiteBlock> blocks;
        double alone = Double.MAX_VALUE;
        double together = Double.MAX_VALUE;
        ProvinceTally tally;

        Measured(int count, List<SiteBlock> blocks) {
            this.count = count;
            this.blocks = blocks;
        }
    }

    /**
     * Runs it; exit 1 when a bar is missed.
     *
     * @param arguments the register of committees and the names of divisions, both gzipped CSV
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("Give two files: register-….csv.gz and divisions-….csv.gz.");
            System.exit(2);
        }
        NationBenchmark benchmark = new NationBenchmark();
        boolean fine = benchmark.run(Committees.read(Path.of(arguments[0]), Path.of(arguments[1])));
        benchmark.pool.shutdown();
        System.exit(fine ? 0 : 1);
    }

    private boolean run(Committees committees) throws ExecutionException, InterruptedException {
        boolean same = readsBackTheSame(committees.sample(1000));
        List<Measured> sets = new ArrayList<>();
        for (int size : SIZES) {
            sets.add(new Measured(size, blocks(committees.sample(size))));
        }
        Measured nation = new Measured(committees.codes().length, blocks(committees.codes()));
        sets.add(nation);
        long bytes = sets.stream()
                .flatMap(set -> set.blocks.stream())
                .mapToLong(SiteBlock::bytes)
                .sum();
        out.printf(
                Locale.ROOT,
                "Synthetic facts of %,d sites in columns of %,d MB (%,d bytes a site)%n",
                nation.count,
                bytes >> 20,
                nation.blocks.stream().mapToLong(SiteBlock::bytes).sum() / nation.count);
        // Rounds of all sizes in turn, so that a busy moment of the machine favours none; the first also warms up.
        for (int round = 0; round < ROUNDS; round++) {
            for (Measured set : sets) {
                set.alone = Math.min(set.alone, time(set, 1));
                set.together = Math.min(set.together, time(set, cores));
            }
        }
        out.print("Synthetic results, by the first two digits of the code:\n"
                + nation.tally.table(committees.provinces()));
        for (Measured set : sets) {
            out.printf(
                    Locale.ROOT,
                    "%,9d sites: %.2f us/site on one thread, %.2f on %d, speed-up %.2f%n",
                    set.count,
                    set.alone,
                    set.together,
                    cores,
                    set.alone / set.together);
        }
        boolean flat = ratio(sets.get(0), sets.get(2)) & ratio(sets.get(1), nation);
        return heap() & flat & same & nation.tally.sites() == nation.count;
    }

    /** Whether records that went through columns, where nested ones lose their names, are assessed like those made. */
    private boolean readsBackTheSame(long[] committees) {
        SiteBlock block = new SiteBlock(rulebook, committees, sites.get());
        int compared = 0;
        int different = 0;
        for (int i = 0; i < committees.length; i++) {
            List<ClauseResult> read =
                    evaluator.assess(block.record(i), MadeUpSites.ON_DAY).results();
            List<ClauseResult> made = evaluator
                    .assess(block.made(i, sites.get()), MadeUpSites.ON_DAY)
                    .results();
            for (int clause = 0; clause < made.size(); clause++) {
                compared++;
                different += alike(read.get(clause), made.get(clause)) ? 0 : 1;
            }
        }
        out.printf(Locale.ROOT, "%,d outcomes of facts read back from columns, %d different%n", compared, different);
        return different == 0;
    }

    private static boolean alike(ClauseResult a, ClauseResult b) {
        return a.outcome() == b.outcome()
                && a.reason() == b.reason()
                && a.lastKnown() == b.lastKnown()
                && a.possible() == b.possible()
                && a.earned() == b.earned();
    }

    private List<SiteBlock> blocks(long[] committees) throws ExecutionException, InterruptedException {
        List<Future<SiteBlock>> building = new ArrayList<>();
        for (int from = 0; from < committees.length; from += BLOCK) {
            long[] some = Arrays.copyOfRange(committees, from, Math.min(from + BLOCK, committees.length));
            building.add(pool.submit(() -> new SiteBlock(rulebook, some, sites.get())));
        }
        List<SiteBlock> blocks = new ArrayList<>();
        for (Future<SiteBlock> one : building) {
            blocks.add(one.get());
        }
        return blocks;
    }

    /** Microseconds a site. */
    private double time(Measured set, int threads) throws ExecutionException, InterruptedException {
        int repeats = Math.max(1, LEAST_SITES / set.count);
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        List<Future<ProvinceTally>> counting = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            counting.add(pool.submit(() -> hold(set, next, repeats)));
        }
        ProvinceTally tally = new ProvinceTally(rulebook);
        for (Future<ProvinceTally> one : counting) {
            tally.add(one.get());
        }
        double time = (System.nanoTime() - start) / 1000.0 / set.count / repeats;
        if (set.tally != null && set.tally.check() != tally.check()) {
            throw new IllegalStateException("The same sites came out otherwise");
        }
        set.tally = tally;
        return time;
    }

    /** Takes one part after another until none is left. */
    private ProvinceTally hold(Measured set, AtomicInteger next, int repeats) {
        ProvinceTally tally = new ProvinceTally(rulebook);
        int parts = (set.count + PART - 1) / PART;
        for (int part = next.getAndIncrement(); part < parts * repeats; part = next.getAndIncrement()) {
            int from = part % parts * PART;
            for (int i = from; i < Math.min(from + PART, set.count); i++) {
                SiteBlock block = set.blocks.get(i / BLOCK);
                int row = i % BLOCK;
                tally.add(block.province(row), evaluator.assess(block.record(row), MadeUpSites.ON_DAY));
            }
        }
        return tally;
    }

    private boolean ratio(Measured few, Measured many) {
        double alone = many.alone / few.alone;
        double together = many.together / few.together;
        boolean flat = alone <= MOST_RATIO && together <= MOST_RATIO;
        out.printf(
                Locale.ROOT,
                "A site among %,d costs %.2f times one among %,d on one thread, %.2f times on %d (bar %.1f)%s%n",
                many.count,
                alone,
                few.count,
                together,
                cores,
                MOST_RATIO,
                flat ? "" : ": MISSED");
        return flat;
    }

    private boolean heap() {
        long peak = heap(pool -> pool.getPeakUsage().getUsed());
        System.gc();
        long kept = heap(pool -> {
            MemoryUsage after = pool.getCollectionUsage();
            return after == null ? pool.getUsage().getUsed() : after.getUsed();
        });
        boolean fits = peak <= MOST_HEAP;
        out.printf(
                Locale.ROOT,
                "Heap: %,d MB at most (the peaks of its pools together), %,d MB after collection, limit of this run"
                        + " %,d MB (bar %,d MB)%s%n",
                peak >> 20,
                kept >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                MOST_HEAP >> 20,
                fits ? "" : ": MISSED, run it with -Xmx1536m");
        return fits;
    }

    private static long heap(ToLongFunction<MemoryPoolMXBean> bytes) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(bytes)
                .sum();
    }
}
