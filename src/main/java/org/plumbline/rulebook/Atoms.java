package org.plumbline.rulebook;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on one fact of one subject. Each is SHACL's constraint component of that name read by three-valued logic: on an
 * unmeasured, expired, disputed or undefined fact it is UNKNOWN, on "observed none" it sees the empty set of values.
 */
public final class Atoms {
    private Atoms() {}

    static Gap gap(Gap.Kind kind, Fact fact, Subject subject, @Nullable Comparison comparison, long required) {
        int slot = fact.slot();
        boolean observed = subject.state(slot) == Subject.VALUE;
        return new Gap(
                kind, fact, subject.id, observed, subject.value(slot), comparison, required, subject.text(slot), null);
    }

    /** sh:minInclusive, sh:minExclusive, sh:maxInclusive, sh:maxExclusive on a number or date. */
    public record Bound(Fact fact, Comparison comparison, long limit) implements Condition {
        @Override
        public Truth test(Subject subject) {
            int slot = fact.slot();
            byte state = subject.state(slot);
            if (state == Subject.VALUE) {
                return Truth.of(comparison.holds(subject.value(slot), limit));
            }
            return state == Subject.NONE ? Truth.TRUE : Truth.UNKNOWN;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(gap(Gap.Kind.RANGE, fact, subject, comparison, limit));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            unknowns.add(fact, subject);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
        }
    }

    /** sh:minCount (AT_LEAST) and sh:maxCount (AT_MOST): how many values or records a fact has. */
    public record Count(Fact fact, Comparison comparison, long limit) implements Condition {
        @Override
        public Truth test(Subject subject) {
            return subject.known(fact.slot()) ? Truth.of(comparison.holds(size(subject), limit)) : Truth.UNKNOWN;
        }

        private long size(Subject subject) {
            int slot = fact.slot();
            if (subject.state(slot) != Subject.VALUE) {
                return 0;
            }
            return switch (fact.type()) {
                case CODES -> Long.bitCount(subject.value(slot));
                case RECORDS -> subject.records(slot).length;
                default -> 1;
            };
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            boolean observed = subject.state(fact.slot()) == Subject.VALUE;
            gaps.add(new Gap(Gap.Kind.COUNT, fact, subject.id, observed, size(subject), comparison, limit, null, null));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            unknowns.add(fact, subject);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
        }
    }

    /** sh:hasValue on a boolean, integer, date or text: the value is this one. */
    public record Equal(Fact fact, long required, @Nullable String text) implements Condition {
        @Override
        public Truth test(Subject subject) {
            int slot = fact.slot();
            if (!subject.known(slot)) {
                return Truth.UNKNOWN;
            }
            if (subject.state(slot) == Subject.NONE) {
                return Truth.FALSE;
            }
            return Truth.of(text == null ? subject.value(slot) == required : text.equals(subject.text(slot)));
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            boolean observed = subject.state(fact.slot()) == Subject.VALUE;
            long actual = subject.value(fact.slot());
            gaps.add(new Gap(Gap.Kind.VALUE, fact, subject.id, observed, actual, null, required, text, null));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            unknowns.add(fact, subject);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
        }
    }

    /** sh:pattern: a text matches an anchored pattern of the linear-time subset. */
    public record Matches(Fact fact, String regex, Pattern pattern) implements Condition {
        /** Compiles {@code regex}, which lint has checked. */
        public Matches(Fact fact, String regex) {
            this(fact, regex, Pattern.compile(regex));
        }

        @Override
        public Truth test(Subject subject) {
            byte state = subject.state(fact.slot());
            String text = subject.text(fact.slot());
            if (state == Subject.VALUE && text != null) {
                return Truth.of(pattern.matcher(text).find());
            }
            return state == Subject.NONE ? Truth.TRUE : Truth.UNKNOWN;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(gap(Gap.Kind.PATTERN, fact, subject, null, 0));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            unknowns.add(fact, subject);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Matches matches && matches.fact.equals(fact) && matches.regex.equals(regex);
        }

        @Override
        public int hashCode() {
            return regex.hashCode();
        }
    }

    /** sh:lessThan and sh:lessThanOrEquals: a fact against another fact of the same subject. */
    public record AtMostOther(Fact fact, Comparison comparison, Fact other) implements Condition {
        @Override
        public Truth test(Subject subject) {
            int a = fact.slot();
            int b = other.slot();
            if (subject.state(a) == Subject.VALUE && subject.state(b) == Subject.VALUE) {
                return Truth.of(comparison.holds(subject.value(a), subject.value(b)));
            }
            boolean empty = subject.state(a) == Subject.NONE || subject.state(b) == Subject.NONE;
            return empty && subject.known(a) && subject.known(b) ? Truth.TRUE : Truth.UNKNOWN;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            long actual = subject.value(fact.slot());
            long required = subject.value(other.slot());
            gaps.add(new Gap(Gap.Kind.RANGE, fact, subject.id, true, actual, comparison, required, null, other));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            unknowns.add(fact, subject);
            unknowns.add(other, subject);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
            visitor.accept(other);
        }
    }
}
