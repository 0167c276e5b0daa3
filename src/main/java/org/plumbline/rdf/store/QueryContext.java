package org.plumbline.rdf.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.plumbline.rdf.sparql.SparqlFunctions;

/** The settings under which a visitor's query runs in this process: no extension of Jena answers, even if the guard had a hole. */
final class QueryContext {
    private static final FunctionRegistry CASTS = casts();
    private static final RewriteFactory BOUNDED = context -> op -> Optimize.stdOptimizationFactory
            .create(context)
            .rewrite(Transformer.transform(new TransformCopy(), new BoundedFunctions(), op));
    private static final OpExecutorFactory COUNTED = BoundedExecutor::new;

    private QueryContext() {}

    /** Fills the context of one query. */
    static void prepare(Context context, QueryLimits limits) {
        AtomicBoolean cancelled = Context.getOrSetCancelSignal(context);
        new Allowance(limits, cancelled).putInto(context);
        context.setFalse(ARQ.enablePropertyFunctions);
        context.setFalse(ARQ.httpServiceAllowed);
        context.set(ARQConstants.registryFunctions, CASTS);
        context.set(ARQConstants.registryPropertyFunctions, new PropertyFunctionRegistry());
        context.set(ARQConstants.registryServiceExecutors, new ServiceExecutorRegistry());
        context.set(ARQConstants.sysOptimizerFactory, BOUNDED);
        context.set(ARQConstants.sysOpExecutorFactory, COUNTED);
        // Folding evaluates functions while planning, outside the allowance.
        context.setFalse(ARQ.optExprConstantFolding);
    }

    private static FunctionRegistry casts() {
        FunctionRegistry all = FunctionRegistry.get();
        FunctionRegistry casts = new FunctionRegistry();
        SparqlFunctions.CASTS.forEach(iri -> casts.put(iri, all.getFunctionFactory(iri)));
        return casts;
    }
}
