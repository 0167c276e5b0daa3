package org.plumbline.rulebook;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A count, sum, least or greatest value over the nested records that fulfil a condition. Members that are not known give
 * bounds; the value is defined when the bounds meet.
 *
 * @param function what is computed
 * @param records the record fact
 * @param member the number of each record that is summed or compared; null for a count
 * @param where the condition on a record, or null for all
 */
public record Aggregate(
        Function function,
        Fact records,
        @Nullable Fact member,
        @Nullable Condition where) {
    /** What is computed over the records. */
    public enum Function {
        COUNT,
        SUM,
        MIN,
        MAX
    }

    void derive(Subject subject, int slot) {
        if (!subject.known(records.slot())) {
            return;
        }
        if (member == null) {
            count(subject, slot);
            return;
        }
        Bounds bounds = new Bounds(member);
        for (Subject record : subject.records(records.slot())) {
            Truth in = where == null ? Truth.TRUE : where.test(record);
            if (in != Truth.FALSE) {
                bounds.add(record, in == Truth.TRUE);
            }
        }
        bounds.state(subject, slot);
    }

    private void count(Subject subject, int slot) {
        Subject[] all = subject.records(records.slot());
        int out = 0;
        if (where != null) {
            for (Subject record : all) {
                Truth in = where.test(record);
                if (in == Truth.UNKNOWN) {
                    return;
                }
                out += in == Truth.FALSE ? 1 : 0;
            }
        }
        subject.derive(slot, Subject.VALUE, (all.length - out) * Micros.ONE);
    }

    /** What the aggregate can still become, given what is known of each record. */
    private final class Bounds {
        private final Fact of;
        private long sumLow;
        private long sumHigh;
        private long minLow = Long.MAX_VALUE;
        private long minHigh = Long.MAX_VALUE;
        private long maxLow = Long.MIN_VALUE;
        private long maxHigh = Long.MIN_VALUE;
        private boolean unbounded;

        Bounds(Fact of) {
            this.of = of;
        }

        void add(Subject record, boolean sure) {
            boolean known = record.known(of.slot());
            if (record.state(of.slot()) == Subject.NONE) {
                return;
            }
            long low = known ? record.value(of.slot()) : of.least();
            long high = known ? low : of.most();
            unbounded |= low == Long.MIN_VALUE || high == Long.MAX_VALUE;
            boolean counted = sure && known;
            sumLow += counted ? low : Math.min(0, low);
            sumHigh += counted ? high : Math.max(0, high);
            minLow = Math.min(minLow, low);
            maxHigh = Math.max(maxHigh, high);
            if (counted) {
                minHigh = Math.min(minHigh, low);
                maxLow = Math.max(maxLow, high);
            }
        }

        void state(Subject subject, int slot) {
            long low = function == Function.MIN ? minLow : function == Function.MAX ? maxLow : sumLow;
            long high = function == Function.MIN ? minHigh : function == Function.MAX ? maxHigh : sumHigh;
            if (low != high || unbounded) {
                return;
            }
            boolean empty = low == Long.MAX_VALUE || low == Long.MIN_VALUE;
            subject.derive(slot, empty ? Subject.NONE : Subject.VALUE, empty ? 0 : low);
        }
    }

    void facts(Consumer<Fact> visitor) {
        visitor.accept(records);
        if (member != null) {
            visitor.accept(member);
        }
        if (where != null) {
            where.facts(visitor);
        }
    }

    void unknowns(Subject subject, Unknowns unknowns) {
        unknowns.add(records, subject);
        for (Subject record : subject.records(records.slot())) {
            Truth in = where == null ? Truth.TRUE : where.test(record);
            if (in == Truth.UNKNOWN && where != null) {
                where.unknowns(record, unknowns);
            }
            if (in != Truth.FALSE && member != null) {
                unknowns.add(member, record);
            }
        }
    }
}
