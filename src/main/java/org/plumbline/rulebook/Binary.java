package org.plumbline.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Expression.Type;

/**
 * An operation on two operands. Lint has bounded every intermediate over the hard limits of the facts, so nothing here overflows
 * for facts within them.
 *
 * @param operator what is done
 * @param a the left operand
 * @param b the right operand
 * @param scale the power of ten that scales the result
 * @param toA factor that brings the left operand to the scale of both; 1 where the operation needs no common scale
 * @param toB the same for the right operand
 */
public record Binary(Operator operator, Expression a, Expression b, int scale, long toA, long toB)
        implements Expression {

    /** What can be done with two operands, with the sign that the rulebook writes for it. */
    public enum Operator {
        /** a + b; neither operand holds a division, as in all arithmetic. */
        ADD("+", Type.NUMBER),
        SUBTRACT("-", Type.NUMBER),
        MULTIPLY("*", Type.NUMBER),
        /** a ÷ b as an exact fraction; undefined for b = 0. */
        DIVIDE("/", Type.NUMBER),
        /** fn:monthsBegun(a, b). */
        MONTHS_BEGUN("monthsBegun", Type.NUMBER),
        /** fn:days(a, b): negative when {@code b} is the earlier. */
        DAYS("days", Type.NUMBER),
        /** fn:workingDays(a, b): undefined when a year has no calendar. */
        WORKING_DAYS("workingDays", Type.NUMBER),
        /** Comparisons; one operand may be a fraction. */
        EQUAL("=", Type.BOOLEAN),
        AT_LEAST(Comparison.AT_LEAST),
        MORE_THAN(Comparison.MORE_THAN),
        AT_MOST(Comparison.AT_MOST),
        LESS_THAN(Comparison.LESS_THAN),
        /** a &amp;&amp; b: false wins over any error. */
        AND("&&", Type.BOOLEAN),
        /** a || b: true wins over any error. */
        OR("||", Type.BOOLEAN);

        private final String sign;
        private final Type type;
        private final @Nullable Comparison comparison;

        Operator(String sign, Type type) {
            this.sign = sign;
            this.type = type;
            comparison = null;
        }

        Operator(Comparison comparison) {
            sign = comparison.sign();
            type = Type.BOOLEAN;
            this.comparison = comparison;
        }

        /** The operator with {@code sign}, or null. */
        public static @Nullable Operator ofSign(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            return null;
        }

        /** The sign, or the name of the function. */
        public String sign() {
            return sign;
        }

        /** Whether it is written between its operands, and not before them as a function. */
        public boolean infix() {
            return !Character.isLetter(sign.charAt(0));
        }

        /** Whether the operands are brought to one scale first. */
        private boolean aligns() {
            return this == ADD || this == SUBTRACT || this == DIVIDE || this == EQUAL || comparison != null;
        }

        private int scale(int a, int b) {
            return switch (this) {
                case ADD, SUBTRACT, DIVIDE -> Math.max(a, b);
                case MULTIPLY -> a + b;
                default -> 0;
            };
        }
    }

    /** {@code operator} on {@code a} and {@code b}. */
    public Binary(Operator operator, Expression a, Expression b) {
        this(
                operator,
                a,
                b,
                operator.scale(a.scale(), b.scale()),
                operator.aligns() ? Micros.power(Math.max(0, b.scale() - a.scale())) : 1,
                operator.aligns() ? Micros.power(Math.max(0, a.scale() - b.scale())) : 1);
    }

    @Override
    public byte compute(Subject subject, Computation result) {
        byte left = a.compute(subject, result);
        long number = result.number;
        long divisor = result.divisor;
        byte right = b.compute(subject, result);
        if (operator == Operator.AND || operator == Operator.OR) {
            return junction(left, number, right, result);
        }
        byte state = Expression.worse(left, right);
        return state == Subject.VALUE ? apply(number * toA, divisor, result.number * toB, result) : state;
    }

    private byte apply(long left, long divisor, long right, Computation result) {
        switch (operator) {
            case ADD -> result.set(left + right);
            case SUBTRACT -> result.set(left - right);
            case MULTIPLY -> result.set(left * right);
            case DIVIDE -> {
                if (right == 0) {
                    return Subject.UNDEFINED;
                }
                result.number = (right < 0 ? -left : left) * Micros.power(scale);
                result.divisor = Math.abs(right);
            }
            case MONTHS_BEGUN -> result.set(Dates.monthsBetween(result.parts(left), result.parts(right)));
            case DAYS -> result.set(right - left);
            case WORKING_DAYS -> {
                int days = result.calendar().workingDays(left, right);
                result.set(days);
                return days == Calendar.UNKNOWN ? Subject.UNDEFINED : Subject.VALUE;
            }
            case EQUAL, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN ->
                result.set(holds(left * result.divisor, right * divisor) ? 1 : 0);
            case AND, OR ->
                throw new IllegalStateException(operator + " is decided before its operands are brought together");
        }
        return Subject.VALUE;
    }

    private boolean holds(long left, long right) {
        Comparison comparison = operator.comparison;
        return comparison == null ? left == right : comparison.holds(left, right);
    }

    /** What decides alone decides whatever the other operand is, as in SPARQL 1.1 section 17.2. */
    private byte junction(byte left, long number, byte right, Computation result) {
        long decisive = operator == Operator.OR ? 1 : 0;
        boolean decided =
                left == Subject.VALUE && number == decisive || right == Subject.VALUE && result.number == decisive;
        result.set(decided ? decisive : 1 - decisive);
        return decided ? Subject.VALUE : Expression.worse(left, right);
    }

    @Override
    public Type type() {
        return operator.type;
    }

    @Override
    public List<Expression> operands() {
        return List.of(a, b);
    }
}
