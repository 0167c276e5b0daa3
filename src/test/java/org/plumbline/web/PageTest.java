package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PageTest {
    @Test
    void the_language_switch_keeps_the_place() {
        Page page = Page.bare(Lang.ZH, "/street/310112101?class=RS&page=2");
        assertThat(page.here()).isEqualTo("/zh/street/310112101?class=RS&page=2");
        assertThat(page.switched()).isEqualTo("/en/street/310112101?class=RS&page=2");
    }

    @Test
    void each_page_belongs_to_one_section() {
        assertThat(Page.bare(Lang.ZH, "/?class=RS").at("district")).isTrue();
        assertThat(Page.bare(Lang.ZH, "/site/310112101003-RS01").at("sites")).isTrue();
        assertThat(Page.bare(Lang.ZH, "/standard/a/2026/clause/7.2").at("standard"))
                .isTrue();
        assertThat(Page.bare(Lang.ZH, "/sites").at("district")).isFalse();
    }

    @Test
    void the_style_sheet_is_addressed_by_its_content() {
        assertThat(Page.bare(Lang.EN, "/").style()).matches("/plumbline\\.css\\?v=[0-9a-f]{8}");
    }

    @Test
    void a_problem_says_what_happened_and_what_to_do() {
        for (Lang lang : Lang.values()) {
            for (int status : new int[] {400, 404, 405, 406, 500, 503}) {
                Problem problem = Problem.of(lang, status, "/x");
                assertThat(problem.title()).isNotBlank();
                assertThat(problem.detail()).isNotBlank();
                assertThat(problem.remedy()).isNotBlank();
                assertThat(problem.reference() != null).isEqualTo(status == 500);
            }
        }
        assertThat(Problem.of(Lang.EN, 418, "/x").type()).isEqualTo("/en/methods#problem-400");
    }
}
