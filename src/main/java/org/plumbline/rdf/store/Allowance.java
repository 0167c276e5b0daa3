package org.plumbline.rdf.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What one running query has left of its {@link QueryLimits}. It travels in the query's context. */
final class Allowance {
    private static final Symbol KEY = Symbol.create("https://plumbline.org/allowance");
    /** A row and its place in a table, without the texts in it; from a heap histogram of a sort. */
    private static final long ROW_BYTES = 120;

    private static final long TERM_BYTES = 80;

    private final QueryLimits limits;
    private final AtomicBoolean cancelled;
    private long held;

    Allowance(QueryLimits limits, AtomicBoolean cancelled) {
        this.limits = limits;
        this.cancelled = cancelled;
    }

    void putInto(Context context) {
        context.set(KEY, this);
    }

    static Allowance of(FunctionEnv environment) {
        return of(environment.getContext());
    }

    static Allowance of(Context context) {
        Allowance allowance = context.get(KEY);
        if (allowance == null) {
            throw new IllegalStateException("a bounded query runs without its allowance");
        }
        return allowance;
    }

    /** @throws StoppedQuery when a text (characters) or number (bits) of this size may not be built */
    void text(long size) {
        if (size > limits.textLength()) {
            throw new StoppedQuery(
                    StoppedQuery.Limit.TEXT,
                    "The query builds a text or number larger than " + limits.textLength()
                            + " characters. Build smaller ones.");
        }
    }

    /** Counts a row that will be kept in memory until the query ends. */
    void hold(Binding row) {
        held += ROW_BYTES;
        row.forEach((_, term) -> held +=
                term.isLiteral() ? TERM_BYTES + term.getLiteralLexicalForm().length() : TERM_BYTES);
        if (held > limits.heldBytes()) {
            throw tooMuch();
        }
    }

    /** @throws StoppedQuery when a path has met more triples on one walk than may be kept */
    void walk(long triples) {
        if (held + triples * TERM_BYTES > limits.heldBytes()) {
            throw tooMuch();
        }
    }

    private StoppedQuery tooMuch() {
        return new StoppedQuery(
                StoppedQuery.Limit.MEMORY,
                "The query sorts, groups, joins, compares or walks over more than we keep in memory at once ("
                        + limits.heldBytes() / 1_000_000 + " MB). Narrow it, or load a dump into a store of your own.");
    }

    /** @throws QueryCancelledException when the time is over: for work that Jena cannot look into */
    void time() {
        if (cancelled.get()) {
            throw new QueryCancelledException();
        }
    }
}
