package org.plumbline.rdf.sparql;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/** Which RDF terms a visitor's query may name. */
final class TermRules {
    /** Names with a meaning inside Jena: its internal graphs, its magic predicates and functions, Java classes, composite literals. */
    private static final List<String> RESERVED = List.of(
            "urn:x-arq:",
            "java:",
            "http://jena.apache.org/",
            "http://jena.hpl.hp.com/",
            "http://www.hpl.hp.com/jena/",
            "tag:jena.apache.org",
            "http://w3id.org/awslabs/neptune/SPARQL-CDTs/");

    private final String hiddenGraph;

    TermRules(String hiddenGraph) {
        this.hiddenGraph = hiddenGraph;
    }

    /** @throws RefusedQuery when the triple has a term that is not allowed */
    void check(Triple triple) {
        check(triple.getSubject());
        check(triple.getPredicate());
        check(triple.getObject());
    }

    /** @throws RefusedQuery unless the term is a variable, a blank node, or an IRI or literal without reserved names */
    void check(Node node) {
        if (Var.isVar(node) || node.isBlank()) {
            return;
        }
        if (node.isURI()) {
            checkIri(node.getURI());
        } else if (node.isLiteral()) {
            checkIri(node.getLiteralDatatypeURI());
        } else {
            throw new RefusedQuery("A triple term is not SPARQL 1.1", "Query the reified statement's own properties.");
        }
    }

    /** @throws RefusedQuery when the IRI is reserved */
    void checkIri(String iri) {
        if (iri.equals(hiddenGraph)) {
            throw new RefusedQuery(
                    "The graph <" + iri + "> is not public", "List public graphs with SELECT ?g { GRAPH ?g {} }.");
        }
        for (String reserved : RESERVED) {
            if (iri.startsWith(reserved)) {
                throw new RefusedQuery(
                        "The name <" + iri + "> asks for an extension of the query engine",
                        "Use SPARQL 1.1 as it is written in the recommendation.");
            }
        }
    }
}
