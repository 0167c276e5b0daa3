package org.plumbline.rdf.sparql;

/** A visitor's query that is not run, because of what it says. The message is for the visitor: what is not allowed, and what to do. */
public final class RefusedQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what names the thing that is not allowed, without a full stop
     * @param instead what the visitor can do, a whole sentence
     */
    public RefusedQuery(String what, String instead) {
        super(what + ". " + instead);
    }
}
