package org.plumbline.standard;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Binary;
import org.plumbline.rulebook.Binary.Operator;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Expression.Coalesce;
import org.plumbline.rulebook.Expression.Literal;
import org.plumbline.rulebook.Expression.OnDate;
import org.plumbline.rulebook.Expression.Type;
import org.plumbline.rulebook.Expression.Value;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;
import org.plumbline.rulebook.Micros;

/**
 * Reads {@code pl:expression}: SPARQL expressions cut down to what is exact and repeatable. Jena parses; everything that is not
 * on the list is refused, since Jena's grammar also has EXISTS, NOW, RAND, doubles and Java functions.
 */
final class ExpressionReader {
    /** Namespace of the three date functions. */
    static final String FN = "https://w3id.org/plumbline/fn#";

    /** Whoever walks through an expression calls itself for each level. */
    private static final int DEEPEST = 64;

    private final FactIndex index;
    private final int kind;
    private int depth;

    ExpressionReader(FactIndex index, int kind) {
        this.index = index;
        this.kind = kind;
    }

    /** Reads {@code text}. */
    Expression read(String text) throws Operands.Refused {
        Expr expr = ExpressionSyntax.parse(text);
        if (expr == null) {
            throw new Operands.Refused("\"" + text + "\" is not a SPARQL expression, or is longer than "
                    + ExpressionSyntax.LONGEST + " characters. Mend its syntax.");
        }
        depth = 0;
        Expression expression = node(expr);
        if (Operands.divisions(expression) > 1) {
            throw new Operands.Refused(
                    "The expression holds more than one division, and only one can be kept exact in 64 bits. "
                            + "Derive one of the quotients as a fact of its own.");
        }
        return expression;
    }

    private Expression node(Expr expr) throws Operands.Refused {
        if (++depth > DEEPEST) {
            throw new Operands.Refused(
                    "The expression is nested deeper than " + DEEPEST + " levels. Derive a part of it.");
        }
        Expression expression = read(expr);
        depth--;
        return expression;
    }

    private Expression read(Expr expr) throws Operands.Refused {
        return switch (expr) {
            case ExprVar variable -> variable(variable.getVarName());
            case NodeValue value -> literal(value);
            case E_Function call -> call(call);
            case E_If choice -> choice(choice);
            case E_Coalesce coalesce -> coalesce(coalesce);
            case E_OneOf member -> {
                Expression a = node(member.getLHS());
                List<Expression> members = nodes(member.getRHS().getList());
                for (Expression one : members) {
                    Operands.same(a, one, "IN");
                }
                yield new Member(a, members);
            }
            case E_LogicalNot not -> new Negate(Operands.typed(node(not.getArg()), Type.BOOLEAN, "!"));
            case ExprFunction function -> function(function);
            default -> throw refused(expr.toString());
        };
    }

    private static Operands.Refused refused(String what) {
        return new Operands.Refused(
                what + " is not allowed in an expression, because it could differ from place to place or day to day. "
                        + "Allowed are + - * / comparisons && || ! IF IN COALESCE BOUND ABS CEIL FLOOR ROUND fn:monthsBegun fn:days "
                        + "fn:workingDays and ?onDate.");
    }

    private Expression variable(String name) throws Operands.Refused {
        if (name.equals("onDate")) {
            return new OnDate();
        }
        Fact fact = index.fact(name);
        if (fact == null) {
            throw new Operands.Refused("?" + name + " is not a fact of the vocabulary. Define it or correct the name."
                    + Terms.suggestion(name, index.names()));
        }
        if (fact.kind() != kind) {
            throw new Operands.Refused(
                    "?" + name + " belongs to another subject than the derived fact. Use facts of the same "
                            + "record, or an aggregate.");
        }
        return switch (fact.type()) {
            case BOOLEAN, INTEGER, DECIMAL, DATE -> new Value(fact);
            default ->
                throw new Operands.Refused(
                        "?" + name + " is no number, date or boolean, so that nothing can be computed from it. "
                                + "Check it in a shape instead.");
        };
    }

    private static Expression literal(NodeValue value) throws Operands.Refused {
        String text = value.asNode().getLiteralLexicalForm();
        if (value.isBoolean()) {
            return new Literal(Type.BOOLEAN, value.getBoolean() ? 1 : 0, 0);
        }
        if (value.isDate()) {
            try {
                return new Literal(Type.DATE, Dates.day(text), 0);
            } catch (DateTimeParseException e) {
                throw new Operands.Refused("\"" + text
                        + "\" is a date with a time zone or beyond four digits. Write \"2026-09-01\"^^xsd:date.");
            }
        }
        if (value.isInteger() || value.isDecimal()) {
            try {
                long micros = Micros.parse(text);
                int scale = 6;
                while (scale > 0 && micros % 10 == 0) {
                    micros /= 10;
                    scale--;
                }
                return new Literal(Type.NUMBER, micros, scale);
            } catch (NumberFormatException e) {
                throw new Operands.Refused(
                        e.getMessage() + ". Write a plain decimal below 10^12 with at most six decimals.");
            }
        }
        throw refused(text);
    }

