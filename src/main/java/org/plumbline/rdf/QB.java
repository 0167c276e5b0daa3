package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** W3C RDF Data Cube: figures with what they are figures of. */
public final class QB {
    /** The namespace, prefix <code>qb:</code>. */
    public static final String NS = "http://purl.org/linked-data/cube#";

    public static final Node DATA_SET = term("DataSet");
    public static final Node STRUCTURE_DEFINITION = term("DataStructureDefinition");
    public static final Node COMPONENT_SPECIFICATION = term("ComponentSpecification");
    public static final Node DIMENSION_PROPERTY = term("DimensionProperty");
    public static final Node MEASURE_PROPERTY = term("MeasureProperty");
    public static final Node OBSERVATION = term("Observation");
    public static final Node STRUCTURE = term("structure");
    public static final Node COMPONENT = term("component");
    public static final Node DIMENSION = term("dimension");
    public static final Node MEASURE = term("measure");
    public static final Node MEASURE_TYPE = term("measureType");
    public static final Node IN_DATA_SET = term("dataSet");

    public static final Node ATTRIBUTE = term("attribute");
    public static final Node ATTRIBUTE_PROPERTY = term("AttributeProperty");

    private QB() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
