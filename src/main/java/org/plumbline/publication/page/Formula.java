package org.plumbline.publication.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.rulebook.Aggregate;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Add;
import org.plumbline.rulebook.Arithmetic.DayCount;
import org.plumbline.rulebook.Arithmetic.Divide;
import org.plumbline.rulebook.Arithmetic.MonthsBegun;
import org.plumbline.rulebook.Arithmetic.Multiply;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Arithmetic.WorkingDays;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Derivation;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Logic.And;
import org.plumbline.rulebook.Logic.Compare;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;
import org.plumbline.rulebook.Logic.Or;
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
            case Add(var a, var b, var minus, var _) -> inner(a) + (minus ? " - " : " + ") + inner(b);
            case Multiply(var a, var b, var _) -> inner(a) + " * " + inner(b);
            case Divide(var a, var b, var _) -> inner(a) + " / " + inner(b);
            case Absolute absolute -> call("ABS", absolute.operands());
            case Rounded rounded -> call(rounded.mode().name(), rounded.operands());
            case MonthsBegun months -> call("monthsBegun", months.operands());
            case DayCount days -> call("days", days.operands());
            case WorkingDays days -> call("workingDays", days.operands());
            case Compare(var a, var comparison, var b, var _) ->
                inner(a) + " " + (comparison == null ? "=" : comparison.sign()) + " " + inner(b);
            case And(var a, var b) -> inner(a) + " && " + inner(b);
            case Or(var a, var b) -> inner(a) + " || " + inner(b);
            case Negate(var a) -> "!" + inner(a);
            case If choice -> call("IF", choice.operands());
            case Member(var a, var members) -> inner(a) + " IN " + call("", members);
            case IsBound bound -> call("BOUND", bound.operands());
        };
    }

    private static String call(String name, List<Expression> operands) {
        return name + operands.stream().map(Formula::say).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String inner(Expression expression) {
        String said = say(expression);
        boolean compound = expression instanceof Add || expression instanceof And || expression instanceof Or;
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