    private Expression call(E_Function call) throws Operands.Refused {
        List<Expression> arguments = nodes(call.getArgs());
        String name =
                call.getFunctionIRI().startsWith(FN) ? call.getFunctionIRI().substring(FN.length()) : "";
        if (arguments.size() != 2) {
            throw refused(Terms.shorten(call.getFunctionIRI()));
        }
        Expression a = arguments.get(0);
        Expression b = arguments.get(1);
        Expression result = switch (name) {
            case "monthsBegun" -> new Binary(Operator.MONTHS_BEGUN, a, b);
            case "days" -> new Binary(Operator.DAYS, a, b);
            case "workingDays" -> new Binary(Operator.WORKING_DAYS, a, b);
            default -> throw refused(Terms.shorten(call.getFunctionIRI()));
        };
        Operands.typed(a, Type.DATE, "fn:" + name);
        Operands.typed(b, Type.DATE, "fn:" + name);
        return result;
    }

    private Expression choice(E_If choice) throws Operands.Refused {
        List<Expression> parts = nodes(choice.getArgs());
        Operands.typed(parts.get(0), Type.BOOLEAN, "IF");
        Operands.same(parts.get(1), parts.get(2), "IF");
        return new If(parts.get(0), parts.get(1), parts.get(2));
    }

    private Expression coalesce(E_Coalesce coalesce) throws Operands.Refused {
        List<Expression> parts = nodes(coalesce.getArgs());
        if (parts.isEmpty()) {
            throw refused("COALESCE of nothing");
        }
        for (Expression part : parts) {
            Operands.same(parts.getFirst(), Operands.whole(part, "COALESCE"), "COALESCE");
        }
        return new Coalesce(parts);
    }

    private static Expression binary(String sign, Expression a, Expression b) {
        return new Binary(Objects.requireNonNull(Operator.ofSign(sign)), a, b);
    }

    private Expression function(ExprFunction function) throws Operands.Refused {
        String symbol = function.getOpName() != null
                ? function.getOpName()
                : function.getFunctionSymbol().getSymbol();
        List<Expression> parts = nodes(function.getArgs());
        Expression a = parts.isEmpty() ? new OnDate() : parts.getFirst();
        Expression b = parts.size() < 2 ? a : parts.get(1);
        switch (symbol) {
            case "+", "-", "*" -> {
                if (parts.size() == 1) {
                    if (symbol.equals("-")) {
                        return new Binary(
                                Operator.SUBTRACT, new Literal(Type.NUMBER, 0, 0), Operands.number(a, symbol));
                    }
                    throw refused(symbol);
                }
                Operands.number(a, symbol);
                Operands.number(b, symbol);
                return binary(symbol, a, b);
            }
            case "/" -> {
                if (Operands.divides(a) || Operands.divides(b)) {
                    throw new Operands.Refused(
                            "A division inside a division cannot be kept exact in 64 bits. Multiply the divisors and "
                                    + "divide once.");
                }
                return new Binary(Operator.DIVIDE, Operands.number(a, symbol), Operands.number(b, symbol));
            }
            case ">=", ">", "<=", "<", "=", "!=" -> {
                Operands.same(a, b, symbol);
                return symbol.equals("!=") ? new Negate(new Binary(Operator.EQUAL, a, b)) : binary(symbol, a, b);
            }
            case "&&" -> {
                return new Binary(
                        Operator.AND, Operands.typed(a, Type.BOOLEAN, symbol), Operands.typed(b, Type.BOOLEAN, symbol));
            }
            case "||" -> {
                return new Binary(
                        Operator.OR, Operands.typed(a, Type.BOOLEAN, symbol), Operands.typed(b, Type.BOOLEAN, symbol));
            }
            case "bound" -> {
                if (a instanceof Value value) {
                    return new IsBound(value);
                }
                throw refused("BOUND of something that is no fact");
            }
            case "abs" -> {
                return new Absolute(Operands.typed(a, Type.NUMBER, "ABS"));
            }
            case "ceil" -> {
                return new Rounded(Rounded.Mode.CEIL, Operands.typed(a, Type.NUMBER, "CEIL"));
            }
            case "floor" -> {
                return new Rounded(Rounded.Mode.FLOOR, Operands.typed(a, Type.NUMBER, "FLOOR"));
            }
            case "round" -> {
                return new Rounded(Rounded.Mode.ROUND, Operands.typed(a, Type.NUMBER, "ROUND"));
            }
            default -> throw refused(symbol);
        }
    }

    private List<Expression> nodes(List<Expr> exprs) throws Operands.Refused {
        List<Expression> nodes = new java.util.ArrayList<>();
        for (Expr expr : exprs) {
            nodes.add(node(expr));
        }
        return List.copyOf(nodes);
    }
}
