package org.plumbline.cli.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.fact.FactValue;
import org.plumbline.rdf.Canonical;

/**
 * Chance with a memory: every draw is a function of the seed, the site and what is drawn, so that a site keeps its character
 * from round to round and the demonstration is the same everywhere.
 */
final class Draw {
    private static final String SEED = "plumbline demonstration 1";

    private final String site;
    private final double quality;

    /**
     * @param site code of the site
     * @param quality chance that one item is as it should be, 0 to 1
     */
    Draw(String site, double quality) {
        this.site = site;
        this.quality = quality;
    }

    /** An even number in [0, 1) that belongs to this site and {@code item}. */
    double even(String item) {
        byte[] hash = Canonical.hash((SEED + "|" + site + "|" + item).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = bits << 8 | hash[i] & 0xff;
        }
        return (bits >>> 3) * 0x1.0p-53;
    }

    /** Whether {@code item} is as it should be; a rare fault has a smaller {@code weight} than 1. */
    boolean good(String item, double weight) {
        return even(item) < 1 - (1 - quality) * weight;
    }

    boolean good(String item) {
        return good(item, 1);
    }

    /** Whether something happens with a chance that has nothing to do with quality. */
    boolean chance(String item, double share) {
        return even("chance " + item) < share;
    }

    /** A whole number from {@code least} to {@code most}. */
    long whole(String item, long least, long most) {
        return least + (long) (even("size " + item) * (most - least + 1));
    }

    FactValue number(String item, long least, long most) {
        return FactValue.number(whole(item, least, most));
    }

    /** A number in steps of a hundredth or tenth: from and to in those steps, divided by {@code per}. */
    FactValue decimal(String item, long least, long most, int per) {
        long value = whole(item, least, most);
        return FactValue.number(java.math.BigDecimal.valueOf(value)
                .divide(java.math.BigDecimal.valueOf(per))
                .toPlainString());
    }

    /** One range when the item is as it should be, another when not. */
    FactValue number(String item, long goodLeast, long goodMost, long badLeast, long badMost) {
        return good(item) ? number(item, goodLeast, goodMost) : number(item, badLeast, badMost);
    }

    FactValue decimal(String item, long goodLeast, long goodMost, long badLeast, long badMost, int per) {
        return good(item) ? decimal(item, goodLeast, goodMost, per) : decimal(item, badLeast, badMost, per);
    }

    FactValue truth(String item, boolean right, double weight) {
        return FactValue.of(good(item, weight) == right);
    }

    /** A day so many days before {@code on}: in one range when as it should be, in another when not. */
    FactValue before(LocalDate on, String item, long goodLeast, long goodMost, long badLeast, long badMost) {
        long days = good(item, 0.6) ? whole(item, goodLeast, goodMost) : whole(item, badLeast, badMost);
        return FactValue.of(on.minusDays(days));
    }

    /** The codes wanted, with one or two left out when not as it should be, and now and then an extra one. */
    FactValue codes(String item, List<String> wanted, List<String> extra) {
        List<String> codes = new ArrayList<>(wanted);
        if (!good(item)) {
            codes.remove((int) whole(item + " left out", 0, codes.size() - 1));
            if (codes.size() > 2 && chance(item + " another", 0.4)) {
                codes.remove((int) whole(item + " left out too", 0, codes.size() - 1));
            }
        }
        for (String one : extra) {
            if (chance(item + one, 0.3)) {
                codes.add(one);
            }
        }
        return FactValue.codes(codes);
    }
}
