package org.plumbline.standard;

import java.util.Locale;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Binary;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Expression.Type;
import org.plumbline.rulebook.Logic.If;

/** Which operands an operator of an expression takes: types, and where a fraction may go. */
final class Operands {
    private Operands() {}

    /** What is wrong with an expression: why, and what to do. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static Expression number(Expression part, String operator) throws Refused {
        return whole(typed(part, Type.NUMBER, operator), operator);
    }

    static Expression typed(Expression part, Type type, String operator) throws Refused {
        if (part.type() != type) {
            throw new Refused(operator + " needs a " + type.name().toLowerCase(Locale.ROOT) + " and gets a "
                    + part.type().name().toLowerCase(Locale.ROOT) + ". Correct the operand.");
        }
        return part;
    }

    static void same(Expression a, Expression b, String operator) throws Refused {
        typed(b, a.type(), operator);
    }

    /** A fraction may only be rounded, compared, chosen by IF, or be the result: 2/3*3 must be 2. */
    static Expression whole(Expression part, String operator) throws Refused {
        if (fraction(part)) {
            throw new Refused(
                    "The result of a division enters " + operator + ", where it would have to be rounded in between. "
                            + "Divide last, or compare or round the quotient.");
        }
        return part;
    }

    /** Whether the value can be a fraction that is not exact in a decimal. */
    static boolean fraction(Expression part) {
        return switch (part) {
            case Binary binary -> binary.operator() == Binary.Operator.DIVIDE;
            case Absolute absolute -> fraction(absolute.a());
            case If choice -> fraction(choice.then()) || fraction(choice.otherwise());
            default -> false;
        };
    }

    private static boolean divide(Expression part) {
        return part instanceof Binary binary && binary.operator() == Binary.Operator.DIVIDE;
    }

    static int divisions(Expression part) {
        return (divide(part) ? 1 : 0)
                + part.operands().stream().mapToInt(Operands::divisions).sum();
    }

    static boolean divides(Expression part) {
        return divide(part) || part.operands().stream().anyMatch(Operands::divides);
    }
}
