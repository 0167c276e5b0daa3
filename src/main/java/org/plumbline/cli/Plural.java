package org.plumbline.cli;

/** Counted English nouns. */
final class Plural {
    private Plural() {}

    /** {@code 1 clause}, {@code 2 clauses}; for nouns that take an s. */
    static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
