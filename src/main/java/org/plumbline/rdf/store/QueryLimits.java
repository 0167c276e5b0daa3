package org.plumbline.rdf.store;

import java.time.Duration;

/**
 * What one visitor's query may use.
 *
 * @param time longest run, from the start to the last byte of the answer
 * @param rows most rows of a table, or triples of a graph
 * @param bytes largest answer as sent, before compression
 * @param heldBytes estimate of what sorting, grouping, joining and removing of duplicates may keep at once
 * @param textLength longest text in characters, or number in bits, that a function may build
 */
public record QueryLimits(Duration time, long rows, long bytes, long heldBytes, int textLength) {
    /** 10 s, 100,000 rows, 32 MB out, 128 MB held, texts of 100,000 characters. */
    public static final QueryLimits PUBLIC =
            new QueryLimits(Duration.ofSeconds(10), 100_000, 32_000_000, 128_000_000, 100_000);
}
