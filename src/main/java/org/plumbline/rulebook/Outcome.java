package org.plumbline.rulebook;

/** The five outcomes of W3C EARL 1.0, in its spelling. */
public enum Outcome {
    PASSED("passed"),
    FAILED("failed"),
    INAPPLICABLE("inapplicable"),
    UNTESTED("untested"),
    CANT_TELL("cantTell");

    private final String term;

    Outcome(String term) {
        this.term = term;
    }

    /** The EARL local name, as in {@code earl:passed}. */
    public String term() {
        return term;
    }

    /** True for untested and cantTell: more facts could still decide the clause. */
    public boolean open() {
        return this == UNTESTED || this == CANT_TELL;
    }

    /**
     * The outcome of an EARL local name.
     *
     * @throws IllegalArgumentException when EARL has no such outcome
     */
    public static Outcome ofTerm(String term) {
        for (Outcome outcome : values()) {
            if (outcome.term.equals(term)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("not an EARL outcome: " + term);
    }
}
