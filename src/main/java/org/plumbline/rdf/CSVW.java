package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Tabular data on the web (W3C, namespace document of 2017): the terms in which mappings describe other people's tables. In RDF
 * the terms are {@code csvw:column} and {@code csvw:title}, where the JSON form says columns and titles.
 */
public final class CSVW {
    /** The namespace, prefix <code>csvw:</code>. */
    public static final String NS = "http://www.w3.org/ns/csvw#";

    public static final Node SCHEMA = term("Schema");
    public static final Node COLUMN = term("column");
    public static final Node COLUMN_CLASS = term("Column");
    public static final Node NAME = term("name");
    public static final Node TITLE = term("title");
    public static final Node PROPERTY_URL = term("propertyUrl");
    public static final Node SUPPRESS_OUTPUT = term("suppressOutput");
    public static final Node VIRTUAL = term("virtual");
    public static final Node REQUIRED = term("required");
    public static final Node NULL = term("null");
    public static final Node DEFAULT = term("default");
    public static final Node SEPARATOR = term("separator");
    public static final Node DATATYPE = term("datatype");
    public static final Node BASE = term("base");
    public static final Node FORMAT = term("format");

    private CSVW() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
