package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Dublin Core terms: what any document says of itself. */
public final class DCT {
    /** The namespace, prefix <code>dcterms:</code>. */
    public static final String NS = "http://purl.org/dc/terms/";

    public static final Node TITLE = term("title");
    public static final Node DESCRIPTION = term("description");
    public static final Node IDENTIFIER = term("identifier");
    public static final Node ISSUED = term("issued");
    public static final Node SOURCE = term("source");
    public static final Node PUBLISHER = term("publisher");
    public static final Node SUBJECT = term("subject");
    public static final Node ABSTRACT = term("abstract");
    public static final Node CREATED = term("created");
    public static final Node MODIFIED = term("modified");
    public static final Node IS_PART_OF = term("isPartOf");
    public static final Node LANGUAGE = term("language");
    public static final Node REPLACES = term("replaces");
    public static final Node IS_REPLACED_BY = term("isReplacedBy");
    public static final Node LICENSE = term("license");

    private DCT() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
