package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    @Test
    void the_english_stands_smaller_under_the_chinese() {
        assertThat(new Words("面积", "Area").stacked(7))
                .isEqualTo("面积\n<style size=\"7.0\" isBold=\"false\" forecolor=\"#4C555E\">Area</style>");
    }

    @Test
    void english_that_adds_nothing_is_left_out() {
        assertThat(new Words("5 项", "5").inline(7)).isEqualTo("5 项");
        assertThat(Words.same("480 m²").stacked(7)).isEqualTo("480 m²");
        assertThat(new Words("5 项", "5").plain()).isEqualTo("5 项");
    }

    @Test
    void markup_in_a_text_stays_text() {
        assertThat(new Words("<b>&", "").stacked(7)).isEqualTo("&lt;b&gt;&amp;");
    }

    @Test
    void characters_that_xml_cannot_hold_are_dropped() {
        assertThat(Words.escape("a\u0000b\u0007c\uFFFEd\ne\uD800")).isEqualTo("abcd\ne");
    }

    @Test
    void english_quotes_are_straight() {
        assertThat(new Words("会", "residents’ “meeting”").inline(7)).contains("residents' \"meeting\"");
    }

    @Test
    void rare_characters_are_set_in_the_font_that_has_them_or_named() {
        assertThat(Words.same("龘㐀").stacked(7)).isEqualTo("龘㐀");
        assertThat(Words.same("𠮷").stacked(7))
                .isEqualTo("<style fontName=\"Noto Sans JP\" isBold=\"false\">𠮷</style>");
        assertThat(Words.same("𮯠").stacked(7)).isEqualTo("〔U+2EBE0〕");
    }
}
