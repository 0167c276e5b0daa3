package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The shared fact vocabulary. Facts themselves are data (<code>standards/facts</code>); here stand only the kinds of place and the classes of site. */
public final class F {
    /** The namespace, prefix <code>f:</code>. */
    public static final String NS = "https://w3id.org/plumbline/facts#";

    // Kinds of place
    public static final Node PROVINCE = term("Province");
    public static final Node CITY = term("City");
    public static final Node DISTRICT = term("District");
    public static final Node STREET = term("Street");
    public static final Node COMMITTEE = term("Committee");
    public static final Node AREA = term("Area");
    public static final Node GRID = term("Grid");

    // Classes of site: residential committee station, village committee station, area centre, street centre
    public static final Node RS = term("RS");
    public static final Node VS = term("VS");
    public static final Node AC = term("AC");
    public static final Node TC = term("TC");

    private F() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
