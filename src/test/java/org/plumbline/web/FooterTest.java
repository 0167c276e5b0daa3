package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.web.Footer.Line;

class FooterTest {
    private static final Page ZH = Page.bare(Lang.ZH, "/");
    private static final Page EN = Page.bare(Lang.EN, "/");

    @Test
    void what_is_not_set_is_not_shown() {
        assertThat(footer(Map.of()).lines(ZH)).isEmpty();
    }

    @Test
    void each_setting_is_a_line_in_the_readers_language() {
        Footer footer = footer(Map.of(
                "plumbline.footer.operator", "某区某办",
                "plumbline.footer.operator-en", "Some office",
                "plumbline.footer.errors", "mailto:errors@example.org",
                "plumbline.footer.filing", "沪ICP备00000000号"));
        assertThat(footer.lines(ZH)).extracting(Line::words).containsExactly("某区某办", "报告本站错误", "沪ICP备00000000号");
        assertThat(footer.lines(EN)).extracting(Line::words).startsWith("Some office", "Report an error");
        assertThat(footer.lines(ZH).getLast().href()).startsWith("https://");
    }

    @Test
    void an_address_that_would_run_something_is_refused() {
        assertThatThrownBy(() -> footer(Map.of("plumbline.footer.errors", "javascript:alert(1)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plumbline.footer.errors")
                .hasMessageContaining("mailto:");
    }

    private static Footer footer(Map<String, String> settings) {
        return new Footer(new SmallRyeConfigBuilder()
                .withMapping(FooterConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(FooterConfig.class));
    }
}
