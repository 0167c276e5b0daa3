package org.plumbline.rdf.store;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT with the query's {@link Allowance}. */
final class BoundedGroupConcat {
    private BoundedGroupConcat() {}

    static final class All extends AggGroupConcat {
        All(AggGroupConcat plain) {
            super(plain.getExprList().get(0), plain.getSeparator());
        }

        @Override
        public Accumulator createAccumulator() {
            return new BoundedText(super.createAccumulator(), getExprList().get(0));
        }

        @Override
        public Aggregator copy(ExprList args) {
            return new All(new AggGroupConcat(args.get(0), getSeparator()));
        }
    }

    static final class Distinct extends AggGroupConcatDistinct {
        Distinct(AggGroupConcatDistinct plain) {
            super(plain.getExprList().get(0), plain.getSeparator());
        }

        @Override
        public Accumulator createAccumulator() {
            return new BoundedText(super.createAccumulator(), getExprList().get(0));
        }

        @Override
        public Aggregator copy(ExprList args) {
            return new Distinct(new AggGroupConcatDistinct(args.get(0), getSeparator()));
        }
    }

    private static final class BoundedText implements Accumulator {
        private final Accumulator plain;
        private final Expr part;
        private long length;

        BoundedText(Accumulator plain, Expr part) {
            this.plain = plain;
            this.part = part;
        }

        @Override
        public void accumulate(Binding binding, FunctionEnv environment) {
            plain.accumulate(binding, environment);
            NodeValue value = ExprLib.evalOrNull(part, binding, environment);
            length += value == null ? 1 : 1 + value.asString().length();
            Allowance.of(environment).text(length);
        }

        @Override
        public NodeValue getValue() {
            return plain.getValue();
        }
    }
}
