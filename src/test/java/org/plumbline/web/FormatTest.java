package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormatTest {
    private static final BigDecimal TINY = new BigDecimal("0.000001");

    @Test
    void thousands_are_parted_as_each_language_does() {
        assertThat(Format.count(Lang.ZH, 1234)).isEqualTo("1234");
        assertThat(Format.count(Lang.ZH, 12345)).isEqualTo("12\u202f345");
        assertThat(Format.count(Lang.EN, 999)).isEqualTo("999");
        assertThat(Format.count(Lang.EN, 1234567)).isEqualTo("1,234,567");
        assertThat(Format.number(Lang.EN, new BigDecimal("-1234.5"))).isEqualTo("−1,234.5");
    }

    @Test
    void trailing_zeros_go_and_large_numbers_stay_plain() {
        assertThat(Format.number(Lang.ZH, new BigDecimal("20.500000"))).isEqualTo("20.5");
        assertThat(Format.number(Lang.ZH, new BigDecimal("300"))).isEqualTo("300");
        assertThat(Format.number(Lang.ZH, new BigDecimal("0.000000"))).isEqualTo("0");
    }

    @Test
    void scores_are_rounded_down() {
        assertThat(Format.score(new BigDecimal("89.999"))).isEqualTo("89.99");
        assertThat(Format.score(new BigDecimal("90"))).isEqualTo("90.00");
    }

    @Test
    void only_all_is_100_percent_and_only_nothing_is_0() {
        assertThat(Format.share(BigDecimal.ONE)).isEqualTo("100%");
        assertThat(Format.share(BigDecimal.ONE.subtract(TINY))).isEqualTo("99.9%");
        assertThat(Format.share(TINY)).isEqualTo("0.1%");
        assertThat(Format.share(BigDecimal.ZERO)).isEqualTo("0%");
        assertThat(Format.share(new BigDecimal("0.23"))).isEqualTo("23.0%");
    }

    @Test
    void dates_moments_and_periods_are_words() {
        assertThat(Format.date(Lang.ZH, LocalDate.of(2026, 1, 2))).isEqualTo("2026年1月2日");
        assertThat(Format.date(Lang.EN, LocalDate.of(2026, 1, 2))).isEqualTo("2 January 2026");
        assertThat(Format.moment(Instant.parse("2026-10-13T01:24:59Z"), ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2026-10-13 09:24 (+08:00)");
        assertThat(Format.period(Lang.EN, "P1Y")).isEqualTo("1 year");
        assertThat(Format.period(Lang.ZH, "P90D")).isEqualTo("90日");
        assertThat(Format.period(Lang.ZH, "PT5H")).isEqualTo("PT5H");
    }

    @Test
    void a_brief_hash_keeps_twelve_characters() {
        assertThat(Format.brief("sha256:0123456789abcdef")).isEqualTo("0123456789ab…");
    }
}
