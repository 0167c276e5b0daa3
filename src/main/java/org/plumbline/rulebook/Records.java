package org.plumbline.rulebook;

import java.util.List;
import java.util.function.Consumer;

/** Conditions over the nested records of a site. */
public final class Records {
    private Records() {}

    /** sh:node, a nested sh:property, or a range on a path through records: every record fulfils {@code part}. */
    public record Each(Fact fact, Condition part) implements Condition {
        @Override
        public Truth test(Subject subject) {
            int slot = fact.slot();
            if (!subject.known(slot)) {
                return Truth.UNKNOWN;
            }
            Truth result = Truth.TRUE;
            for (Subject record : subject.records(slot)) {
                result = result.and(part.test(record));
            }
            return result;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            for (Subject record : subject.records(fact.slot())) {
                if (part.test(record) == Truth.FALSE) {
                    part.gaps(record, gaps);
                }
            }
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            Records.unknowns(fact, part, subject, unknowns);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
            part.facts(visitor);
        }

        @Override
        public void tally(Subject subject, Tally tally) {
            Truth truth = test(subject);
            tally.addMet(truth == Truth.TRUE ? 1 : 0, truth == Truth.FALSE ? 0 : 1);
            if (!subject.known(fact.slot())) {
                tally.addFailures(Truth.UNKNOWN);
                return;
            }
            for (Subject record : subject.records(fact.slot())) {
                tally.addFailures(part.test(record));
            }
        }
    }

    /** sh:qualifiedValueShape with a count: how many records fulfil {@code part}. */
    public record CountRecords(Fact fact, Condition part, Comparison comparison, long limit) implements Condition {
        @Override
        public Truth test(Subject subject) {
            if (!subject.known(fact.slot())) {
                return Truth.UNKNOWN;
            }
            boolean enough = comparison == Comparison.AT_LEAST;
            long sure = 0;
            long possible = 0;
            for (Subject record : subject.records(fact.slot())) {
                int truth = part.test(record).ordinal();
                sure += truth >> 1;
                possible += truth + 1 >> 1;
                if (enough && sure >= limit) {
                    return Truth.TRUE;
                }
            }
            boolean least = comparison.holds(sure, limit);
            return least == comparison.holds(possible, limit) ? Truth.of(least) : Truth.UNKNOWN;
        }

        private long count(Subject subject, boolean hopeful) {
            long count = 0;
            for (Subject record : subject.records(fact.slot())) {
                count += part.test(record).ordinal() + (hopeful ? 1 : 0) >> 1;
            }
            return count;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(new Gap(
                    Gap.Kind.COUNT,
                    fact,
                    subject.id,
                    true,
                    count(subject, comparison.wantsMore()),
                    comparison,
                    limit,
                    null,
                    null));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            Records.unknowns(fact, part, subject, unknowns);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
            part.facts(visitor);
        }

        @Override
        public int units() {
            return comparison == Comparison.AT_LEAST ? (int) Math.max(1, limit) : 1;
        }

        @Override
        public void tally(Subject subject, Tally tally) {
            if (comparison != Comparison.AT_LEAST || limit == 0) {
                tally.add(test(subject));
            } else if (subject.known(fact.slot())) {
                long sure = Math.min(limit, count(subject, false));
                long possible = Math.min(limit, count(subject, true));
                tally.addMet((int) sure, (int) possible);
                tally.addFailures(sure == limit ? Truth.TRUE : possible == limit ? Truth.UNKNOWN : Truth.FALSE);
            } else {
                tally.addMet(0, (int) limit);
                tally.addFailures(Truth.UNKNOWN);
            }
        }
    }

    /** sh:hasValue with codes on a path through records: each of {@code members} is the {@code code} of some record. */
    public record Found(Fact fact, Fact code, long members) implements Condition {
        @Override
        public Truth test(Subject subject) {
            if (!subject.known(fact.slot())) {
                return Truth.UNKNOWN;
            }
            boolean open = false;
            long missing = members;
            for (Subject record : subject.records(fact.slot())) {
                open |= !record.known(code.slot());
                missing &= ~held(record);
            }
            return missing == 0 ? Truth.TRUE : open ? Truth.UNKNOWN : Truth.FALSE;
        }

        private long held(Subject record) {
            return record.state(code.slot()) == Subject.VALUE ? Members.bits(code, record) : 0;
        }

        private long missing(Subject subject) {
            long missing = members;
            for (Subject record : subject.records(fact.slot())) {
                missing &= ~held(record);
            }
            return missing;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            gaps.add(new Gap(Gap.Kind.MEMBERS, code, subject.id, false, 0, null, missing(subject), null, null));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            unknowns.add(fact, subject);
            for (Subject record : subject.records(fact.slot())) {
                unknowns.add(code, record);
            }
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
            visitor.accept(code);
        }

        @Override
        public int units() {
            return Long.bitCount(members);
        }

        @Override
        public void tally(Subject subject, Tally tally) {
            long missing = subject.known(fact.slot()) ? missing(subject) : members;
            Truth rest = test(subject) == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.FALSE;
            for (long member = members; member != 0; member &= member - 1) {
                tally.add((missing & Long.lowestOneBit(member)) == 0 ? Truth.TRUE : rest);
            }
        }
    }

    private static void unknowns(Fact fact, Condition part, Subject subject, Unknowns unknowns) {
        unknowns.add(fact, subject);
        for (Subject record : subject.records(fact.slot())) {
            if (part.test(record) == Truth.UNKNOWN) {
                part.unknowns(record, unknowns);
            }
        }
    }
}
