package org.plumbline.rulebook;

import java.util.List;
import java.util.function.Consumer;

/** Conditions on which members a fact has: codes of a list, or values of a fixed set. See {@link Atoms}. */
public final class Members {
    private Members() {}

    /** One or more sh:hasValue on a fact of codes: every bit of {@code members} is there; each is a unit of grading. */
    public record Has(Fact fact, long members) implements Condition {
        @Override
        public Truth test(Subject subject) {
            return subject.known(fact.slot()) ? Truth.of(missing(subject) == 0) : Truth.UNKNOWN;
        }

        private long missing(Subject subject) {
            return subject.state(fact.slot()) == Subject.VALUE ? members & ~bits(fact, subject) : members;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(Atoms.gap(Gap.Kind.MEMBERS, fact, subject, null, missing(subject)));
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
        public int units() {
            return Long.bitCount(members);
        }

        @Override
        public void tally(Subject subject, Tally tally) {
            Truth truth = test(subject);
            int present = units() - (truth == Truth.FALSE ? Long.bitCount(missing(subject)) : 0);
            tally.addMet(truth == Truth.UNKNOWN ? 0 : present, present);
            tally.addFailures(truth);
        }
    }

    /** sh:in: every value is among those listed; codes as bits, numbers and dates in {@code values}, texts in {@code texts}. */
    public record AllIn(Fact fact, long members, List<Long> values, List<String> texts) implements Condition {
        @Override
        public Truth test(Subject subject) {
            int slot = fact.slot();
            if (!subject.known(slot)) {
                return Truth.UNKNOWN;
            }
            if (subject.state(slot) == Subject.NONE) {
                return Truth.TRUE;
            }
            return Truth.of(
                    switch (fact.type()) {
                        case CODE, CODES -> (bits(fact, subject) & ~members) == 0;
                        case TEXT -> texts.contains(subject.text(slot));
                        default -> values.contains(subject.value(slot));
                    });
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(Atoms.gap(Gap.Kind.ALLOWED, fact, subject, null, members));
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

    /** sh:qualifiedValueShape [ sh:in ] with a count on a fact of codes: how many of {@code members} are there. */
    public record CountIn(Fact fact, long members, Comparison comparison, long limit) implements Condition {
        @Override
        public Truth test(Subject subject) {
            return subject.known(fact.slot()) ? Truth.of(comparison.holds(count(subject), limit)) : Truth.UNKNOWN;
        }

        private long count(Subject subject) {
            return subject.state(fact.slot()) == Subject.VALUE ? Long.bitCount(bits(fact, subject) & members) : 0;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(new Gap(Gap.Kind.COUNT, fact, subject.id, true, count(subject), comparison, limit, null, null));
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
        public int units() {
            return comparison == Comparison.AT_LEAST ? (int) Math.max(1, limit) : 1;
        }

        @Override
        public void tally(Subject subject, Tally tally) {
            Truth truth = test(subject);
            if (comparison == Comparison.AT_LEAST && limit > 0) {
                int count = truth == Truth.UNKNOWN ? 0 : (int) Math.min(limit, count(subject));
                tally.addMet(count, truth == Truth.UNKNOWN ? (int) limit : count);
                tally.addFailures(truth);
            } else {
                tally.add(truth);
            }
        }
    }

    /** The codes of a known fact as bits, whether it holds one code or a set. */
    static long bits(Fact fact, Subject subject) {
        long value = subject.value(fact.slot());
        return fact.type() == Datatype.CODE ? 1L << value : value;
    }
}
