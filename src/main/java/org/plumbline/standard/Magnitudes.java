package org.plumbline.standard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Binary;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Expression.Coalesce;
import org.plumbline.rulebook.Expression.Literal;
import org.plumbline.rulebook.Expression.OnDate;
import org.plumbline.rulebook.Expression.Value;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;

/**
 * Interval arithmetic over the hard limits of facts: proves that no intermediate of the evaluator leaves 64 bits, step by step
 * as {@code rulebook.Arithmetic} and {@code rulebook.Logic} compute it.
 */
final class Magnitudes {
    private static final BigDecimal DAYS = BigDecimal.valueOf(150_000);
    private static final BigDecimal RECORDS = BigDecimal.valueOf(10_000);
    private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<String, Interval> derived = new HashMap<>();

    /** Bounds of a value; for a fraction also of the scaled numerator and divisor that carry it. */
    private record Interval(BigDecimal low, BigDecimal high, BigInteger number, BigInteger divisor) {
        static Interval of(BigDecimal low, BigDecimal high, int scale) {
            BigInteger number = low.abs()
                    .max(high.abs())
                    .scaleByPowerOfTen(scale)
                    .toBigInteger()
                    .add(BigInteger.ONE);
            return new Interval(low, high, number, BigInteger.ONE);
        }

        static Interval within(BigDecimal size) {
            return of(size.negate(), size, 0);
        }
    }

    /** A step that can leave 64 bits. */
    static final class Overflow extends Exception {
        private static final long serialVersionUID = 1L;

        Overflow(String message) {
            super(message);
        }
    }

    /** Checks a derivation and remembers the bounds of its fact for those that build on it. */
    void check(Derivation derivation) throws Overflow {
        Expression expression = derivation.expression();
        Aggregate aggregate = derivation.aggregate();
        if (expression != null) {
            Interval result = of(expression);
            int scale = expression.scale();
            fits(result.number.multiply(ten(Math.max(0, 6 - scale))), "the result");
            fits(result.divisor.multiply(ten(Math.max(0, scale - 6))), "the result");
            remember(derivation.fact(), result.low, result.high);
        } else if (aggregate != null) {
            Interval one = member(aggregate.member());
            boolean sum =
                    aggregate.function() == Aggregate.Function.SUM || aggregate.function() == Aggregate.Function.COUNT;
            BigDecimal factor = sum ? RECORDS : BigDecimal.ONE;
            remember(
                    derivation.fact(),
                    one.low.multiply(factor).min(BigDecimal.ZERO),
                    one.high.multiply(factor).max(BigDecimal.ZERO));
        }
    }

    private void remember(Fact fact, BigDecimal low, BigDecimal high) throws Overflow {
        if (low.abs().max(high.abs()).compareTo(BigDecimal.TEN.pow(12)) >= 0) {
            throw new Overflow("its value can reach 10^12");
        }
        derived.put(fact.name(), Interval.of(low, high, scale(fact)));
    }

    private static int scale(Fact fact) {
        return switch (fact.type()) {
            case DECIMAL -> 6;
            default -> 0;
        };
    }

    private Interval member(@Nullable Fact fact) {
        return fact == null ? Interval.of(BigDecimal.ONE, BigDecimal.ONE, 0) : fact(fact);
    }

    private Interval fact(Fact fact) {
        Interval known = derived.get(fact.name());
        if (known != null) {
            return known;
        }
        return switch (fact.type()) {
            case BOOLEAN -> Interval.of(BigDecimal.ZERO, BigDecimal.ONE, 0);
            case DATE -> Interval.within(DAYS);
            default -> {
                boolean open = fact.least() == Long.MIN_VALUE;
                BigDecimal low = open ? BigDecimal.TEN.pow(12).negate() : BigDecimal.valueOf(fact.least(), 6);
                BigDecimal high = open ? BigDecimal.TEN.pow(12) : BigDecimal.valueOf(fact.most(), 6);
                yield Interval.of(low, high, scale(fact));
            }
        };
    }

