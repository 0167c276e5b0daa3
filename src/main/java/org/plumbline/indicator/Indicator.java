package org.plumbline.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Text;

/**
 * Something that a district publishes about its sites.
 *
 * @param notation its number in the catalogue of indicators, such as {@code I04}
 * @param topic key of the group it is listed in, such as {@code Space}
 * @param name what people call it
 * @param definition what it says, in a sentence or two
 * @param cycle how often it is due, as an ISO period
 * @param anchor norm or target that readers compare with, and where it comes from; null when there is none
 * @param lacks what of it cannot be said yet, and why; null when nothing is missing
 * @param measures its figures; empty while no fact is collected that it could rest on
 */
public record Indicator(
        String notation,
        String topic,
        Text name,
        Text definition,
        String cycle,
        @Nullable Text anchor,
        @Nullable Text lacks,
        List<Measure> measures) {

    /** Whether facts exist that it rests on. */
    public boolean measured() {
        return !measures.isEmpty();
    }
}
