package org.plumbline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition that can be asked as ranges answers as it does by itself, whatever state and value its fact has. */
class RangesTest {
    private static final int DAY = 20_000;

    private static Fact fact(int slot, Datatype type) {
        Text label = new Text("事实", "fact");
        return new Fact(
                "fact" + slot,
                Fact.SITE,
                slot,
                type,
                -1,
                null,
                null,
                null,
                label,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Validity.FOREVER,
                Fact.Role.OBSERVED);
    }

    static Stream<Condition> conditions() {
        Fact number = fact(0, Datatype.DECIMAL);
        Fact code = fact(0, Datatype.CODE);
        Fact codes = fact(0, Datatype.CODES);
        Stream<Condition> bounds = Stream.of(Comparison.values())
                .flatMap(comparison -> Stream.of(-3L, 0L, 1L, 3L)
                        .<Condition>flatMap(limit -> Stream.of(
                                new Atoms.Bound(number, comparison, limit),
                                new Atoms.Count(number, comparison, limit))));
        Stream<Condition> others = Stream.of(
                new Atoms.Equal(number, 3, null),
                new Members.Has(code, 1L << 3),
                new Members.Has(codes, 0b11),
                new Members.Has(codes, 1L << 63 | 1),
                new Members.AllIn(codes, 0b11, List.of(), List.of()),
                new Condition.All(List.of()),
                new Condition.All(List.of(
                        new Atoms.Bound(number, Comparison.AT_LEAST, 0),
                        new Condition.All(List.of(new Atoms.Bound(number, Comparison.LESS_THAN, 3))))));
        return Stream.concat(bounds, others);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void answersAsTheConditionDoes(Condition condition) {
        assertThat(Ranges.cover(condition)).isTrue();
        Ranges ranges = new Ranges(List.of(condition, condition));
        for (byte state = Subject.UNMEASURED; state <= Subject.UNDEFINED; state++) {
            for (long value : values(condition)) {
                Subject subject = new Subject("", 1);
                subject.put(0, value, DAY);
                subject.derive(0, state, value);
                byte[] answers = ranges.test(subject);
                assertThat(answers).hasSize(2).containsOnly((byte)
                        condition.test(subject).ordinal());
            }
        }
    }

    /** What a fact can hold: numbers to the limit of the language, or up to 64 codes. */
    private static long[] values(Condition condition) {
        boolean codes = condition instanceof Members.AllIn
                || condition instanceof Members.Has has && has.fact().type() == Datatype.CODES;
        long most = Micros.LIMIT * Micros.ONE - 1;
        return codes
                ? new long[] {0, 1, 2, 3, 4, 1L << 63, 1L << 63 | 1, -1}
                : new long[] {-most, -3, 0, 1, 2, 3, 4, most};
    }

    @ParameterizedTest
    @MethodSource("others")
    void leavesOtherConditionsToThemselves(Condition condition) {
        assertThat(Ranges.cover(condition)).isFalse();
        assertThat(new Ranges(List.of(condition)).test(new Subject("", 1)))
                .containsExactly((byte) Truth.TRUE.ordinal());
    }

    static Stream<Condition> others() {
        Fact number = fact(0, Datatype.DECIMAL);
        Condition bound = new Atoms.Bound(number, Comparison.AT_LEAST, 0);
        return Stream.of(
                new Condition.Not(bound),
                new Condition.Any(List.of(bound)),
                new Condition.All(List.of(bound, new Condition.Not(bound))),
                new Atoms.Matches(fact(0, Datatype.TEXT), "^a$"),
                new Atoms.Equal(fact(0, Datatype.TEXT), 0, "a"),
                new Members.Has(fact(0, Datatype.CODE), 0b11));
    }
}
