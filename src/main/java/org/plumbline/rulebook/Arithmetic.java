package org.plumbline.rulebook;

import java.util.List;

/** Arithmetic on one operand; that on two is in {@link Binary}. */
public final class Arithmetic {
    private Arithmetic() {}

    /** ABS. */
    public record Absolute(Expression a) implements Expression {
        @Override
        public byte compute(Subject subject, Computation result) {
            byte state = a.compute(subject, result);
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
        public byte compute(Subject subject, Computation result) {
            byte state = a.compute(subject, result);
            if (state == Subject.VALUE) {
                long unit = result.divisor * Micros.power(a.scale());
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
}
