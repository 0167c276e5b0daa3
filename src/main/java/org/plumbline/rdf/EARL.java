package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** W3C EARL 1.0: the five outcomes, and the assertion that carries one. */
public final class EARL {
    /** The namespace, prefix <code>earl:</code>. */
    public static final String NS = "http://www.w3.org/ns/earl#";

    // The five outcomes
    public static final Node PASSED = term("passed");
    public static final Node FAILED = term("failed");
    public static final Node INAPPLICABLE = term("inapplicable");
    public static final Node UNTESTED = term("untested");
    public static final Node CANT_TELL = term("cantTell");

    // Assertions
    public static final Node ASSERTION = term("Assertion");
    public static final Node ASSERTED_BY = term("assertedBy");
    public static final Node SUBJECT = term("subject");
    public static final Node TEST = term("test");
    public static final Node RESULT = term("result");
    public static final Node TEST_RESULT = term("TestResult");
    public static final Node OUTCOME = term("outcome");
    public static final Node MODE = term("mode");
    public static final Node AUTOMATIC = term("automatic");
    public static final Node MANUAL = term("manual");
    public static final Node INFO = term("info");

    private EARL() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
