package org.plumbline.rulebook;

import java.util.List;

/**
 * Exact arithmetic on scaled 64-bit integers. Lint has bounded every intermediate over the hard limits of the facts, so nothing
 * here can overflow for facts within them.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** a + b, or a - b when {@code minus}; neither operand holds a division. */
    public record Add(Expression a, Expression b, boolean minus, int scale) implements Expression {
        /** The sum or difference, at the finer scale of both. */
        public Add(Expression a, Expression b, boolean minus) {
            this(a, b, minus, Math.max(a.scale(), b.scale()));
        }

        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = both(a, b, subject, context, result, other);
            if (state == Subject.VALUE) {
                long left = result.number * Cell.power(scale - a.scale());
                long right = other.number * Cell.power(scale - b.scale());
                result.set(minus ? left - right : left + right);
            }
            return state;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a, b);
        }
    }

    /** a × b; neither operand holds a division. */
    public record Multiply(Expression a, Expression b, int scale) implements Expression {
        /** The product, at the sum of both scales. */
        public Multiply(Expression a, Expression b) {
            this(a, b, a.scale() + b.scale());
        }

        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = both(a, b, subject, context, result, other);
            if (state == Subject.VALUE) {
                result.set(result.number * other.number);
            }
            return state;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a, b);
        }
    }

    /** a ÷ b as an exact fraction; undefined for b = 0. */
    public record Divide(Expression a, Expression b, int scale) implements Expression {
        /** The quotient as a fraction, at the finer scale of both. */
        public Divide(Expression a, Expression b) {
            this(a, b, Math.max(a.scale(), b.scale()));
        }

        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = both(a, b, subject, context, result, other);
            if (state != Subject.VALUE) {
                return state;
            }
            if (other.number == 0) {
                return Subject.UNDEFINED;
            }
            long top = result.number * Cell.power(scale - a.scale());
            long bottom = other.number * Cell.power(scale - b.scale());
            result.number = bottom < 0 ? -top : top;
            result.divisor = Math.abs(bottom);
            result.number *= Cell.power(scale);
            return Subject.VALUE;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a, b);
        }
    }

    /** ABS. */
    public record Absolute(Expression a) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            byte state = a.compute(subject, context, result);
            result.number = Math.abs(result.number);
            return state;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public int scale() {
            return a.scale();
        }

        @Override
        public List<Expression> operands() {
            return List.of(a);
        }
    }

    /** CEIL, FLOOR, ROUND of SPARQL 1.1 (ROUND takes a half upwards). */
    public record Rounded(Mode mode, Expression a) implements Expression {
        /** Which whole number. */
        public enum Mode {
            CEIL,
            FLOOR,
            ROUND
        }

        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            byte state = a.compute(subject, context, result);
            if (state == Subject.VALUE) {
                long unit = result.divisor * Cell.power(a.scale());
                result.set(
                        switch (mode) {
                            case CEIL -> -Math.floorDiv(-result.number, unit);
                            case FLOOR -> Math.floorDiv(result.number, unit);
                            case ROUND -> Math.floorDiv(2 * result.number + unit, 2 * unit);
                        });
            }
            return state;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a);
        }
    }

    /** fn:monthsBegun(from, to). */
    public record MonthsBegun(Expression a, Expression b) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = both(a, b, subject, context, result, other);
            if (state == Subject.VALUE) {
                result.set(Dates.monthsBegun(result.number, other.number));
            }
            return state;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a, b);
        }
    }

    /** fn:days(from, to): negative when {@code to} is the earlier. */
    public record DayCount(Expression a, Expression b) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = both(a, b, subject, context, result, other);
            if (state == Subject.VALUE) {
                result.set(other.number - result.number);
            }
            return state;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a, b);
        }
    }

    /** fn:workingDays(from, to): undefined when a year has no calendar. */
    public record WorkingDays(Expression a, Expression b) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = both(a, b, subject, context, result, other);
            if (state != Subject.VALUE) {
                return state;
            }
            int days = context.calendar().workingDays(result.number, other.number);
            result.set(days);
            return days == Calendar.UNKNOWN ? Subject.UNDEFINED : Subject.VALUE;
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of(a, b);
        }
    }

    /** Computes two operands that a function needs both; the worse failure stands. */
    static byte both(Expression a, Expression b, Subject subject, Expression.Context context, Cell left, Cell right) {
        return Expression.worse(a.compute(subject, context, left), b.compute(subject, context, right));
    }
}
