package org.plumbline.rdf.store;

import org.apache.jena.graph.Node;

/** IRIs that can be written between angle brackets. Jena's graphs take any text for an IRI, and its writers write it. */
final class IriCheck {
    private static final String NEVER = "<>\"{}|^`\\";

    private IriCheck() {}

    /** @throws IllegalArgumentException when the term is an IRI with a character that no IRI may have */
    static void check(Node term) {
        if (term.isURI()) {
            check(term.getURI());
        } else if (term.isLiteral()) {
            check(term.getLiteralDatatypeURI());
        }
    }

    /** @throws IllegalArgumentException when the IRI has a character that no IRI may have (RFC 3987, section 2.2) */
    static void check(String iri) {
        if (iri.isEmpty() || iri.chars().anyMatch(c -> c <= ' ' || NEVER.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("Not an IRI, so it cannot be stored: <" + iri + ">");
        }
    }
}
