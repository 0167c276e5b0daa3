package org.plumbline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact decimals, months begun, ages, and working days. */
class NumbersAndDatesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1000000, 1",
        "-12.5, -12500000, -12.5",
        "0.000001, 1, 0.000001",
        "-0.000001, -1, -0.000001",
        "+3, 3000000, 3",
        "1.500000, 1500000, 1.5",
        "1.5000000000, 1500000, 1.5",
        "999999999999.999999, 999999999999999999, 999999999999.999999",
        ".5, 500000, 0.5",
        "007, 7000000, 7",
        "-0, 0, 0"
    })
    void a_decimal_is_millionths_and_back(String text, long micros, String canonical) {
        assertThat(Micros.parse(text)).isEqualTo(micros);
        assertThat(Micros.format(micros)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "1e3", "0.0000001", "1000000000000", "1,5", " 1", "1.2.3", "NaN", "٣", "--1"})
    void what_is_no_plain_decimal_is_refused(String text) {
        assertThatThrownBy(() -> Micros.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void the_parts_of_a_day_are_those_of_the_calendar() {
        for (long day = -800_000; day < 800_000; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            int parts = (date.getYear() * 12 + date.getMonthValue() - 1) * 32 + date.getDayOfMonth();
            if (Dates.parts(day) != parts) {
                assertThat(Dates.parts(day)).as(date.toString()).isEqualTo(parts);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-01, 2026-11-01, 12",
        "2025-11-01, 2026-11-02, 13",
        "2025-10-31, 2026-11-01, 13",
        // The day is clamped to the end of a short month.
        "2026-01-31, 2026-02-28, 1",
        "2026-01-31, 2026-03-01, 2",
        "2024-01-31, 2024-02-29, 1",
        "2024-02-29, 2025-02-28, 12",
        "2024-02-29, 2025-03-01, 13",
        "2026-02-28, 2026-03-28, 1",
        "2026-02-28, 2026-03-31, 2",
        "2026-05-05, 2026-05-05, 0",
        "2026-05-05, 2026-05-06, 1",
        "2026-05-06, 2026-05-05, 0",
        "2026-05-05, 2026-04-05, -1",
        "2026-05-05, 2026-04-06, 0",
        "2026-03-31, 2026-02-28, -1",
        "2026-03-31, 2026-02-27, -1"
    })
    void months_are_begun_not_completed(String from, String to, int months) {
        assertThat(Dates.monthsBegun(Dates.day(from), Dates.day(to))).isEqualTo(months);
    }

    @Test
    void months_begun_is_the_least_number_that_reaches_the_date() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            LocalDate from = LocalDate.ofEpochDay(random.nextInt(80_000) - 30_000);
            LocalDate to = from.plusDays(random.nextInt(3000) - 1000);
            int months = Dates.monthsBegun(from.toEpochDay(), to.toEpochDay());
            assertThat(from.plusMonths(months)).as("%s + %d", from, months).isAfterOrEqualTo(to);
            assertThat(from.plusMonths(months - 1L))
                    .as("%s + %d", from, months - 1)
                    .isBefore(to);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0, 2025-11-01, false",
        "12, 0, 2025-10-31, true",
        "0, 90, 2026-08-03, false",
        "0, 90, 2026-08-02, true",
        "0, 0, 1970-01-01, false",
        "1, 0, 2026-11-01, false",
        "1, 0, 2026-12-01, false"
    })
    void an_observation_ages_after_its_months_or_days(int months, int days, String observed, boolean expired) {
        int onDay = Dates.day("2026-11-01");
        Validity validity = new Validity(months, days);
        assertThat(validity.expired(Dates.day(observed), onDay)).isEqualTo(expired);
        assertThat(Dates.day(observed) < validity.earliest(onDay)).isEqualTo(expired);
    }

    @Test
    void the_earliest_day_that_counts_is_the_first_not_expired() {
        for (int onDay = Dates.day("2024-02-25"); onDay < Dates.day("2024-04-02"); onDay++) {
            for (Validity validity :
                    List.of(new Validity(1, 0), new Validity(6, 0), new Validity(12, 0), new Validity(0, 30))) {
                int earliest = validity.earliest(onDay);
                assertThat(validity.expired(earliest, onDay)).isFalse();
                assertThat(validity.expired(earliest - 1, onDay)).isTrue();
            }
        }
    }

    @Test
    void working_days_leave_out_the_first_day_weekends_and_holidays_and_count_make_up_days() {
        Calendar calendar = new Calendar(
                2026, 1, List.of(Dates.day("2026-05-01"), Dates.day("2026-05-04")), List.of(Dates.day("2026-05-09")));
        assertThat(days(calendar, "2026-04-30", "2026-05-01")).isZero();
        assertThat(days(calendar, "2026-04-29", "2026-04-30")).isEqualTo(1);
        assertThat(days(calendar, "2026-04-30", "2026-05-08")).isEqualTo(4);
        assertThat(days(calendar, "2026-04-30", "2026-05-09")).isEqualTo(5);
        assertThat(days(calendar, "2026-04-30", "2026-05-10")).isEqualTo(5);
        assertThat(days(calendar, "2026-05-10", "2026-04-30")).isZero();
        assertThat(days(calendar, "2025-12-31", "2026-01-01")).isEqualTo(1);
        assertThat(days(calendar, "2026-12-30", "2026-12-31")).isEqualTo(1);
    }

    @Test
    void a_year_without_a_calendar_has_no_working_days_to_tell() {
        Calendar calendar = new Calendar(2026, 1, List.of(), List.of());
        assertThat(days(calendar, "2025-12-30", "2026-01-05")).isEqualTo(Calendar.UNKNOWN);
        assertThat(days(calendar, "2026-12-30", "2027-01-01")).isEqualTo(Calendar.UNKNOWN);
        assertThat(Calendar.NONE.workingDays(1, 5)).isEqualTo(Calendar.UNKNOWN);
    }

    private static int days(Calendar calendar, String from, String to) {
        return calendar.workingDays(Dates.day(from), Dates.day(to));
    }

    @Test
    void the_best_source_counts_then_the_latest_day_and_equal_ones_that_differ_are_a_dispute() {
        Validity forever = Validity.FOREVER;
        assertThat(Observation.current(List.of(of("a", 5, 1), of("b", 9, 2)), forever, 10)
                        .observation()
                        .value())
                .isEqualTo("a");
        assertThat(Observation.current(List.of(of("a", 5, 1), of("b", 9, 1)), forever, 10)
                        .observation()
                        .value())
                .isEqualTo("b");
        assertThat(Observation.current(List.of(of("a", 5, 1), of("b", 5, 1)), forever, 10)
                        .disputed())
                .isTrue();
        assertThat(Observation.current(List.of(of("a", 5, 1), of("a", 5, 1)), forever, 10)
                        .disputed())
                .isFalse();
        assertThat(Observation.current(List.of(of("a", 5, 1), of("b", 5, 1), of("c", 6, 1)), forever, 10)
                        .disputed())
                .isFalse();
        assertThat(Observation.current(List.of(of("a", 11, 0)), forever, 10)).isNull();
    }

    @Test
    void an_aged_out_good_source_gives_way_to_a_fresh_poorer_one() {
        Validity month = new Validity(0, 30);
        assertThat(Observation.current(List.of(of("old", 5, 0), of("new", 90, 3)), month, 100)
                        .observation()
                        .value())
                .isEqualTo("new");
        assertThat(Observation.current(List.of(of("old", 5, 0), of("older", 4, 3)), month, 100)
                        .observation()
                        .value())
                .isEqualTo("old");
    }

    private static Observation<String> of(String value, int day, int rank) {
        return new Observation<>(value, day, rank);
    }
}
