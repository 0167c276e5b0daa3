package org.plumbline.rulebook;

import java.util.List;
import java.util.function.Consumer;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Add;
import org.plumbline.rulebook.Arithmetic.DayCount;
import org.plumbline.rulebook.Arithmetic.Divide;
import org.plumbline.rulebook.Arithmetic.MonthsBegun;
import org.plumbline.rulebook.Arithmetic.Multiply;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Arithmetic.WorkingDays;
import org.plumbline.rulebook.Logic.And;
import org.plumbline.rulebook.Logic.Compare;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;
import org.plumbline.rulebook.Logic.Or;

/**
 * The SPARQL expression of a derived fact: exact arithmetic over the facts of one subject. An operand that is unmeasured makes
 * the whole unknown; one observed as none is SPARQL's unbound variable, an error that COALESCE, BOUND, &amp;&amp; and || can absorb.
 * Arithmetic is in {@link Arithmetic}, comparison and choice in {@link Logic}.
 */
public sealed interface Expression
        permits Expression.Literal,
                Expression.Value,
                Expression.OnDate,
                Expression.Coalesce,
                Add,
                Multiply,
                Divide,
                Absolute,
                Rounded,
                MonthsBegun,
                DayCount,
                WorkingDays,
                Compare,
                And,
                Or,
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

    /** What evaluation needs besides the facts: the assessment date, and the calendar of working days. */
    final class Context {
        private static final int DEPTH = 12;

        private final int onDay;
        private final Calendar calendar;
        private final Cell[] spare = new Cell[DEPTH];
        private int used;

        Context(int onDay, Calendar calendar) {
            this.onDay = onDay;
            this.calendar = calendar;
        }

        int onDay() {
            return onDay;
        }

        Calendar calendar() {
            return calendar;
        }

        /** A cell for a second operand, to be given back when the operation is done: operations nest. */
        Cell borrow() {
            int index = used++;
            if (index >= DEPTH) {
                return new Cell();
            }
            Cell cell = spare[index];
            if (cell == null) {
                cell = new Cell();
                spare[index] = cell;
            }
            cell.set(0);
            return cell;
        }

        void giveBack() {
            used--;
        }
    }

    /**
     * Computes the value into {@code result}.
     *
     * @return {@link Subject#VALUE}; or {@link Subject#NONE} when it fails because an operand was observed as none,
     *     {@link Subject#UNDEFINED} when there is no value, {@link Subject#UNMEASURED} when an operand is not known
     */
    byte compute(Subject subject, Context context, Cell result);

    /** What it yields. */
    Type type();

    /** The power of ten by which {@link Cell#number} is scaled; 0 for dates and booleans. */
    int scale();

    /** The operands. */
    List<Expression> operands();

    /** Tells {@code visitor} each fact that the expression reads. */
    default void facts(Consumer<Fact> visitor) {
        operands().forEach(operand -> operand.facts(visitor));
    }

    /** The worse of two failures: unknown before undefined before none. */
    static byte worse(byte a, byte b) {
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
        public byte compute(Subject subject, Context context, Cell result) {
            result.set(number);
            return Subject.VALUE;
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** The value of a fact of the same subject. */
    record Value(Fact fact) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            int slot = fact.slot();
            byte state = subject.state[slot];
            if (state == Subject.VALUE) {
                long value = subject.value[slot];
                result.set(fact.type() == Datatype.INTEGER ? value / Micros.ONE : value);
            }
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
        public byte compute(Subject subject, Context context, Cell result) {
            result.set(context.onDay());
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
        public byte compute(Subject subject, Context context, Cell result) {
            for (Expression operand : operands) {
                byte state = operand.compute(subject, context, result);
                if (state == Subject.VALUE) {
                    result.number *= Cell.power(scale - operand.scale());
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
