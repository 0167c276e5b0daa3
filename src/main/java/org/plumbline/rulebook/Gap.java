package org.plumbline.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One thing that stands between a site and a clause: a value and not a sentence; {@link Wording} renders it.
 *
 * @param kind what is wrong, which says how to read the rest
 * @param fact the fact concerned
 * @param record key of the nested record concerned, empty for the site
 * @param observed false when the fact was observed as none
 * @param actual the value found, as {@link Datatype} describes; for COUNT the number found
 * @param comparison the relation required, for RANGE and COUNT
 * @param required the value required; for COUNT a number; for MEMBERS and FORBIDDEN the codes as bits
 * @param text the text found or required, for PATTERN and text values
 * @param other the fact that {@code required} was read from, if it was
 */
public record Gap(
        Kind kind,
        Fact fact,
        String record,
        boolean observed,
        long actual,
        @Nullable Comparison comparison,
        long required,
        @Nullable String text,
        @Nullable Fact other) {

    /** What is wrong. */
    public enum Kind {
        /** A number or date outside its range. */
        RANGE,
        /** Too few or too many values or records. */
        COUNT,
        /** Codes that should be there and are not. */
        MEMBERS,
        /** Another value than the one required. */
        VALUE,
        /** A value that is not among those allowed; the allowed codes stand in {@code required}. */
        ALLOWED,
        /** A value that must not be. */
        FORBIDDEN,
        /** A text of the wrong form. */
        PATTERN
    }

    /** How far {@code actual} is from {@code required}, never negative; in the unit of the fact, codes as a number of codes. */
    public long shortfall() {
        return switch (kind) {
            case RANGE, COUNT -> Math.abs(required - (observed ? actual : 0));
            case MEMBERS -> Long.bitCount(required);
            case VALUE, ALLOWED, FORBIDDEN, PATTERN -> 1;
        };
    }

    /** A rough size that makes gaps comparable: thousandths of what is required, at most 1,000,000. */
    long effort() {
        long size = Math.abs(required);
        if (kind != Kind.RANGE && kind != Kind.COUNT || size == 0) {
            return 1000 * Math.min(1000, shortfall());
        }
        return Math.min(1_000_000, (long) (1000.0 * shortfall() / size));
    }
}
