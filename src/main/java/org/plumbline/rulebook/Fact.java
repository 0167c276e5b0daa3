package org.plumbline.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One fact of a rulebook ({@code cccev:InformationConcept}).
 *
 * @param name local name, unique over all facts
 * @param kind {@link #SITE} for a fact of the site, else the index of the record kind that it belongs to
 * @param slot its place in the arrays of a {@link Subject} of that kind
 * @param type datatype; {@code CODES} and {@code RECORDS} are many-valued
 * @param recordKind for {@code RECORDS} the kind of its records, else -1
 * @param key for {@code RECORDS} the name of the fact that keys a series, else null
 * @param codes code list of {@code CODE} and {@code CODES}, else null
 * @param unit unit of a number, else null
 * @param label what people call it
 * @param least least value that is accepted at all, {@link Long#MIN_VALUE} where there is no limit
 * @param most greatest value that is accepted at all, {@link Long#MAX_VALUE} where there is no limit
 * @param validFor how long an observation counts
 * @param role how it comes about
 */
public record Fact(
        String name,
        int kind,
        int slot,
        Datatype type,
        int recordKind,
        @Nullable String key,
        @Nullable CodeList codes,
        @Nullable Unit unit,
        Text label,
        long least,
        long most,
        Validity validFor,
        Role role) {
    /** The {@link #kind} of facts about the site itself. */
    public static final int SITE = -1;

    /** How a fact comes about. */
    public enum Role {
        /** Somebody observes it. */
        OBSERVED,
        /** The rulebook computes it from other facts. */
        DERIVED,
        /** The evaluator computes it: the age of the oldest fact that the class's clauses reach. */
        OLDEST_FACT_AGE
    }
}
