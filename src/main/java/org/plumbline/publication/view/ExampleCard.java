package org.plumbline.publication.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Outcome;
import org.plumbline.web.Text;

/**
 * An example of a clause: invented facts and what must come of them. The same examples are the standard's tests.
 *
 * @param label what it shows
 * @param kind class of the example site
 * @param onDate date it is assessed on
 * @param facts its facts in words
 * @param outcome what must come out
 * @param points points it must earn; null = not said
 */
public record ExampleCard(
        Text label,
        Kind kind,
        LocalDate onDate,
        List<ExampleFact> facts,
        Outcome outcome,
        @Nullable BigDecimal points) {

    /**
     * A fact of an example.
     *
     * @param label the fact's name in words
     * @param value its value
     */
    public record ExampleFact(Text label, Value value) {}
}
