package org.plumbline.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.publication.snapshot.Spread;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.publication.view.ScoreSpread;

class PlaceFiguresTest {
    @Test
    void a_spread_reaches_from_the_step_of_the_lowest_score_to_that_of_the_highest() {
        List<Integer> steps = new ArrayList<>(Collections.nCopies(20, 0));
        steps.set(12, 2);
        steps.set(15, 4);
        ScoreSpread spread =
                PlaceFigures.spread(summary(6, new Spread(steps, List.of(6_000, 6_400, 7_500, 7_700, 7_999))));
        assertThat(spread).isNotNull();
        assertThat(spread.steps())
                .extracting(step -> step.from() + "-" + step.to() + ": " + step.count())
                .containsExactly("60-65: 2", "65-70: 0", "70-75: 0", "75-80: 4");
        assertThat(spread.steps().getLast().width()).isEqualTo("100%");
        assertThat(spread.scores().get(2)).isEqualByComparingTo("75");
    }

    @Test
    void too_few_sites_have_none() {
        List<Integer> steps = new ArrayList<>(Collections.nCopies(20, 0));
        steps.set(12, 4);
        assertThat(PlaceFigures.spread(summary(4, new Spread(steps, Collections.nCopies(5, 6_000)))))
                .isNull();
    }

    private static Summary summary(long scored, Spread spread) {
        return new Summary(1, "310112", scored, scored, scored, 0, 0, 0, 0, 0, Map.of(), spread);
    }
}
