package org.plumbline.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** W3C SHACL: the terms that the standard language allows, and those of a validation report. */
public final class SH {
    /** The namespace, prefix <code>sh:</code>. */
    public static final String NS = "http://www.w3.org/ns/shacl#";

    // Shapes
    public static final Node NODE_SHAPE = term("NodeShape");
    public static final Node PROPERTY_SHAPE = term("PropertyShape");
    public static final Node PROPERTY = term("property");
    public static final Node NODE = term("node");
    public static final Node AND = term("and");
    public static final Node OR = term("or");
    public static final Node NOT = term("not");
    public static final Node PATH = term("path");
    public static final Node TARGET_CLASS = term("targetClass");
    public static final Node TARGET_NODE = term("targetNode");
    public static final Node DEACTIVATED = term("deactivated");
    public static final Node NAME = term("name");
    public static final Node MESSAGE = term("message");
    public static final Node SEVERITY = term("severity");

    // Constraints
    public static final Node MIN_COUNT = term("minCount");
    public static final Node MAX_COUNT = term("maxCount");
    public static final Node HAS_VALUE = term("hasValue");
    public static final Node IN = term("in");
    public static final Node MIN_INCLUSIVE = term("minInclusive");
    public static final Node MAX_INCLUSIVE = term("maxInclusive");
    public static final Node MIN_EXCLUSIVE = term("minExclusive");
    public static final Node MAX_EXCLUSIVE = term("maxExclusive");
    public static final Node PATTERN = term("pattern");
    public static final Node FLAGS = term("flags");
    public static final Node LESS_THAN = term("lessThan");
    public static final Node LESS_THAN_OR_EQUALS = term("lessThanOrEquals");
    public static final Node QUALIFIED_VALUE_SHAPE = term("qualifiedValueShape");
    public static final Node QUALIFIED_MIN_COUNT = term("qualifiedMinCount");
    public static final Node QUALIFIED_MAX_COUNT = term("qualifiedMaxCount");
    public static final Node DATATYPE = term("datatype");
    public static final Node NODE_KIND = term("nodeKind");

    // Reports
    public static final Node VALIDATION_REPORT = term("ValidationReport");
    public static final Node VALIDATION_RESULT = term("ValidationResult");
    public static final Node CONFORMS = term("conforms");
    public static final Node RESULT = term("result");
    public static final Node FOCUS_NODE = term("focusNode");
    public static final Node RESULT_PATH = term("resultPath");
    public static final Node RESULT_MESSAGE = term("resultMessage");
    public static final Node RESULT_SEVERITY = term("resultSeverity");
    public static final Node SOURCE_SHAPE = term("sourceShape");
    public static final Node VALUE = term("value");
    public static final Node VIOLATION = term("Violation");
    public static final Node WARNING = term("Warning");
    public static final Node INFO = term("Info");

    private SH() {}

    /** The term of this vocabulary with a local name. */
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
