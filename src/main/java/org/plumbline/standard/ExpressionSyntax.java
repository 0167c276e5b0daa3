package org.plumbline.standard;

import java.util.TreeSet;
import org.apache.jena.query.QueryException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.util.ExprUtils;
import org.jspecify.annotations.Nullable;

/** The syntax of expressions, which is SPARQL's. */
final class ExpressionSyntax {
    /** In characters; whoever walks through an expression calls itself for each level. */
    static final int LONGEST = 2_000;

    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("fn", ExpressionReader.FN)
            .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
            .lock();

    private ExpressionSyntax() {}

    /** The parsed expression, or null when it is not SPARQL or far too long. */
    static @Nullable Expr parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return ExprUtils.parse(text, PREFIXES);
        } catch (QueryException | StackOverflowError e) {
            return null;
        }
    }

    /** The names of the facts that an expression mentions. */
    static TreeSet<String> variables(String text) {
        TreeSet<String> names = new TreeSet<>();
        Expr expr = parse(text);
        if (expr != null) {
            expr.getVarsMentioned().forEach(variable -> names.add(variable.getVarName()));
            names.remove("onDate");
        }
        return names;
    }
}
