package org.plumbline.rulebook;

import java.util.List;

/** Choice in expressions, with the error rules of SPARQL 1.1 section 17.2; comparisons are in {@link Binary}. */
public final class Logic {
    private Logic() {}

    /** !a. */
    public record Negate(Expression a) implements Expression {
        @Override
        public byte compute(Subject subject, Computation result) {
            byte state = a.compute(subject, result);
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
        public byte compute(Subject subject, Computation result) {
            byte state = test.compute(subject, result);
            if (state != Subject.VALUE) {
                return state;
            }
            Expression branch = result.number != 0 ? then : otherwise;
            state = branch.compute(subject, result);
            result.number *= Micros.power(scale - branch.scale());
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
        public byte compute(Subject subject, Computation result) {
            byte worst = Subject.VALUE;
            for (Expression member : members) {
                byte state = new Binary(Binary.Operator.EQUAL, a, member).compute(subject, result);
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
        public byte compute(Subject subject, Computation result) {
            byte state = value.compute(subject, result);
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
}
