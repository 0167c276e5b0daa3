package org.plumbline.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparison and choice in expressions, with the error rules of SPARQL 1.1 section 17.2. */
public final class Logic {
    private Logic() {}

    /** a &lt; b and its sisters; {@code =} when {@code comparison} is null. One operand may be a fraction. */
    public record Compare(Expression a, @Nullable Comparison comparison, Expression b, int common)
            implements Expression {
        /** The comparison, made at the finer scale of both. */
        public Compare(Expression a, @Nullable Comparison comparison, Expression b) {
            this(a, comparison, b, Math.max(a.scale(), b.scale()));
        }

        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            Cell other = context.borrow();
            byte state = compute(subject, context, result, other);
            context.giveBack();
            return state;
        }

        private byte compute(Subject subject, Context context, Cell result, Cell other) {
            byte state = Arithmetic.both(a, b, subject, context, result, other);
            if (state == Subject.VALUE) {
                long left = result.number * Cell.power(common - a.scale()) * other.divisor;
                long right = other.number * Cell.power(common - b.scale()) * result.divisor;
                result.set((comparison == null ? left == right : comparison.holds(left, right)) ? 1 : 0);
            }
            return state;
        }

        @Override
        public Type type() {
            return Type.BOOLEAN;
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

    /** a &amp;&amp; b: false wins over any error. */
    public record And(Expression a, Expression b) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            return junction(a, b, 0, subject, context, result);
        }

        @Override
        public Type type() {
            return Type.BOOLEAN;
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

    /** a || b: true wins over any error. */
    public record Or(Expression a, Expression b) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            return junction(a, b, 1, subject, context, result);
        }

        @Override
        public Type type() {
            return Type.BOOLEAN;
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

    /** !a. */
    public record Negate(Expression a) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            byte state = a.compute(subject, context, result);
            result.set(1 - result.number);
            return state;
        }

        @Override
        public Type type() {
            return Type.BOOLEAN;
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

    /** IF(test, then, otherwise): the branch not taken is not looked at. */
    public record If(Expression test, Expression then, Expression otherwise, int scale) implements Expression {
        /** The choice, at the finer scale of both branches. */
        public If(Expression test, Expression then, Expression otherwise) {
            this(test, then, otherwise, Math.max(then.scale(), otherwise.scale()));
        }

        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            byte state = test.compute(subject, context, result);
            if (state != Subject.VALUE) {
                return state;
            }
            Expression branch = result.number != 0 ? then : otherwise;
            state = branch.compute(subject, context, result);
            result.number *= Cell.power(scale - branch.scale());
            return state;
        }

        @Override
        public Type type() {
            return then.type();
        }

        @Override
        public List<Expression> operands() {
            return List.of(test, then, otherwise);
        }
    }

    /** a IN (…): true as soon as one member is equal, whatever error another member is. */
    public record Member(Expression a, List<Expression> members) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            byte worst = Subject.VALUE;
            for (Expression member : members) {
                byte state = new Compare(a, null, member).compute(subject, context, result);
                if (state == Subject.VALUE && result.number == 1) {
                    return Subject.VALUE;
                }
                worst = Expression.worse(worst, state);
            }
            result.set(0);
            return worst;
        }

        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            List<Expression> all = new java.util.ArrayList<>(List.of(a));
            all.addAll(members);
            return all;
        }
    }

    /** BOUND(?fact): false when the fact was observed as none. */
    public record IsBound(Value value) implements Expression {
        @Override
        public byte compute(Subject subject, Context context, Cell result) {
            byte state = value.compute(subject, context, result);
            result.set(state == Subject.VALUE ? 1 : 0);
            return state == Subject.NONE ? Subject.VALUE : state;
        }

        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public int scale() {
            return 0;
        }

        @Override
        public List<Expression> operands() {
            return List.of(value);
        }
    }

    private static byte junction(
            Expression a, Expression b, long decisive, Subject subject, Expression.Context context, Cell result) {
        Cell other = context.borrow();
        byte left = a.compute(subject, context, result);
        byte right = b.compute(subject, context, other);
        context.giveBack();
        boolean decided = left == Subject.VALUE && result.number == decisive
                || right == Subject.VALUE && other.number == decisive;
        result.set(decided ? decisive : 1 - decisive);
        return decided ? Subject.VALUE : Expression.worse(left, right);
    }
}
