package org.plumbline.standard;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.rulebook.Assessment;
import org.plumbline.rulebook.Band;
import org.plumbline.rulebook.ClauseResult;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Rulebook;

/** What came out, counted by province; whole numbers only, so that the order in which threads come does not matter. */
final class ProvinceTally {
    private static final int PROVINCES = 100;

    private final Rulebook rulebook;
    private final long[] sites = new long[PROVINCES];
    private final long[] passedAll = new long[PROVINCES];
    private final long[] hundredths = new long[PROVINCES];
    private final long[][] bands;

    ProvinceTally(Rulebook rulebook) {
        this.rulebook = rulebook;
        bands = new long[PROVINCES][rulebook.bands().size() + 1];
    }

    /** Counts a site. */
    void add(int province, Assessment assessment) {
        boolean all = true;
        for (ClauseResult result : assessment.results()) {
            all &= result.outcome() == Outcome.PASSED || result.outcome() == Outcome.INAPPLICABLE;
        }
        sites[province]++;
        passedAll[province] += all ? 1 : 0;
        hundredths[province] += assessment.score().hundredths();
        Band band = assessment.band();
        bands[province][
                band == null ? rulebook.bands().size() : rulebook.bands().indexOf(band)]++;
    }

    /** Adds what another thread counted. */
    void add(ProvinceTally other) {
        for (int i = 0; i < PROVINCES; i++) {
            add(i, other, i);
        }
    }

    private void add(int to, ProvinceTally other, int from) {
        sites[to] += other.sites[from];
        passedAll[to] += other.passedAll[from];
        hundredths[to] += other.hundredths[from];
        for (int band = 0; band < bands[to].length; band++) {
            bands[to][band] += other.bands[from][band];
        }
    }

    /** How many sites were counted. */
    long sites() {
        return IntStream.range(0, PROVINCES).mapToLong(i -> sites[i]).sum();
    }

    /** A number that differs when anything counted differs. */
    long check() {
        long check = 0;
        for (int i = 0; i < PROVINCES; i++) {
            check = 31 * (31 * (31 * check + sites[i]) + passedAll[i]) + hundredths[i];
            for (long count : bands[i]) {
                check = 31 * check + count;
            }
        }
        return check;
    }

    /** The table: a line a province, and all of them together. */
    String table(String[] names) {
        String heads = rulebook.bands().stream()
                .map(band -> "%9s".formatted(band.label().en()))
                .collect(Collectors.joining(" "));
        StringBuilder out = new StringBuilder(
                "%2s %9s %10s %10s %s  %s%n".formatted("", "sites", "passed all", "mean score", heads, "province"));
        ProvinceTally total = new ProvinceTally(rulebook);
        for (int i = 0; i < PROVINCES; i++) {
            if (sites[i] > 0) {
                out.append(line("%02d".formatted(i), i, String.valueOf(names[i])));
                total.add(0, this, i);
            }
        }
        return out.append(total.line("", 0, "together")).toString();
    }

    private String line(String code, int i, String name) {
        StringBuilder counts = new StringBuilder();
        for (int band = 0; band < rulebook.bands().size(); band++) {
            counts.append(String.format(Locale.ROOT, " %,9d", bands[i][band]));
        }
        return String.format(
                Locale.ROOT,
                "%2s %,9d %9.2f%% %10.2f%s  %s%n",
                code,
                sites[i],
                100.0 * passedAll[i] / sites[i],
                hundredths[i] / 100.0 / sites[i],
                counts,
                name);
    }
}
