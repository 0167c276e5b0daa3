package org.plumbline.publication.graph;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.plumbline.indicator.Computation;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.indicator.Measure;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rdf.QB;
import org.plumbline.rdf.SKOS;
import org.plumbline.web.Text;

/**
 * The published figures of indicators as an RDF Data Cube beside that of the headline figures: one observation for each place, class
 * of sites and figure, with how many units it rests on and how many are missing. A figure that is held back or cannot be said has no
 * observation, so figures are a dimension here and not measures, which every cell of a cube would have to have.
 */
final class IndicatorGraph {
    private static final Node FIGURE = StatisticsGraph.dimension("figure");
    private static final Node VALUE = StatisticsGraph.dimension("value");
    private static final Node COUNTED = StatisticsGraph.dimension("counted");
    private static final Node MISSING = StatisticsGraph.dimension("missing");

    private final StatisticsGraph statistics;
    private final Graph graph;
    private final Node dataSet;
    /** The figures that are counted from the register, not from assessments. */
    private final Set<String> counted = new HashSet<>();

    private IndicatorGraph(StatisticsGraph statistics, Node dataSet) {
        this.statistics = statistics;
        this.graph = statistics.graph();
        this.dataSet = dataSet;
    }

    /**
     * Adds the figures to the graph of statistics, whose dimensions and collections they share.
     *
     * @param dataSet name of the data set of the headline figures
     * @param indicators the catalogue that says what the figures mean
     */
    static void add(
            StatisticsGraph statistics,
            Node dataSet,
            Text label,
            List<Indicator> indicators,
            List<IndicatorValue> values) {
        IndicatorGraph made = new IndicatorGraph(statistics, node(dataSet.getURI() + "/indicators"));
        made.structure(dataSet, label);
        indicators.stream()
                .flatMap(one -> one.measures().stream())
                .filter(measure -> measure.computation() instanceof Computation.Coverage)
                .forEach(measure -> made.counted.add(measure.id()));
        Set<String> used = values.stream().map(IndicatorValue::measure).collect(Collectors.toSet());
        indicators.forEach(one -> one.measures().stream()
                .filter(measure -> used.contains(measure.id()))
                .forEach(measure -> made.figure(one, measure)));
        values.forEach(made::observe);
    }

    private void structure(Node beside, Text label) {
        Node structure = node(StatisticsGraph.CUBE + "indicators");
        graph.add(dataSet, RDF.type.asNode(), QB.DATA_SET);
        BothLanguages.add(graph, dataSet, RDFS.label.asNode(), label);
        graph.add(dataSet, DCT.SOURCE, beside);
        graph.add(dataSet, QB.STRUCTURE, structure);
        graph.add(structure, RDF.type.asNode(), QB.STRUCTURE_DEFINITION);
        statistics.placing(structure);
        statistics.dimension(structure, FIGURE, PL.term("IndicatorFigure"), new Text("指标数值", "Figure"));
        component(structure, QB.MEASURE, VALUE, QB.MEASURE_PROPERTY, XSDDatatype.XSDdecimal, new Text("数值", "Value"));
        component(
                structure,
                QB.ATTRIBUTE,
                COUNTED,
                QB.ATTRIBUTE_PROPERTY,
                XSDDatatype.XSDinteger,
                new Text("计入数", "Units counted"));
        component(
                structure,
                QB.ATTRIBUTE,
                MISSING,
                QB.ATTRIBUTE_PROPERTY,
                XSDDatatype.XSDinteger,
                new Text("缺测数", "Units missing"));
    }

    private void component(Node structure, Node role, Node property, Node type, XSDDatatype range, Text label) {
        Node component = node(StatisticsGraph.CUBE + "component-" + property.getLocalName());
        graph.add(structure, QB.COMPONENT, component);
        graph.add(component, RDF.type.asNode(), QB.COMPONENT_SPECIFICATION);
        graph.add(component, role, property);
        graph.add(property, RDF.type.asNode(), type);
        graph.add(property, RDF.type.asNode(), RDF.Property.asNode());
        graph.add(property, RDFS.range.asNode(), node(range.getURI()));
        BothLanguages.add(graph, property, RDFS.label.asNode(), label);
    }

    /** A figure of the catalogue, with its formula and the indicator that it belongs to. */
    private void figure(Indicator one, Measure measure) {
        Node indicator = node(IndicatorBook.NS + one.notation());
        Node figure = node(IndicatorBook.NS + measure.id());
        graph.add(figure, RDF.type.asNode(), PL.term("IndicatorFigure"));
        BothLanguages.add(graph, figure, SKOS.PREF_LABEL, text(measure.name()));
        BothLanguages.add(graph, figure, PL.term("formula"), text(measure.formula()));
        graph.add(figure, DCT.IS_PART_OF, indicator);
        graph.add(indicator, RDF.type.asNode(), PL.term("Indicator"));
        BothLanguages.add(graph, indicator, SKOS.PREF_LABEL, text(one.name()));
        BothLanguages.add(graph, indicator, SKOS.DEFINITION, text(one.definition()));
        graph.add(indicator, SKOS.NOTATION, NodeFactory.createLiteralString(one.notation()));
    }

    private void observe(IndicatorValue found) {
        BigDecimal value = found.value();
        if (value == null) {
            return;
        }
        Node siteClass = StatisticsGraph.siteClass(found.siteClass());
        Node collection = statistics.collection(found.place(), siteClass);
        Node observation = node(collection.getURI() + "/" + found.measure());
        graph.add(observation, RDF.type.asNode(), QB.OBSERVATION);
        graph.add(observation, QB.IN_DATA_SET, dataSet);
        graph.add(observation, PROV.WAS_DERIVED_FROM, counted.contains(found.measure()) ? register() : collection);
        statistics.placed(observation, found.place(), siteClass);
        graph.add(observation, FIGURE, node(IndicatorBook.NS + found.measure()));
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        graph.add(observation, VALUE, StatisticsGraph.literal(plain.toPlainString(), XSDDatatype.XSDdecimal));
        graph.add(observation, COUNTED, StatisticsGraph.literal(found.counted(), XSDDatatype.XSDinteger));
        graph.add(observation, MISSING, StatisticsGraph.literal(found.missing(), XSDDatatype.XSDinteger));
    }

    /** The register as what a figure derives from: the collection of its places. */
    private Node register() {
        Node register = node(ThingGraphs.registerName(statistics.iris()));
        graph.add(register, RDF.type.asNode(), PROV.ENTITY);
        graph.add(register, RDF.type.asNode(), PROV.COLLECTION);
        return register;
    }

    private static Text text(org.plumbline.rulebook.Text text) {
        return new Text(text.zh(), text.en());
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
