package org.plumbline.rulebook.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON in the canonical form of RFC 8785, with the vectors of that document that hold no floating-point numbers. */
class JsonTest {
    @Test
    void keys_are_sorted_by_utf_16_units() {
        // RFC 8785, section 3.2.3: the emoji's surrogates sort before U+FB33.
        String text =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(Json.write(Json.read(text)))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                                + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void strings_are_escaped_as_little_as_may_be() {
        // RFC 8785, section 3.2.2.
        String text =
                "{ \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"literals\": [null, true, false] }";
        assertThat(Json.write(Json.read(text)))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d",
                "\\ude00",
                "\\ude00\\ud83d",
                "\\ud83dx",
                "\\ud83d\\ud83d\\ude00",
            })
    void half_of_a_surrogate_pair_is_refused_as_text_and_as_key(String half) {
        // RFC 8785, section 3.2.2.2: such a text has no bytes in UTF-8.
        for (String text : new String[] {"\"" + half + "\"", "{\"" + half + "\":1}"}) {
            assertThatThrownBy(() -> Json.read(text))
                    .isInstanceOf(Json.Malformed.class)
                    .hasMessageContaining("half of a surrogate pair");
        }
        assertThat(Json.read("\"\\ud83d\\ude00\"")).isEqualTo("😀");
    }

    @Test
    void half_of_a_surrogate_pair_is_refused_unescaped_too() {
        char high = 0xd83d;
        char low = 0xde00;
        for (String half : new String[] {"" + high, "x" + low, "" + low + high}) {
            assertThatThrownBy(() -> Json.read("\"" + half + "\"")).isInstanceOf(Json.Malformed.class);
        }
        assertThat(Json.read("\"" + high + "\\ude00\"")).isEqualTo("" + high + low);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, -5", "9007199254740991, 9007199254740991", "9007199254740992, \"9007199254740992\""})
    void whole_numbers_that_json_cannot_carry_exactly_are_texts(long value, String written) {
        assertThat(Json.write(Json.Number.of(value))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.000001, 0.000001", "123456789.123456, 123456789.123456", "1234567890.123456, \"1234567890.123456\""})
    void decimals_of_more_than_fifteen_digits_are_texts(String value, String written) {
        assertThat(Json.write(Json.Number.ofDecimal(value))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "tru",
                "[1] 2",
                "{a:1}",
                "\"",
                "'a'",
                "{\"a\" 1}",
                "01x",
                "1..2"
            })
    void what_is_not_json_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(Json.Malformed.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    void nesting_deeper_than_64_is_refused() {
        assertThat(Json.read("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatThrownBy(() -> Json.read("[".repeat(66) + "]".repeat(66))).isInstanceOf(Json.Malformed.class);
    }
}
