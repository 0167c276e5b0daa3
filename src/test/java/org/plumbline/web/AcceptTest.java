package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AcceptTest {
    private static final List<String> OFFERED = List.of("text/html", "application/json", "text/turtle");

    @Test
    void a_browser_gets_the_page() {
        assertThat(Accept.page("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .isTrue();
    }

    @Test
    void a_program_without_wishes_gets_data() {
        assertThat(Accept.page("")).isFalse();
        assertThat(Accept.page("*/*")).isFalse();
        assertThat(Accept.page("application/json")).isFalse();
    }

    @Test
    void the_highest_quality_wins_and_then_the_order_on_offer() {
        assertThat(Accept.best("text/turtle, application/json;q=0.5", OFFERED)).contains("text/turtle");
        assertThat(Accept.best("*/*", OFFERED)).contains("text/html");
        assertThat(Accept.best("application/json;q=0.9, text/turtle;q=0.9", OFFERED))
                .contains("application/json");
    }

    @Test
    void the_most_specific_range_decides() {
        assertThat(Accept.best("text/*;q=0.9, text/html;q=0, application/json;q=0.1", OFFERED))
                .contains("text/turtle");
    }

    @Test
    void what_is_refused_or_unreadable_is_not_given() {
        assertThat(Accept.best("image/png", OFFERED)).isEmpty();
        assertThat(Accept.best("text/turtle;q=high", OFFERED)).isEmpty();
        assertThat(Accept.best("nonsense", OFFERED)).isEmpty();
    }
}
