package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagingTest {
    @Test
    void the_last_page_may_be_short() {
        Paging last = new Paging(3, 25, 61, "/street/310112101?class=RS&page=3");
        assertThat(last.pages()).isEqualTo(3);
        assertThat(last.from()).isEqualTo(51);
        assertThat(last.to()).isEqualTo(61);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.previous()).isEqualTo("/street/310112101?class=RS&page=2");
    }

    @Test
    void an_exact_fit_has_no_empty_page_behind_it() {
        assertThat(new Paging(1, 25, 50, "/sites").pages()).isEqualTo(2);
        assertThat(new Paging(1, 25, 51, "/sites").pages()).isEqualTo(3);
    }

    @Test
    void nothing_is_one_page_with_no_rows() {
        Paging none = new Paging(1, 25, 0, "/sites");
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.from()).isZero();
        assertThat(none.several()).isFalse();
    }

    @Test
    void a_number_out_of_range_becomes_the_nearest_page() {
        assertThat(new Paging(99, 25, 61, "/sites").number()).isEqualTo(3);
        assertThat(new Paging(-1, 25, 61, "/sites").number()).isEqualTo(1);
    }

    @Test
    void parameters_are_set_and_dropped_one_by_one() {
        assertThat(Paging.with("/sites?q=%E6%96%B0&page=2", "page", "3")).isEqualTo("/sites?q=%E6%96%B0&page=3");
        assertThat(Paging.with("/sites", "edition", "model-station/2026"))
                .isEqualTo("/sites?edition=model-station%2F2026");
        assertThat(Paging.without("/sites?page=2", "page")).isEqualTo("/sites");
    }
}
