package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * One published round of a place.
 *
 * @param label 2026年第二轮, Round two of 2026
 * @param onDate date of assessment
 * @param sites sites assessed
 * @param score average score, null = none
 * @param low average of the lower bounds
 * @param high average of the upper bounds
 * @param compliance compliance rate, 0..1
 * @param bands sites by band
 */
public record Round(
        Text label,
        LocalDate onDate,
        long sites,
        @Nullable BigDecimal score,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal compliance,
        List<BandCount> bands) {

    /** Place of the average on the printed scale. */
    public Scale.Mark mark() {
        return Scale.mark(score, low, high);
    }

    /** The stacked bar of the bands. */
    public List<Part> parts() {
        return BandCount.stack(bands);
    }
}
