package org.plumbline.publication.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void scores_fall_into_steps_of_five_points_and_full_marks_into_the_last() {
        Spread spread = Spread.of(IntStream.of(10_000, 9_500, 9_499, 0, 499, 500));
        assertThat(spread.steps()).hasSize(20);
        assertThat(spread.steps().get(0)).isEqualTo(2);
        assertThat(spread.steps().get(1)).isEqualTo(1);
        assertThat(spread.steps().get(18)).isEqualTo(1);
        assertThat(spread.steps().get(19)).isEqualTo(2);
    }

    @Test
    void quartiles_are_scores_of_sites() {
        assertThat(Spread.of(IntStream.rangeClosed(1, 8).map(n -> n * 1_000)).quartiles())
                .containsExactly(1_000, 2_000, 4_000, 6_000, 8_000);
        assertThat(Spread.of(IntStream.of(7_000)).scores())
                .allMatch(score -> score.toPlainString().equals("70.00"));
        assertThat(Spread.of(IntStream.empty())).isEqualTo(Spread.NONE);
    }
}
