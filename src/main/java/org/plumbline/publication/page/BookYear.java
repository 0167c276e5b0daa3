package org.plumbline.publication.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.snapshot.Publication;

/**
 * The rounds that a yearly book is about.
 *
 * @param before the last round of the year before; null when there is none
 * @param rounds the rounds of the year, oldest first; at least one
 */
record BookYear(@Nullable Publication before, List<Publication> rounds) {
    /** A line of a book has room for so many rounds of the year: one a quarter. */
    static final int MOST_SHOWN = 4;

    /** The year of the last of some rounds, oldest first. */
    static BookYear of(List<Publication> all) {
        LocalDate begins = all.getLast().onDate().withDayOfYear(1);
        return new BookYear(
                all.stream()
                        .filter(round -> round.onDate().getYear() == begins.getYear() - 1)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                all.stream().filter(round -> !round.onDate().isBefore(begins)).toList());
    }

    /** The year. */
    int year() {
        return last().onDate().getYear();
    }

    /** The last round. */
    Publication last() {
        return rounds.getLast();
    }

    /** The rounds whose figures are shown beside each other: that of the year before, then the last of the year. */
    List<Publication> shown() {
        return Stream.concat(Stream.ofNullable(before), rounds.stream().skip(Math.max(0, rounds.size() - MOST_SHOWN)))
                .toList();
    }
}
