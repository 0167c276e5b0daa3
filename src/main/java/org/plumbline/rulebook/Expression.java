package org.plumbline.rulebook;

import java.util.List;
import java.util.function.Consumer;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;

/**
 * The SPARQL expression of a derived fact: exact arithmetic over the facts of one subject. An operand that is unmeasured makes
 * the whole unknown; one observed as none is SPARQL's unbound variable, an error that COALESCE, BOUND, &amp;&amp; and || can absorb.
 * Operations on two operands are in {@link Binary}, on one in {@link Arithmetic}, choice in {@link Logic}.
 */
public sealed interface Expression
        permits Expression.Literal,
                Expression.Value,
                Expression.OnDate,
                Expression.Coalesce,
                Binary,
                Absolute,
                Rounded,
                Negate,
                If,
                Member,
                IsBound {

    /** What an expression yields. */
    enum Type {
        NUMBER,
        DATE,
        BOOLEAN
    }

    /**
     * Computes the value into {@code result}.
     *
     * @return {@link Subject#VALUE}; or {@link Subject#NONE} when it fails because an operand was observed as none,
     *     {@link Subject#UNDEFINED} when there is no value, {@link Subject#UNMEASURED} when an operand is not known
     */
    byte compute(Subject subject, Computation result);

    /** What it yields. */
    Type type();

    /** The power of ten by which {@link Computation#number} is scaled; 0 for dates and booleans. */
    int scale();

    /** The operands. */
    List<Expression> operands();

    /** Tells {@code visitor} each fact that the expression reads. */
    default void facts(Consumer<Fact> visitor) {
        operands().forEach(operand -> operand.facts(visitor));
    }

    /** The worse of two failures: unknown before undefined before none. */
    static byte worse(byte a, byte b) {
        if (a == Subject.VALUE) {
            return b;
        }
        return rank(a) >= rank(b) ? a : b;
    }

    private static int rank(byte state) {
        return switch (state) {
            case Subject.VALUE -> 0;
            case Subject.NONE -> 1;
            case Subject.UNDEFINED -> 2;
            default -> 3;
        };
    }

    /** A constant: a number scaled by 10^scale, a date, or a boolean as 0 or 1. */
    record Literal(Type type, long number, int scale) implements Expression {
        @Override
        public byte compute(Subject subject, Computation result) {
            result.set(number);
            return Subject.VALUE;
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** The value of a fact of the same subject; its slot and whether it is a whole number stand here to be at hand. */
    record Value(Fact fact, int slot, boolean whole) implements Expression {
        /** The value of {@code fact}. */
        public Value(Fact fact) {
            this(fact, fact.slot(), fact.type() == Datatype.INTEGER);
        }

        @Override
        public byte compute(Subject subject, Computation result) {
            long value = subject.value(slot);
            result.set(whole ? value / Micros.ONE : value);
            byte state = subject.state(slot);
            return state == Subject.DISPUTED || state == Subject.EXPIRED ? Subject.UNMEASURED : state;
        }

        @Override
        public Type type() {
            return switch (fact.type()) {
                case BOOLEAN -> Type.BOOLEAN;
                case DATE -> Type.DATE;
                default -> Type.NUMBER;
            };
        }

        @Override
        public int scale() {
            return fact.type() == Datatype.DECIMAL ? 6 : 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }

        @Override
        public void facts(Consumer<Fact> visitor) {
            visitor.accept(fact);
        }
    }

    /** {@code ?onDate}: the date of the assessment. */
    record OnDate() implements Expression {
        @Override
        public byte compute(Subject subject, Computation result) {
            result.set(result.onDay());
            return Subject.VALUE;
        }

        @Override
        public Type type() {
            return Type.DATE;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** COALESCE: the first operand that has a value, passing over those observed as none. */
    record Coalesce(List<Expression> operands, int scale) implements Expression {
        /** The choice, at the finest scale of all. */
        public Coalesce(List<Expression> operands) {
            this(operands, operands.stream().mapToInt(Expression::scale).max().orElse(0));
        }

        @Override
        public byte compute(Subject subject, Computation result) {
            for (Expression operand : operands) {
                byte state = operand.compute(subject, result);
                if (state == Subject.VALUE) {
                    result.number *= Micros.power(scale - operand.scale());
                }
                if (state != Subject.NONE) {
                    return state;
                }
            }
            return Subject.NONE;
        }

        @Override
        public Type type() {
            return operands.getFirst().type();
        }
    }
}
