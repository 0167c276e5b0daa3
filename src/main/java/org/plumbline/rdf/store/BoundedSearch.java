package org.plumbline.rdf.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/**
 * REGEX and REPLACE with the query's {@link Allowance}. Each first searches as Jena will, but so that it can be ended; Jena's own
 * evaluation follows, stays the only one that decides, and takes as long as the search did.
 */
final class BoundedSearch {
    private @Nullable Pattern pattern;
    private String source = "";

    /**
     * @param flags the function's flags, or null
     * @param growth most that each match adds for each character it has, 0 when one match is enough
     */
    private void search(
            NodeValue text, NodeValue expression, @Nullable NodeValue flags, Allowance allowance, long growth) {
        String subject = text.asString();
        Matcher matcher = compiled(expression, flags).matcher(new PatientText(subject, allowance));
        long length = subject.length();
        while (matcher.find() && growth > 0) {
            length += growth * (1 + matcher.end() - matcher.start());
            allowance.text(length);
        }
    }

    private Pattern compiled(NodeValue expression, @Nullable NodeValue flags) {
        String options = flags == null ? "" : flags.asString();
        String key = options + "/" + expression.asString();
        Pattern last = pattern;
        if (last == null || !key.equals(source)) {
            last = RegexEngine.makePattern("REGEX", expression.asString(), options);
            pattern = last;
            source = key;
        }
        return last;
    }

    private static @Nullable Expr optional(ExprList args, int index) {
        return args.size() > index ? args.get(index) : null;
    }

    private static @Nullable NodeValue optional(List<NodeValue> args, int index) {
        return args.size() > index ? args.get(index) : null;
    }

    static final class Regex extends E_Regex {
        private final BoundedSearch search = new BoundedSearch();

        Regex(Expr text, Expr pattern, @Nullable Expr flags) {
            super(text, pattern, flags);
        }

        @Override
        public NodeValue eval(List<NodeValue> args, FunctionEnv environment) {
            search.search(args.get(0), args.get(1), optional(args, 2), Allowance.of(environment), 0);
            return super.eval(args, environment);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Regex(args.get(0), args.get(1), optional(args, 2));
        }
    }

    static final class Replace extends E_StrReplace {
        private final BoundedSearch search = new BoundedSearch();

        Replace(Expr text, Expr pattern, Expr replacement, @Nullable Expr flags) {
            super(text, pattern, replacement, flags);
        }

        @Override
        public NodeValue eval(List<NodeValue> args, FunctionEnv environment) {
            long growth = args.get(2).asString().length();
            search.search(args.get(0), args.get(1), optional(args, 3), Allowance.of(environment), growth);
            return super.eval(args, environment);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Replace(args.get(0), args.get(1), args.get(2), optional(args, 3));
        }
    }
}
