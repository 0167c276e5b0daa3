package org.plumbline.rulebook;

import java.util.List;

/** What a failed check still earns. Points are in thousandths; a failed check never earns all. */
public sealed interface Grading {
    /** Points earned by a check of which {@code tally} is met, at worst or ({@code hopeful}) at best where facts are missing; not yet capped. */
    long earned(Tally tally, Subject subject, long points, boolean hopeful);

    /** All or nothing. */
    record Full() implements Grading {
        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            return 0;
        }
    }

    /** Points taken off for each absent member of a required set, floor 0. */
    record PerMissing(long amount) implements Grading {
        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            return points - amount * (tally.units() - tally.met(hopeful));
        }
    }

    /** Points taken off for each failed property or record, floor 0. */
    record PerFailure(long amount) implements Grading {
        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            return points - amount * tally.failures(hopeful);
        }
    }

    /** Points taken off for each unit of a fact, floor 0. */
    record PerUnit(long amount, Fact fact) implements Grading {
        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            if (!subject.known(fact.slot())) {
                return hopeful ? points : 0;
            }
            long units = subject.state(fact.slot()) == Subject.VALUE ? subject.value(fact.slot()) : 0;
            long whole = units / Micros.ONE;
            return whole > points ? 0 : points - amount * whole - ceil(amount * (units % Micros.ONE), Micros.ONE);
        }
    }

    /** Steps, best first: the points of the first step whose condition holds. */
    record Steps(List<Step> steps) implements Grading {
        /** One step. */
        public record Step(Condition condition, long points) {}

        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            for (Step step : steps) {
                Truth truth = step.condition.test(subject);
                if (truth == Truth.TRUE || hopeful && truth == Truth.UNKNOWN) {
                    return step.points;
                }
            }
            return 0;
        }
    }

    /** Between {@code from}, which earns nothing, and {@code to}, which earns all; either may be the larger. */
    record Linear(Fact fact, long from, long to) implements Grading {
        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            int slot = fact.slot();
            if (subject.state(slot) != Subject.VALUE) {
                return hopeful && subject.state(slot) != Subject.NONE ? points : 0;
            }
            long way = to > from ? subject.value(slot) - from : from - subject.value(slot);
            long whole = Math.abs(to - from);
            if (way <= 0) {
                return 0;
            }
            return way >= whole ? points : multiplyDivide(points, way, whole);
        }
    }

    /** The share of the required parts that are there. */
    record ProRata() implements Grading {
        @Override
        public long earned(Tally tally, Subject subject, long points, boolean hopeful) {
            return points * tally.met(hopeful) / tally.units();
        }
    }

    private static long ceil(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    /** points × way ÷ whole rounded down, way below whole: by long division, since the product can pass 64 bits. */
    private static long multiplyDivide(long points, long way, long whole) {
        long quotient = 0;
        long rest = 0;
        for (int bit = 62; bit >= 0; bit--) {
            quotient <<= 1;
            rest <<= 1;
            if ((points >> bit & 1) == 1) {
                rest += way;
            }
            while (rest >= whole) {
                rest -= whole;
                quotient++;
            }
        }
        return quotient;
    }
}
