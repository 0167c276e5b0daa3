package org.plumbline.rulebook;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a derived fact gets its value: exactly one of an expression and an aggregate.
 *
 * @param fact the fact derived, of the site or of each record of a kind
 * @param expression the expression, or null
 * @param aggregate the aggregate over records, or null
 * @param measuredWhen a condition without which the fact is undefined, such as a least sample; or null
 */
public record Derivation(
        Fact fact,
        @Nullable Expression expression,
        @Nullable Aggregate aggregate,
        @Nullable Condition measuredWhen) {

    /** Puts the derived value, or the way in which there is none, into {@code subject}, unless it is stated there. */
    void derive(Subject subject, Computation computation) {
        int slot = fact.slot();
        if (subject.state(slot) != Subject.UNMEASURED) {
            return;
        }
        Truth measured = measuredWhen == null ? Truth.TRUE : measuredWhen.test(subject);
        if (measured != Truth.TRUE) {
            subject.derive(slot, measured == Truth.FALSE ? Subject.UNDEFINED : Subject.UNMEASURED, 0);
            return;
        }
        if (expression != null) {
            byte state = expression.compute(subject, computation);
            boolean number = expression.type() == Expression.Type.NUMBER;
            long value = number && state == Subject.VALUE ? computation.micros(expression.scale()) : computation.number;
            subject.derive(slot, state, state == Subject.VALUE ? value : 0);
        } else if (aggregate != null) {
            aggregate.derive(subject, slot);
        }
    }

    /** Tells {@code visitor} each fact that the derivation reads. */
    public void facts(Consumer<Fact> visitor) {
        if (expression != null) {
            expression.facts(visitor);
        }
        if (aggregate != null) {
            aggregate.facts(visitor);
        }
        if (measuredWhen != null) {
            measuredWhen.facts(visitor);
        }
    }

    /** Adds the operands that are not known in {@code subject}, where the derived fact is not. */
    void unknowns(Subject subject, Unknowns unknowns) {
        if (measuredWhen != null && measuredWhen.test(subject) == Truth.UNKNOWN) {
            measuredWhen.unknowns(subject, unknowns);
        }
        if (expression != null) {
            expression.facts(operand -> unknowns.add(operand, subject));
        }
        if (aggregate != null) {
            aggregate.unknowns(subject, unknowns);
        }
    }
}
