package org.plumbline.rdf.sparql;

/** Counts what the guard has looked at, so that neither its own recursion nor the engine's later ones can go too far. */
final class Weight {
    static final int MAX_PARTS = 2_000;
    static final int MAX_DEPTH = 128;

    private int parts;
    private int depth;

    /** Looks at one part and at what is in it. */
    void of(Runnable part) {
        if (++parts > MAX_PARTS) {
            throw new RefusedQuery(
                    "The query has more than " + MAX_PARTS + " parts (patterns, terms and operators)",
                    "Split it, or name many values in one VALUES block.");
        }
        if (++depth > MAX_DEPTH) {
            throw new RefusedQuery(
                    "The query's expressions or paths go deeper than " + MAX_DEPTH + " levels",
                    "Use IN (…) or VALUES for long alternatives.");
        }
        part.run();
        depth--;
    }
}
