package org.plumbline.rdf.store;

import java.util.IdentityHashMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's execution within the query's {@link Allowance}: rows that an operator keeps are counted, because ORDER BY over a cross
 * product fills the heap long before the time is over, and property paths can be ended.
 */
final class BoundedExecutor extends OpExecutorTDB2 {
    private static final Node HIDDEN = NodeFactory.createURI(LinkedStore.METADATA);

    private final IdentityHashMap<Op, Predicate<Binding>> kept = new IdentityHashMap<>();

    BoundedExecutor(ExecutionContext context) {
        super(context);
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        switch (op) {
            case OpOrder order -> kept.put(order.getSubOp(), KeptRows.all());
            case OpDistinct distinct -> kept.put(distinct.getSubOp(), KeptRows.distinct());
            case OpGroup group -> kept.put(group.getSubOp(), KeptRows.grouped(group, execCxt));
            case OpJoin join -> keepBoth(join);
            case OpLeftJoin join -> keepBoth(join);
            case OpMinus minus -> keepBoth(minus);
            default -> {}
        }
        QueryIterator rows = super.exec(op, input);
        Predicate<Binding> keeps = kept.get(op);
        return keeps == null ? rows : new Counted(rows, keeps, allowance());
    }

    /** Either side may be the one that the join keeps. */
    private void keepBoth(Op2 op) {
        kept.put(op.getLeft(), KeptRows.all());
        kept.put(op.getRight(), KeptRows.all());
    }

    private Allowance allowance() {
        return Allowance.of(execCxt.getContext());
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        PatientGraph graph = new PatientGraph(execCxt.getActiveGraph(), allowance(), HIDDEN);
        ExecutionContext patient = ExecutionContext.copyChangeActiveGraph(execCxt, graph);
        return new QueryIterPath(path.getTriplePath(), input, patient) {
            @Override
            protected QueryIterator nextStage(Binding start) {
                graph.restart();
                return super.nextStage(start);
            }
        };
    }

    private static final class Counted extends QueryIteratorWrapper {
        private final Predicate<Binding> keeps;
        private final Allowance allowance;

        Counted(QueryIterator rows, Predicate<Binding> keeps, Allowance allowance) {
            super(rows);
            this.keeps = keeps;
            this.allowance = allowance;
        }

        @Override
        protected Binding moveToNextBinding() {
            Binding row = super.moveToNextBinding();
            if (keeps.test(row)) {
                allowance.hold(row);
            }
            return row;
        }
    }
}
