package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** W3C SKOS: labels, notations, code lists. */
public final class SKOS {
    /** The namespace, prefix <code>skos:</code>. */
    public static final String NS = "http://www.w3.org/2004/02/skos/core#";

    public static final Node CONCEPT_SCHEME = term("ConceptScheme");
    public static final Node COLLECTION = term("Collection");
    public static final Node CONCEPT = term("Concept");
    public static final Node IN_SCHEME = term("inScheme");
    public static final Node PREF_LABEL = term("prefLabel");
    public static final Node ALT_LABEL = term("altLabel");
    public static final Node NOTATION = term("notation");
    public static final Node DEFINITION = term("definition");
    public static final Node EXACT_MATCH = term("exactMatch");
    public static final Node BROADER = term("broader");
    public static final Node TOP_CONCEPT_OF = term("topConceptOf");
    public static final Node HAS_TOP_CONCEPT = term("hasTopConcept");

    private SKOS() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