    private Interval of(Expression expression) throws Overflow {
        return switch (expression) {
            case Literal literal -> {
                BigDecimal value = BigDecimal.valueOf(literal.number(), literal.scale());
                yield Interval.of(value, value, literal.scale());
            }
            case Value value -> fact(value.fact());
            case OnDate date -> Interval.within(DAYS);
            case Binary binary -> of(binary);
            case Absolute absolute -> {
                Interval a = of(absolute.a());
                yield new Interval(BigDecimal.ZERO, a.low.abs().max(a.high.abs()), a.number, a.divisor);
            }
            case Rounded rounded -> {
                Interval a = of(rounded.a());
                BigInteger unit = a.divisor.multiply(ten(rounded.a().scale()));
                fits(a.number.add(unit).shiftLeft(1), "a rounding");
                yield Interval.of(a.low.subtract(BigDecimal.ONE), a.high.add(BigDecimal.ONE), 0);
            }
            case Coalesce coalesce -> {
                Interval all = of(coalesce.operands().getFirst());
                for (Expression operand : coalesce.operands()) {
                    all = hull(all, of(operand), coalesce.scale());
                }
                yield fits(all, "COALESCE");
            }
            case If choice -> {
                of(choice.test());
                Interval then = of(choice.then());
                Interval otherwise = of(choice.otherwise());
                fits(then.number.multiply(ten(choice.scale() - choice.then().scale())), "IF");
                fits(
                        otherwise.number.multiply(
                                ten(choice.scale() - choice.otherwise().scale())),
                        "IF");
                Interval hull = hull(then, otherwise, choice.scale());
                yield new Interval(
                        hull.low,
                        hull.high,
                        then.number
                                .multiply(ten(choice.scale() - choice.then().scale()))
                                .max(otherwise.number.multiply(
                                        ten(choice.scale() - choice.otherwise().scale()))),
                        then.divisor.max(otherwise.divisor));
            }
            case Member member -> {
                for (Expression one : member.members()) {
                    compared(member.a(), one);
                }
                yield Interval.of(BigDecimal.ZERO, BigDecimal.ONE, 0);
            }
            case Negate negate -> of(negate.a());
            case IsBound bound -> Interval.of(BigDecimal.ZERO, BigDecimal.ONE, 0);
        };
    }

    private Interval of(Binary binary) throws Overflow {
        Interval a = of(binary.a());
        Interval b = of(binary.b());
        return switch (binary.operator()) {
            case ADD -> fits(Interval.of(a.low.add(b.low), a.high.add(b.high), binary.scale()), "a sum");
            case SUBTRACT -> fits(Interval.of(a.low.subtract(b.high), a.high.subtract(b.low), binary.scale()), "a sum");
            case MULTIPLY -> product(a, b, binary.scale());
            case DIVIDE -> quotient(binary, a, b);
            case MONTHS_BEGUN, DAYS, WORKING_DAYS -> Interval.within(DAYS.add(DAYS));
            case EQUAL, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN -> compared(binary.a(), binary.b());
            case AND, OR -> Interval.of(BigDecimal.ZERO, BigDecimal.ONE, 0);
        };
    }

    private Interval compared(Expression left, Expression right) throws Overflow {
        Interval a = of(left);
        Interval b = of(right);
        int scale = Math.max(left.scale(), right.scale());
        fits(a.number.multiply(ten(scale - left.scale())).multiply(b.divisor), "a comparison");
        fits(b.number.multiply(ten(scale - right.scale())).multiply(a.divisor), "a comparison");
        return Interval.of(BigDecimal.ZERO, BigDecimal.ONE, 0);
    }

    private static Interval product(Interval a, Interval b, int scale) throws Overflow {
        BigDecimal[] corners = {
            a.low.multiply(b.low), a.low.multiply(b.high), a.high.multiply(b.low), a.high.multiply(b.high)
        };
        BigDecimal low = corners[0];
        BigDecimal high = corners[0];
        for (BigDecimal corner : corners) {
            low = low.min(corner);
            high = high.max(corner);
        }
        return fits(Interval.of(low, high, scale), "a product");
    }

    private static Interval quotient(Binary divide, Interval a, Interval b) throws Overflow {
        int scale = divide.scale();
        BigInteger number = a.number.multiply(ten(scale - divide.a().scale())).multiply(ten(scale));
        BigInteger divisor = b.number.multiply(ten(scale - divide.b().scale()));
        fits(number, "a quotient");
        fits(divisor, "a quotient");
        boolean spansZero = b.low.signum() <= 0 && b.high.signum() >= 0;
        BigDecimal least = spansZero
                ? BigDecimal.ONE.scaleByPowerOfTen(-divide.b().scale())
                : b.low.abs().min(b.high.abs());
        BigDecimal size = a.low.abs().max(a.high.abs()).divide(least, java.math.MathContext.DECIMAL64);
        BigDecimal low = a.low.signum() >= 0 && b.low.signum() >= 0 ? BigDecimal.ZERO : size.negate();
        return new Interval(low, size, number, divisor);
    }

    private static Interval hull(Interval a, Interval b, int scale) {
        return Interval.of(a.low.min(b.low), a.high.max(b.high), scale);
    }

    private static Interval fits(Interval interval, String what) throws Overflow {
        fits(interval.number, what);
        return interval;
    }

    private static void fits(BigInteger number, String what) throws Overflow {
        if (number.compareTo(LONG) > 0) {
            throw new Overflow(what + " can need " + number.bitLength() + " bits");
        }
    }

    private static BigInteger ten(int power) {
        return BigInteger.TEN.pow(power);
    }
}
