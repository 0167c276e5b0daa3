package org.plumbline.publication.graph;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Literals;
import org.plumbline.standard.FactDefinition;

/** Published facts as statements of the site or place that they are about. */
public final class FactTriples {
    private static final String CODE = "https://w3id.org/plumbline/code/";

    private FactTriples() {}

    /**
     * States a fact of a site or place, as far as it is a plain value: details of rooms stand in the data file.
     *
     * @param fact its definition; null, and nothing is stated, when the vocabulary no longer has it
     * @param entry the fact in its published JSON
     */
    public static void add(Graph graph, Node about, @Nullable FactDefinition fact, Map<?, ?> entry) {
        if (fact != null) {
            add(graph, about, fact.node(), fact, entry);
        }
    }

    /** States the value of a fact by another property, as for something that was observed once. */
    public static void add(Graph graph, Node about, Node property, FactDefinition fact, Map<?, ?> entry) {
        Object value = entry.get("value");
        if (value == null) {
            return;
        }
        switch (fact.type()) {
            case BOOLEAN -> graph.add(about, property, literal(value, XSDDatatype.XSDboolean));
            case INTEGER -> graph.add(about, property, literal(value, XSDDatatype.XSDinteger));
            case DECIMAL -> graph.add(about, property, literal(value, XSDDatatype.XSDdecimal));
            case DATE -> graph.add(about, property, literal(value, XSDDatatype.XSDdate));
            case TEXT -> graph.add(about, property, NodeFactory.createLiteralString(value.toString()));
            case CODE, CODES -> {
                for (Object code : value instanceof List<?> codes ? codes : List.of(value)) {
                    if (fact.codes() != null) {
                        graph.add(
                                about,
                                property,
                                NodeFactory.createURI(CODE + fact.codes().name() + "/" + code));
                    }
                }
            }
            case RECORDS -> {}
        }
    }

    private static Node literal(Object value, XSDDatatype type) {
        return Literals.canonical(NodeFactory.createLiteralDT(value.toString(), type));
    }
}
