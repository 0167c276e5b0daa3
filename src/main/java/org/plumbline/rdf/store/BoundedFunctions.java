package org.plumbline.rdf.store;

import java.util.List;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/**
 * SPARQL 1.1 functions whose single call can take any time or memory, each with the query's {@link Allowance}. Jena looks at
 * its cancel signal between rows only, so a doubled text, a squared number or a patterned search would outlive every timeout.
 */
final class BoundedFunctions extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        return switch (function) {
            case E_StrConcat _ -> new Concat(args);
            case E_Regex _ -> new BoundedSearch.Regex(args.get(0), args.get(1), argument(args, 2));
            case E_StrReplace _ -> new BoundedSearch.Replace(args.get(0), args.get(1), args.get(2), argument(args, 3));
            default -> super.transform(function, args);
        };
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return function instanceof E_Multiply ? new Multiply(left, right) : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprAggregator aggregate) {
        Expr copy = super.transform(aggregate);
        if (!(copy instanceof ExprAggregator plain)) {
            return copy;
        }
        return switch (plain.getAggregator()) {
            case AggGroupConcat concat -> new ExprAggregator(plain.getVar(), new BoundedGroupConcat.All(concat));
            case AggGroupConcatDistinct concat ->
                new ExprAggregator(plain.getVar(), new BoundedGroupConcat.Distinct(concat));
            default -> plain;
        };
    }

    private static @Nullable Expr argument(ExprList args, int index) {
        return args.size() > index ? args.get(index) : null;
    }

    private static final class Concat extends E_StrConcat {
        Concat(ExprList args) {
            super(args);
        }

        @Override
        public NodeValue eval(List<NodeValue> args, FunctionEnv environment) {
            Allowance.of(environment)
                    .text(args.stream()
                            .mapToLong(arg -> arg.asString().length())
                            .sum());
            return super.eval(args, environment);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Concat(args);
        }
    }

    /** Numbers grow by their lengths only when multiplied. */
    private static final class Multiply extends E_Multiply {
        Multiply(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue x, NodeValue y, FunctionEnv environment) {
            Allowance.of(environment).text(bits(x) + bits(y));
            return super.eval(x, y, environment);
        }

        private static long bits(NodeValue value) {
            if (value.isInteger()) {
                return value.getInteger().bitLength();
            }
            return value.isDecimal() ? value.getDecimal().unscaledValue().bitLength() : 0;
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Multiply(left, right);
        }
    }
}
