package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many conditions as ranges of values, each of which must keep all of its own. Most conditions are of that kind; held close
 * together in arrays and tested in one pass without a branch on what the facts are, they cost a fraction of a walk from
 * condition to condition. The answers are the conditions' own.
 */
final class Ranges {
    private static final byte UNKNOWN = (byte) Truth.UNKNOWN.ordinal();
    private static final byte TRUE = (byte) Truth.TRUE.ordinal();
    private static final int STATES = 8;
    private static final int BROKEN = 1;
    private static final int EMPTY_KEEPS = 2;
    /** Wider than any value, and narrow enough that the distance of a value from it fits. */
    private static final long NO_BOUND = 1L << 62;
    /** The truth of one range, by the fact's state, whether none keeps it, and whether the value breaks it. */
    private static final byte[] ANSWERS = answers();

    /** By condition the index after its last range. */
    private final int[] ends;

    private final int[] slots;
    private final long[] masks;
    private final long[] least;
    private final long[] most;
    private final byte[] empty;

    /** One range: the value of {@code slot}, of codes only those in {@code mask}; {@code empty} is whether none keeps it. */
    private record Range(int slot, long mask, long least, long most, boolean empty) {}

    /** Makes {@code conditions} ready to be asked together; one of another kind has no range and so is TRUE. */
    Ranges(List<Condition> conditions) {
        List<Range> ranges = new ArrayList<>();
        ends = new int[conditions.size()];
        for (int i = 0; i < ends.length; i++) {
            ranges.addAll(of(conditions.get(i)));
            ends[i] = ranges.size();
        }
        int size = ranges.size();
        slots = new int[size];
        masks = new long[size];
        least = new long[size];
        most = new long[size];
        empty = new byte[size];
        for (int i = 0; i < size; i++) {
            Range range = ranges.get(i);
            slots[i] = range.slot;
            masks[i] = range.mask;
            least[i] = range.least;
            most[i] = range.most;
            empty[i] = (byte) (range.empty ? EMPTY_KEEPS : 0);
        }
    }

    private static byte[] answers() {
        byte[] answers = new byte[STATES << 2];
        for (int i = 0; i < answers.length; i++) {
            int state = i >> 2;
            boolean known = state == Subject.VALUE || state == Subject.NONE;
            boolean kept = state == Subject.VALUE ? (i & BROKEN) == 0 : (i & EMPTY_KEEPS) != 0;
            answers[i] = !known ? UNKNOWN : kept ? TRUE : 0;
        }
        return answers;
    }

    /** Whether {@code condition} can be asked as ranges. */
    static boolean cover(Condition condition) {
        return add(condition, new ArrayList<>());
    }

    private static List<Range> of(Condition condition) {
        List<Range> ranges = new ArrayList<>();
        return add(condition, ranges) ? ranges : List.of();
    }

    private static boolean add(Condition condition, List<Range> ranges) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> add(part, ranges));
        }
        Range range = range(condition);
        return range != null && ranges.add(range);
    }

    private static @Nullable Range range(Condition condition) {
        return switch (condition) {
            case Atoms.Bound bound -> within(bound.fact(), bound.comparison(), bound.limit(), true);
            case Atoms.Count count -> counted(count);
            case Atoms.Equal equal -> equal.text() == null ? exactly(equal.fact(), equal.required()) : null;
            case Members.Has has -> having(has.fact(), has.members());
            case Members.AllIn in ->
                in.fact().type() == Datatype.CODES ? new Range(in.fact().slot(), ~in.members(), 0, 0, true) : null;
            default -> null;
        };
    }

    private static @Nullable Range having(Fact fact, long members) {
        if (fact.type() == Datatype.CODES) {
            return new Range(fact.slot(), members, members, members, false);
        }
        return Long.bitCount(members) == 1 ? exactly(fact, Long.numberOfTrailingZeros(members)) : null;
    }

    private static Range exactly(Fact fact, long value) {
        return new Range(fact.slot(), -1, value, value, false);
    }

    private static @Nullable Range counted(Atoms.Count count) {
        boolean empty = count.comparison().holds(0, count.limit());
        return switch (count.fact().type()) {
            case RECORDS -> within(count.fact(), count.comparison(), count.limit(), empty);
            case CODES -> null;
            default -> {
                boolean kept = count.comparison().holds(1, count.limit());
                yield new Range(count.fact().slot(), -1, -NO_BOUND, kept ? NO_BOUND : -NO_BOUND, empty);
            }
        };
    }

    private static Range within(Fact fact, Comparison comparison, long limit, boolean empty) {
        return switch (comparison) {
            case AT_LEAST -> new Range(fact.slot(), -1, limit, NO_BOUND, empty);
            case MORE_THAN -> new Range(fact.slot(), -1, limit + 1, NO_BOUND, empty);
            case AT_MOST -> new Range(fact.slot(), -1, -NO_BOUND, limit, empty);
            case LESS_THAN -> new Range(fact.slot(), -1, -NO_BOUND, limit - 1, empty);
        };
    }

    /** By condition the ordinal of the {@link Truth} that {@link Condition#test} gives. */
    byte[] test(Subject subject) {
        byte[] truths = new byte[ends.length];
        int i = 0;
        for (int condition = 0; condition < ends.length; condition++) {
            int worst = TRUE;
            for (; i < ends[condition]; i++) {
                int slot = slots[i];
                long value = subject.value(slot) & masks[i];
                // The sign of either difference tells; for codes, which must be equal, even where the difference
                // overflows.
                int broken = (int) ((value - least[i] | most[i] - value) >>> Long.SIZE - 1);
                worst = Math.min(worst, ANSWERS[subject.state(slot) << 2 | empty[i] | broken]);
            }
            truths[condition] = (byte) worst;
        }
        return truths;
    }
}
