package org.plumbline.rdf.store;

/** An allowed query that was ended before it was done. The message is for the visitor: which limit, and what to do. */
public final class StoppedQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which limit ended the query. */
    public enum Limit {
        /** It ran longer than {@link QueryLimits#time()}. */
        TIME,
        /** It had to keep more than {@link QueryLimits#heldBytes()} in memory at once. */
        MEMORY,
        /** Its answer has more rows or triples than {@link QueryLimits#rows()}. */
        ROWS,
        /** Its answer is larger than {@link QueryLimits#bytes()}. */
        BYTES,
        /** It built one text or number larger than {@link QueryLimits#textLength()}. */
        TEXT,
        /** As many queries as we allow were running already. */
        BUSY
    }

    private final Limit limit;

    /** @param message what was exceeded by how much is allowed, and what to do, as whole sentences */
    public StoppedQuery(Limit limit, String message) {
        super(message);
        this.limit = limit;
    }

    static StoppedQuery outOfTime(QueryLimits limits) {
        return new StoppedQuery(
                Limit.TIME,
                "The query was not done after " + limits.time().toSeconds()
                        + " s. Narrow its patterns, add LIMIT, or load a dump into a store of your own.");
    }

    /** The limit that ended the query. */
    public Limit limit() {
        return limit;
    }
}
