package org.plumbline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void pages_are_worked_on_in_order_each_once() {
        for (int pages = 0; pages < 5; pages++) {
            List<String> worked = new ArrayList<>();
            List<Integer> all = IntStream.range(0, pages).boxed().toList();
            Ahead.each(all, page -> page * 10, (page, ready) -> worked.add(page + " " + ready));
            assertThat(worked)
                    .containsExactlyElementsOf(
                            all.stream().map(page -> page + " " + page * 10).toList());
        }
    }

    @Test
    void the_next_page_is_made_ready_while_one_is_worked_on() {
        CountDownLatch second = new CountDownLatch(1);
        List<Boolean> met = new ArrayList<>();
        Ahead.each(
                List.of(1, 2),
                page -> {
                    if (page == 2) {
                        second.countDown();
                    }
                    return page;
                },
                (page, ready) -> met.add(await(second)));
        assertThat(met).containsExactly(true, true);
    }

    @Test
    void what_fails_ends_the_work_and_pages_before_stay() {
        List<Integer> worked = new ArrayList<>();
        assertThatThrownBy(() -> Ahead.each(
                        List.of(1, 2, 3, 4),
                        page -> {
                            if (page == 3) {
                                throw new IllegalArgumentException("no such fact");
                            }
                            return page;
                        },
                        (page, ready) -> worked.add(page)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such fact");
        assertThat(worked).containsExactly(1, 2);
        assertThatThrownBy(() -> Ahead.each(List.of(1, 2, 3), page -> page, (page, ready) -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
