package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Core Criterion and Core Evidence Vocabulary: what a standard asks, and the notions it asks about. */
public final class CCCEV {
    /** The namespace, prefix <code>cccev:</code>. */
    public static final String NS = "http://data.europa.eu/m8g/";

    public static final Node REQUIREMENT = term("Requirement");
    public static final Node CRITERION = term("Criterion");
    public static final Node INFORMATION_CONCEPT = term("InformationConcept");
    public static final Node EVIDENCE = term("Evidence");
    public static final Node HAS_CONCEPT = term("hasConcept");

    private CCCEV() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
