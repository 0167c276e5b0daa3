package org.plumbline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.rulebook.Atoms.AtMostOther;
import org.plumbline.rulebook.Atoms.Bound;
import org.plumbline.rulebook.Atoms.Count;
import org.plumbline.rulebook.Atoms.Equal;
import org.plumbline.rulebook.Atoms.Matches;
import org.plumbline.rulebook.Members.AllIn;
import org.plumbline.rulebook.Members.CountIn;
import org.plumbline.rulebook.Members.Has;
import org.plumbline.rulebook.Records.CountRecords;
import org.plumbline.rulebook.Records.Each;
import org.plumbline.rulebook.Records.Found;

/**
 * A SHACL shape of the allowed profile, ready to be evaluated by Kleene's logic on one subject. Atoms are in {@link Atoms},
 * conditions over nested records in {@link Records}; the three connectives are here.
 */
public sealed interface Condition
        permits Condition.All,
                Condition.Any,
                Condition.Not,
                Bound,
                Count,
                Has,
                Equal,
                AllIn,
                CountIn,
                Matches,
                AtMostOther,
                Each,
                CountRecords,
                Found {

    /** Whether the condition holds of {@code subject}. */
    Truth test(Subject subject);

    /** Adds what is wrong; called only where {@link #test} is FALSE. */
    void gaps(Subject subject, List<Gap> gaps);

    /** Adds what is not known; called only where {@link #test} is UNKNOWN. */
    void unknowns(Subject subject, Unknowns unknowns);

    /** Tells {@code visitor} each fact that the condition reads, nested ones too. */
    void facts(Consumer<Fact> visitor);

    /** Into how many units the condition falls for grading: the members of a required set, the records of a required count. */
    default int units() {
        return 1;
    }

    /** Adds how much of the condition is met to {@code tally}, for grading. */
    default void tally(Subject subject, Tally tally) {
        tally.add(test(subject));
    }

    /** All parts hold. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Truth test(Subject subject) {
            boolean unknown = false;
            for (int i = 0; i < parts.size(); i++) {
                Truth part = parts.get(i).test(subject);
                if (part == Truth.FALSE) {
                    return Truth.FALSE;
                }
                unknown |= part == Truth.UNKNOWN;
            }
            return unknown ? Truth.UNKNOWN : Truth.TRUE;
        }

        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            for (int i = 0; i < parts.size(); i++) {
                Condition part = parts.get(i);
                if (part.test(subject) == Truth.FALSE) {
                    part.gaps(subject, gaps);
                }
            }
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            addUnknowns(parts, subject, unknowns);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            parts.forEach(part -> part.facts(visitor));
        }

        @Override
        public int units() {
            int units = 0;
            for (int i = 0; i < parts.size(); i++) {
                units += parts.get(i).units();
            }
            return units;
        }

        @Override
        public void tally(Subject subject, Tally tally) {
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).tally(subject, tally);
            }
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public Truth test(Subject subject) {
            boolean unknown = false;
            for (int i = 0; i < parts.size(); i++) {
                Truth part = parts.get(i).test(subject);
                if (part == Truth.TRUE) {
                    return Truth.TRUE;
                }
                unknown |= part == Truth.UNKNOWN;
            }
            return unknown ? Truth.UNKNOWN : Truth.FALSE;
        }

        /** Adds the gaps of the cheapest branch: the fewest gaps, then the least relative effort, then the first. */
        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            List<Gap> cheapest = List.of();
            for (Condition part : parts) {
                List<Gap> branch = new ArrayList<>(2);
                part.gaps(subject, branch);
                if (cheapest.isEmpty() || cheaper(branch, cheapest)) {
                    cheapest = branch;
                }
            }
            gaps.addAll(cheapest);
        }

        private static boolean cheaper(List<Gap> a, List<Gap> b) {
            if (a.size() != b.size()) {
                return a.size() < b.size();
            }
            return effort(a) < effort(b);
        }

        private static long effort(List<Gap> gaps) {
            long effort = 0;
            for (int i = 0; i < gaps.size(); i++) {
                effort += gaps.get(i).effort();
            }
            return effort;
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            addUnknowns(parts, subject, unknowns);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            parts.forEach(part -> part.facts(visitor));
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {
        @Override
        public Truth test(Subject subject) {
            return part.test(subject).not();
        }

        /** The forbidden value: lint allows a negation only around one value, one list or one range of one fact. */
        @Override
        public void gaps(Subject subject, List<Gap> gaps) {
            part.facts(fact -> gaps.add(new Gap(
                    Gap.Kind.FORBIDDEN,
                    fact,
                    subject.id,
                    subject.state(fact.slot()) == Subject.VALUE,
                    subject.value(fact.slot()),
                    null,
                    0,
                    subject.text(fact.slot()),
                    null)));
        }

        @Override
        public void unknowns(Subject subject, Unknowns unknowns) {
            part.unknowns(subject, unknowns);
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            part.facts(visitor);
        }
    }

    private static void addUnknowns(List<Condition> parts, Subject subject, Unknowns unknowns) {
        for (Condition part : parts) {
            if (part.test(subject) == Truth.UNKNOWN) {
                part.unknowns(subject, unknowns);
            }
        }
    }
}
