package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A street or town, or an area, among the others.
 *
 * @param place the place
 * @param sites sites there
 * @param assessed sites assessed
 * @param compliance compliance rate, 0..1; null = none assessed
 * @param score average score; null = none assessed
 * @param low average of the lower bounds
 * @param high average of the upper bounds
 * @param measured measured share of the possible points, 0..1
 * @param before average score a round earlier; null = none
 * @param bands sites by band
 * @param tile where it stands on the schematic map; null = not on it
 */
public record PlaceRow(
        Place place,
        long sites,
        long assessed,
        @Nullable BigDecimal compliance,
        @Nullable BigDecimal score,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        BigDecimal measured,
        @Nullable BigDecimal before,
        List<BandCount> bands,
        @Nullable Tile tile) {

    /** Place of the average on the printed scale. */
    public Scale.Mark mark() {
        return Scale.mark(score, low, high);
    }

    /** The stacked bar of the bands. */
    public List<Part> parts() {
        return BandCount.stack(bands);
    }
}
