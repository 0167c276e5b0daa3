package org.plumbline.rulebook.json;

import static org.plumbline.rulebook.json.ConditionCode.list;
import static org.plumbline.rulebook.json.ConditionCode.number;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Arithmetic.Absolute;
import org.plumbline.rulebook.Arithmetic.Rounded;
import org.plumbline.rulebook.Binary;
import org.plumbline.rulebook.Expression;
import org.plumbline.rulebook.Expression.Coalesce;
import org.plumbline.rulebook.Expression.Literal;
import org.plumbline.rulebook.Expression.OnDate;
import org.plumbline.rulebook.Expression.Type;
import org.plumbline.rulebook.Expression.Value;
import org.plumbline.rulebook.Logic.If;
import org.plumbline.rulebook.Logic.IsBound;
import org.plumbline.rulebook.Logic.Member;
import org.plumbline.rulebook.Logic.Negate;

/** Expressions as JSON arrays that begin with the operator. */
final class ExpressionCode {
    private final ConditionCode conditions;

    ExpressionCode(ConditionCode conditions) {
        this.conditions = conditions;
    }

    Object write(Expression expression) {
        return switch (expression) {
            case Literal literal ->
                list(
                        "literal",
                        literal.type().name(),
                        Json.Number.of(literal.number()),
                        Json.Number.of(literal.scale()));
            case Value value -> list("fact", conditions.index(value.fact()));
            case OnDate date -> list("onDate");
            case Binary binary -> operands(binary.operator().sign(), binary);
            case Absolute absolute -> operands("abs", absolute);
            case Rounded rounded -> operands(rounded.mode().name(), rounded);
            case Negate negate -> operands("!", negate);
            case If choice -> operands("if", choice);
            case Member member -> operands("in", member);
            case IsBound bound -> operands("bound", bound);
            case Coalesce coalesce -> operands("coalesce", coalesce);
        };
    }

    private Object operands(String operator, Expression expression) {
        List<@Nullable Object> list = new ArrayList<>(List.of(operator));
        expression.operands().forEach(operand -> list.add(write(operand)));
        return list;
    }

    Expression read(@Nullable Object code) {
        if (!(code instanceof List<?> list) || list.isEmpty()) {
            throw new Json.Malformed("An expression was expected, not " + Json.write(code) + ".");
        }
        String operator = String.valueOf(list.getFirst());
        switch (operator) {
            case "literal" -> {
                return new Literal(
                        Type.valueOf(String.valueOf(list.get(1))), number(list.get(2)), (int) number(list.get(3)));
            }
            case "fact" -> {
                return new Value(conditions.fact(list.get(1)));
            }
            default -> {
                List<Expression> parts = new ArrayList<>();
                for (int i = 1; i < list.size(); i++) {
                    parts.add(read(list.get(i)));
                }
                return operation(operator, parts);
            }
        }
    }

    private static Expression operation(String operator, List<Expression> parts) {
        Expression a = parts.isEmpty() ? new OnDate() : parts.get(0);
        Expression b = parts.size() < 2 ? a : parts.get(1);
        return switch (operator) {
            case "onDate" -> new OnDate();
            case "abs" -> new Absolute(a);
            case "CEIL", "FLOOR", "ROUND" -> new Rounded(Rounded.Mode.valueOf(operator), a);
            case "!" -> new Negate(a);
            case "if" -> new If(a, b, parts.get(2));
            case "in" -> new Member(a, List.copyOf(parts.subList(1, parts.size())));
            case "bound" -> new IsBound((Value) a);
            case "coalesce" -> new Coalesce(List.copyOf(parts));
            default -> new Binary(binary(operator), a, b);
        };
    }

    private static Binary.Operator binary(String sign) {
        Binary.Operator operator = Binary.Operator.ofSign(sign);
        if (operator == null) {
            throw new Json.Malformed("Unknown operator \"" + sign + "\".");
        }
        return operator;
    }
}
