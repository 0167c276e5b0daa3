package org.plumbline.standard;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.plumbline.rdf.PL;

/** Says which facts can be observed as none; a derived one can when an operand can that nothing catches. */
final class NoneAnalysis {
    private final Reading reading;
    private final FactBook book;
    private final Map<String, Boolean> known = new HashMap<>();

    NoneAnalysis(Reading reading, FactBook book) {
        this.reading = reading;
        this.book = book;
    }

    boolean mayBeNone(String name) {
        FactDefinition fact = book.facts().get(name);
        if (fact == null || !fact.derived()) {
            return fact != null && fact.mayBeNone();
        }
        Boolean before = known.get(name);
        if (before != null) {
            return before;
        }
        known.put(name, false);
        boolean result = derivedMayBeNone(fact.node());
        known.put(name, result);
        return result;
    }

    private boolean derivedMayBeNone(Node node) {
        String expression = reading.lexical(node, PL.term("expression"));
        if (expression == null) {
            return reading.has(node, PL.term("min")) || reading.has(node, PL.term("max"));
        }
        Expr parsed = ExpressionSyntax.parse(expression);
        return parsed != null && mayFail(parsed);
    }

    private boolean mayFail(Expr expr) {
        if (expr instanceof E_Bound) {
            return false;
        }
        if (expr instanceof E_Coalesce coalesce) {
            return coalesce.getArgs().stream().allMatch(this::mayFail);
        }
        if (expr instanceof ExprVar variable) {
            return mayBeNone(variable.getVarName());
        }
        return expr.isFunction() && expr.getFunction().getArgs().stream().anyMatch(this::mayFail);
    }
}
