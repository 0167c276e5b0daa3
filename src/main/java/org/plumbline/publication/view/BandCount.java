package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many sites are in a band.
 *
 * @param band the band
 * @param count sites in it
 * @param total sites in all bands
 * @param path language-free address of the list of these sites
 */
public record BandCount(Band band, long count, long total, String path) {
    /** Share of all, 0..1. */
    public BigDecimal share() {
        return Part.share(count, total);
    }

    /** Width of its bar where the whole is 100 %. */
    public String width() {
        return Part.percent(share().movePointRight(2));
    }

    /** The stacked bar of a distribution. */
    public static List<Part> stack(List<BandCount> bands) {
        return Part.stack(
                bands.stream().map(b -> b.band().shade()).toList(),
                bands.stream().map(BandCount::count).toList());
    }
}
