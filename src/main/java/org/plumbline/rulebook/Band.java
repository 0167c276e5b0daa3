package org.plumbline.rulebook;

import java.util.List;

/**
 * A band of results, such as four stars.
 *
 * @param name local name, such as {@code 4}
 * @param label what people call it
 * @param stars its number, 0 for the lowest
 * @param leastScore least score in thousandths
 * @param gates further conditions, all of which must be true
 */
public record Band(String name, Text label, int stars, long leastScore, List<Gate> gates) {

    /** What may fail, or must be earned, within a scope of clauses. */
    public sealed interface Gate {
        /** Bits of the chapters in scope. */
        long chapters();

        /** Whether the chapter with index {@code chapter} is in scope. */
        default boolean covers(int chapter) {
            return (chapters() >> chapter & 1) == 1;
        }
    }

    /** At most {@code most} clauses of {@code obligations} (bits by ordinal) in scope have failed. */
    public record AtMostFailed(int most, long obligations, long chapters) implements Gate {}

    /** The clauses in scope earn at least {@code share} (thousandths) of their possible points. */
    public record LeastShare(long share, long chapters) implements Gate {}

    /** No veto clause in scope has failed or is open. */
    public record NoVeto(long chapters) implements Gate {}
}
