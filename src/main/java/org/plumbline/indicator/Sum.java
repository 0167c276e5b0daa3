package org.plumbline.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sites of one place and class gave to one measure. */
final class Sum {
    private static final int PLACES = 6;

    private final Measure measure;
    private final Set<String> holders = new HashSet<>();
    private final Map<String, long[]> cells = new HashMap<>();
    private long numerator;
    private long denominator;
    private long greatest = Long.MIN_VALUE;
    private long counted;
    private long missing;
    private long inapplicable;

    Sum(Measure measure) {
        this.measure = measure;
    }

    /**
     * Takes in what a site gave.
     *
     * @param site its code
     */
    void add(String site, Contribution given) {
        switch (given.state()) {
            case MISSING -> missing++;
            case INAPPLICABLE -> inapplicable++;
            case COUNTED -> count(site, given);
        }
    }

    private void count(String site, Contribution given) {
        String holder = given.holder();
        boolean fresh = holder == null || holders.add(holder);
        if (!fresh && given.whole()) {
            return;
        }
        counted++;
        numerator = Math.addExact(numerator, given.numerator());
        denominator = Math.addExact(denominator, fresh ? given.denominator() : 0);
        greatest = Math.max(greatest, given.numerator());
        if (measure.computation() instanceof Computation.Gini) {
            long[] cell = cells.computeIfAbsent(holder == null ? site : holder, key -> new long[2]);
            cell[0] += given.numerator();
            cell[1] = given.denominator();
        }
    }

    /** Takes in units that are counted elsewhere: so many, of which so many have it. */
    void count(long have, long all) {
        counted += all;
        numerator += have * 1_000_000;
        denominator += all * 1_000_000;
    }

    /** The figure. */
    IndicatorValue value(String place, String siteClass) {
        boolean quotient = !(measure.computation() instanceof Computation.Gini
                || measure.computation() instanceof Computation.Greatest);
        BigDecimal value = counted == 0 ? null : figure();
        boolean few = value != null
                && measure.fewest() > 0
                && denominator().compareTo(BigDecimal.valueOf(measure.fewest())) < 0;
        return new IndicatorValue(
                measure.id(),
                place,
                siteClass,
                value,
                quotient && counted > 0 ? BigDecimal.valueOf(numerator, PLACES).stripTrailingZeros() : null,
                quotient && counted > 0 ? denominator().stripTrailingZeros() : null,
                counted,
                missing,
                inapplicable,
                few ? IndicatorValue.Note.FEW : IndicatorValue.Note.PLAIN);
    }

    private BigDecimal denominator() {
        return BigDecimal.valueOf(denominator, PLACES);
    }

    private @Nullable BigDecimal figure() {
        BigDecimal found = switch (measure.computation()) {
            case Computation.Gini gini -> gini(List.copyOf(cells.values()));
            case Computation.Greatest most -> BigDecimal.valueOf(greatest, PLACES);
            default ->
                denominator == 0
                        ? null
                        : BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64)
                                .multiply(measure.factor());
        };
        if (found == null) {
            return null;
        }
        BigDecimal shown = measure.complement() ? BigDecimal.ONE.subtract(found) : found;
        return shown.setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    /**
     * The Gini coefficient of quotients, each weighing as much as its denominator: one half of the mean absolute difference over the
     * mean, read off the Lorenz curve.
     *
     * @param cells numerator and denominator of each; denominators above 0
     * @return 0..1, four decimals; null for fewer than two cells or when there is nothing to spread
     */
    static @Nullable BigDecimal gini(List<long[]> cells) {
        double all = cells.stream().mapToDouble(cell -> cell[0]).sum();
        double weight = cells.stream().mapToDouble(cell -> cell[1]).sum();
        if (cells.size() < 2 || all <= 0 || weight <= 0) {
            return null;
        }
        List<long[]> ascending = new ArrayList<>(cells);
        ascending.sort(Comparator.comparingDouble((long[] cell) -> (double) cell[0] / cell[1])
                .thenComparingLong(cell -> cell[1]));
        double below = 0;
        double area = 0;
        for (long[] cell : ascending) {
            double share = cell[0] / all;
            area += cell[1] / weight * (2 * below + share);
            below += share;
        }
        return BigDecimal.valueOf(Math.max(0, 1 - area)).setScale(4, RoundingMode.HALF_EVEN);
    }
}
