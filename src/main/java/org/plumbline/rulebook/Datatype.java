package org.plumbline.rulebook;

/**
 * What the value of a fact is, and how it stands in the {@code long} of a {@link Subject}: numbers in millionths, dates as
 * days since 1970-01-01, booleans as 0 or 1, a single code as its index, a set of codes as bits.
 */
public enum Datatype {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DATE,
    CODE,
    CODES,
    TEXT,
    RECORDS;

    /** True for integers and decimals. */
    public boolean number() {
        return this == INTEGER || this == DECIMAL;
    }

    /** True where "less than" has a meaning: numbers and dates. */
    public boolean ordered() {
        return number() || this == DATE;
    }
}
