package org.plumbline.publication.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Binary;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;
import org.plumbline.rulebook.Micros;

/** The formula of a derived fact, in the notation of the standard language. */
final class Formula {
    private Formula() {}

    /** How a derived fact comes about: {@code floorArea * 100 / committeeHouseholds}, {@code count(room)}. */
    static String of(Derivation derivation) {
        Expression expression = derivation.expression();
        Aggregate aggregate = derivation.aggregate();
        if (expression != null) {
            return say(expression);
        }
        if (aggregate == null) {
            return derivation.fact().name();
        }
        String path = aggregate.member() == null
                ? aggregate.records().name()
                : aggregate.records().name() + "." + aggregate.member().name();
        String where = aggregate.where() == null
                ? ""
                : " where " + ConditionWords.say(aggregate.where()).en();
        return aggregate.function().name().toLowerCase(Locale.ROOT) + "(" + path + where + ")";
    }

    private static String say(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal(literal);
            case Expression.Value value -> value.fact().name();
            case Expression.OnDate date -> "onDate";
            case Expression.Coalesce coalesce -> call("COALESCE", coalesce.operands());
            case Binary binary -> binary(binary);
            case Absolute absolute -> call("ABS", absolute.operands());
            case Rounded rounded -> call(rounded.mode().name(), rounded.operands());
            case Negate(var a) -> "!" + inner(a);
            case If choice -> call("IF", choice.operands());
            case Member(var a, var members) -> inner(a) + " IN " + call("", members);
            case IsBound bound -> call("BOUND", bound.operands());
        };
    }

    private static String binary(Binary binary) {
        String sign = binary.operator().sign();
        return binary.operator().infix()
                ? inner(binary.a()) + " " + sign + " " + inner(binary.b())
                : call(sign, binary.operands());
    }

    private static String call(String name, List<Expression> operands) {
        return name + operands.stream().map(Formula::say).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String inner(Expression expression) {
        String said = say(expression);
        boolean compound = expression instanceof Binary binary
                && switch (binary.operator()) {
                    case ADD, SUBTRACT, AND, OR -> true;
                    default -> false;
                };
        return compound ? "(" + said + ")" : said;
    }

    private static String literal(Expression.Literal literal) {
        return switch (literal.type()) {
            case BOOLEAN -> String.valueOf(literal.number() == 1);
            case DATE -> Dates.iso(literal.number());
            case NUMBER ->
                literal.scale() == 0
                        ? Long.toString(literal.number())
                        : Micros.scaled(literal.number(), Math.min(6, literal.scale()));
        };
    }
}
