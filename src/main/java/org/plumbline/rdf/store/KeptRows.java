package org.plumbline.rdf.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** Which of the rows that reach an operator stay in its memory. */
final class KeptRows {
    private KeptRows() {}

    /** Sorting and joining keep each row. */
    static Predicate<Binding> all() {
        return _ -> true;
    }

    /** Removing duplicates keeps the first of equal rows. */
    static Predicate<Binding> distinct() {
        return firstOf(Binding::hashCode);
    }

    /** Grouping keeps one row for each group, and for each value that an aggregate with DISTINCT has met. */
    static Predicate<Binding> grouped(OpGroup group, FunctionEnv environment) {
        List<Function<Binding, @Nullable Object>> parts = new ArrayList<>();
        for (Var variable : group.getGroupVars().getVars()) {
            parts.add(row -> group.getGroupVars().get(variable, row, environment));
        }
        for (ExprAggregator aggregate : group.getAggregators()) {
            if (isDistinct(aggregate.getAggregator())) {
                parts.add(value(aggregate.getAggregator().getExprList(), environment));
            }
        }
        return firstOf(
                row -> parts.stream().mapToInt(part -> hash(part.apply(row))).reduce(1, (h, x) -> 31 * h + x));
    }

    private static boolean isDistinct(Aggregator aggregate) {
        return !(aggregate instanceof AggregatorBase base) || base.key().contains("distinct");
    }

    private static Function<Binding, @Nullable Object> value(@Nullable ExprList arguments, FunctionEnv environment) {
        if (arguments == null || arguments.isEmpty()) {
            return row -> row;
        }
        Expr argument = arguments.get(0);
        return row -> {
            var value = ExprLib.evalOrNull(argument, row, environment);
            return value == null ? null : value.asNode();
        };
    }

    private static int hash(@Nullable Object part) {
        return part == null ? 0 : part.hashCode();
    }

    /** By hash alone: two keys of one hash count once, which is one row in some thousands too few. */
    private static Predicate<Binding> firstOf(ToIntFunction<Binding> hash) {
        Set<Integer> seen = new HashSet<>();
        return row -> seen.add(hash.applyAsInt(row));
    }
}
