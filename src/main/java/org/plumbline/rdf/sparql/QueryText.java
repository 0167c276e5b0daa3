package org.plumbline.rdf.sparql;

/**
 * What can be said of a query's text before it is parsed. Jena's parser calls itself for each bracket, so the depth has to be
 * known beforehand.
 */
final class QueryText {
    static final int MAX_LENGTH = 20_000;
    static final int MAX_DEPTH = 32;

    private QueryText() {}

    /** @throws RefusedQuery when the text is too long, empty, or its brackets go too deep */
    static void check(String text) {
        if (text.isBlank()) {
            throw new RefusedQuery("The query is empty", "Send a SPARQL 1.1 query in the parameter 'query'.");
        }
        if (text.length() > MAX_LENGTH) {
            throw new RefusedQuery(
                    "The query has " + text.length() + " characters, " + MAX_LENGTH + " are allowed",
                    "Shorten it, or load a dump into a store of your own.");
        }
        if (depth(text) > MAX_DEPTH) {
            throw new RefusedQuery(
                    "The query's brackets go deeper than " + MAX_DEPTH + " levels",
                    "Write it with fewer nested groups.");
        }
    }

    /**
     * The deepest level of any brackets. Brackets in texts, IRIs and comments count too: a query has to be odd to suffer from
     * that, and a scanner that disagrees with the parser about where a text ends could be led past the limit.
     */
    static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return deepest;
    }
}
