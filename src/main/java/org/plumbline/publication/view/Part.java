package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a stacked bar, as percentages for SVG attributes.
 *
 * @param kind what it stands for: an outcome's EARL term or a band's code
 * @param count how many
 * @param x left end, percent
 * @param width width, percent
 * @param share its share of the whole, 0..1
 */
public record Part(String kind, long count, String x, String width, BigDecimal share) {

    /** Stretches of one bar for kinds and counts in the same order; kinds that do not occur are left out. */
    public static List<Part> stack(List<String> kinds, List<Long> counts) {
        long total = counts.stream().mapToLong(Long::longValue).sum();
        List<Part> parts = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < kinds.size(); i++) {
            long count = counts.get(i);
            if (count > 0) {
                parts.add(new Part(
                        kinds.get(i),
                        count,
                        percent(of(before, total)),
                        percent(of(count, total)),
                        share(count, total)));
            }
            before += count;
        }
        return List.copyOf(parts);
    }

    /** A share with six decimals; 0 of nothing is 0. */
    public static BigDecimal share(long count, long total) {
        return total == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(count).divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_EVEN);
    }

    /** A percentage as SVG takes it. */
    static String percent(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString() + "%";
    }

    private static BigDecimal of(long count, long total) {
        return share(count, total).movePointRight(2);
    }
}
