package org.plumbline.rdf.sparql;

import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Which expressions a visitor's query may use: SPARQL 1.1's own operators, functions and aggregates (section 17), XSD casts. */
final class ExpressionRules {
    /** What the rules need from who looks at patterns: EXISTS holds a pattern. */
    @FunctionalInterface
    interface Patterns {
        void check(Element pattern);
    }

    private final TermRules terms;
    private final Weight weight;
    private final Patterns patterns;

    ExpressionRules(TermRules terms, Weight weight, Patterns patterns) {
        this.terms = terms;
        this.weight = weight;
        this.patterns = patterns;
    }

    /** @throws RefusedQuery when the expression, or one inside it, is not allowed */
    void check(Expr expression) {
        weight.of(() -> checkOne(expression));
    }

    private void checkOne(Expr expression) {
        switch (expression) {
            case ExprVar _, ExprNone _ -> {}
            case NodeValue constant -> terms.check(constant.asNode());
            case ExprAggregator aggregate -> check(aggregate.getAggregator());
            case E_Exists exists -> patterns.check(exists.getElement());
            case E_NotExists exists -> patterns.check(exists.getElement());
            case E_Function call -> checkCall(call);
            case ExprFunction function
            when SparqlFunctions.FUNCTIONS.contains(function.getClass()) ->
                function.getArgs().forEach(this::checkOptional);
            default ->
                throw new RefusedQuery(
                        "The expression " + name(expression) + " is not SPARQL 1.1",
                        "Use a function of SPARQL 1.1, section 17.4.");
        }
    }

    /** Functions with optional arguments list the missing ones as null, or not at all. */
    private void checkOptional(@Nullable Expr argument) {
        if (argument != null) {
            check(argument);
        }
    }

    private void checkCall(E_Function call) {
        if (!SparqlFunctions.CASTS.contains(call.getFunctionIRI())) {
            throw new RefusedQuery(
                    "The function <" + call.getFunctionIRI() + "> is not known here",
                    "Use a function of SPARQL 1.1 or one of the casts " + casts() + ".");
        }
        call.getArgs().forEach(this::check);
    }

    private void check(Aggregator aggregate) {
        if (!SparqlFunctions.AGGREGATES.contains(aggregate.getClass())) {
            throw new RefusedQuery(
                    "The aggregate " + aggregate.getName() + " is not SPARQL 1.1",
                    "Use COUNT, SUM, MIN, MAX, AVG, SAMPLE or GROUP_CONCAT.");
        }
        ExprList arguments = aggregate.getExprList();
        if (arguments != null) {
            arguments.forEach(this::check);
        }
    }

    private static String name(Expr expression) {
        return expression instanceof ExprFunction function
                ? function.getFunctionSymbol().getSymbol()
                : expression.getClass().getSimpleName();
    }

    private static String casts() {
        return SparqlFunctions.CASTS.stream()
                .map(cast -> "xsd:" + cast.substring(XSD.NS.length()))
                .sorted()
                .toList()
                .toString();
    }
}
