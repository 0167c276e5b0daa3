package org.plumbline.publication.graph;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.plumbline.assessment.AssessmentGraph;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.ResultTable.HeldSite;
import org.plumbline.publication.snapshot.SummaryTable;
import org.plumbline.publication.snapshot.SummaryTable.Summary;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.rdf.PROV;
import org.plumbline.rdf.QB;
import org.plumbline.standard.Edition;
import org.plumbline.web.Text;

/**
 * The published figures of places as an RDF Data Cube: one observation for each place, class of sites and measure, as of the date of the
 * publication, held against one edition, and the collection of assessments that it sums. A figure that does not exist, such as the mean score of a place without any, has no observation.
 */
public final class StatisticsGraph {
    /** The namespace of the statistics' own dimensions and measures. */
    public static final String CUBE = "https://w3id.org/plumbline/cube#";

    private static final Node PLACE = dimension("place");
    private static final Node PERIOD = dimension("date");
    private static final Node EDITION = dimension("edition");
    private static final Node SITE_CLASS = dimension("siteClass");
    /** Stands for all classes together. */
    private static final Node ANY_CLASS = PL.term("AnySite");

    private static final Map<String, Text> MEASURES = measures();

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Iris iris;
    private final Publication publication;
    private final Edition edition;
    private final Node dataSet;

    private StatisticsGraph(Iris iris, Publication publication, Edition edition) {
        this.iris = iris;
        this.publication = publication;
        this.edition = edition;
        this.dataSet = node(name(iris, publication, edition));
    }

    /** Its name, which is also that of the data set. */
    static String name(Iris iris, Publication publication, Edition edition) {
        return iris.base() + "id/dataset/publication-" + publication.id() + "/statistics/" + edition.key();
    }

    /**
     * The figures.
     *
     * @param district code of the district, whose sites are those of all streets
     * @param held the sites whose results are summed
     * @param indicators the catalogue that says what the values mean
     * @param values the figures of indicators
     */
    static Graph of(
            Iris iris,
            Publication publication,
            Edition edition,
            SummaryTable summaries,
            String district,
            List<HeldSite> held,
            List<Indicator> indicators,
            List<IndicatorValue> values) {
        StatisticsGraph made = new StatisticsGraph(iris, publication, edition);
        made.structure();
        made.summed(district, held);
        made.figures("", ANY_CLASS, summaries);
        edition.rulebook().classes().forEach(one -> made.figures(one.name(), F.term(one.name()), summaries));
        IndicatorGraph.add(
                made,
                made.dataSet,
                new Text(
                        publication.round().zh() + "指标",
                        "Indicators of " + publication.round().en()),
                indicators,
                values);
        return made.graph;
    }

    private static Map<String, Text> measures() {
        Map<String, Text> measures = new LinkedHashMap<>();
        measures.put("sites", new Text("站点数", "Sites"));
        measures.put("assessed", new Text("已评估站点数", "Assessed sites"));
        measures.put("compliant", new Text("达标站点数", "Sites measured enough that fail no requirement and no veto"));
        measures.put("complianceRate", new Text("达标率", "Compliance rate"));
        measures.put("meanScore", new Text("平均得分", "Mean score"));
        measures.put("measuredShare", new Text("平均已测分值比例", "Mean measured share"));
        return measures;
    }

    private void structure() {
        add(dataSet, RDF.type.asNode(), QB.DATA_SET);
        BothLanguages.add(
                graph,
                dataSet,
                RDFS.label.asNode(),
                new Text(
                        publication.round().zh() + "统计",
                        "Statistics of " + publication.round().en()));
        add(dataSet, PL.SYNTHETIC, literal(publication.synthetic(), XSDDatatype.XSDboolean));
        add(dataSet, DCT.SOURCE, node(iris.base() + "id/dataset/publication-" + publication.id()));
        Node structure = node(CUBE + "structure");
        add(dataSet, QB.STRUCTURE, structure);
        add(structure, RDF.type.asNode(), QB.STRUCTURE_DEFINITION);
        placing(structure);
        dimension(
                structure,
                QB.MEASURE_TYPE,
                node("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"),
                new Text("指标", "Measure"));
        MEASURES.forEach((name, label) -> {
            Node measure = node(CUBE + name);
            Node component = node(CUBE + "component-" + name);
            add(structure, QB.COMPONENT, component);
            add(component, RDF.type.asNode(), QB.COMPONENT_SPECIFICATION);
            add(component, QB.MEASURE, measure);
            add(measure, RDF.type.asNode(), QB.MEASURE_PROPERTY);
            add(measure, RDF.type.asNode(), RDF.Property.asNode());
            add(measure, RDFS.range.asNode(), node(XSDDatatype.XSDdecimal.getURI()));
            BothLanguages.add(graph, measure, RDFS.label.asNode(), label);
        });
        add(ANY_CLASS, RDF.type.asNode(), PL.term("SiteClass"));
        BothLanguages.add(graph, ANY_CLASS, RDFS.label.asNode(), new Text("全部类别", "All classes"));
    }

    /** The dimensions that place an observation. */
    void placing(Node structure) {
        dimension(structure, PLACE, node("http://purl.org/dc/terms/Location"), new Text("区划", "Place"));
        dimension(structure, PERIOD, node(XSDDatatype.XSDdate.getURI()), new Text("评估日期", "Date of assessment"));
        dimension(structure, EDITION, PL.term("Edition"), new Text("版本", "Edition"));
        dimension(structure, SITE_CLASS, PL.term("SiteClass"), new Text("站点类别", "Class of sites"));
    }

    /** Places an observation in those dimensions. */
    void placed(Node observation, String place, Node siteClass) {
        add(observation, PLACE, node(iris.place(place)));
        add(observation, PERIOD, literal(publication.onDate(), XSDDatatype.XSDdate));
        add(observation, EDITION, node(edition.iri()));
        add(observation, SITE_CLASS, siteClass);
    }

    /** The node of a class of sites; of all of them for an empty name. */
    static Node siteClass(String name) {
        return name.isEmpty() ? ANY_CLASS : F.term(name);
    }

    Graph graph() {
        return graph;
    }

    Iris iris() {
        return iris;
    }

    void dimension(Node structure, Node dimension, Node range, Text label) {
        Node component = node(CUBE + "component-" + dimension.getLocalName());
        add(structure, QB.COMPONENT, component);
        add(component, RDF.type.asNode(), QB.COMPONENT_SPECIFICATION);
        add(component, QB.DIMENSION, dimension);
        add(dimension, RDF.type.asNode(), QB.DIMENSION_PROPERTY);
        add(dimension, RDF.type.asNode(), RDF.Property.asNode());
        add(dimension, RDFS.range.asNode(), range);
        BothLanguages.add(graph, dimension, RDFS.label.asNode(), label);
    }

    private void figures(String siteClass, Node classNode, SummaryTable summaries) {
        summaries.places(publication.id(), edition.key(), siteClass).forEach((place, found) -> {
            observe(place, classNode, "sites", BigDecimal.valueOf(found.sites()));
            observe(place, classNode, "assessed", BigDecimal.valueOf(found.assessed()));
            observe(place, classNode, "compliant", BigDecimal.valueOf(found.compliant()));
            observe(place, classNode, "complianceRate", found.compliance());
            observe(place, classNode, "meanScore", found.score());
            observe(place, classNode, "measuredShare", measured(found));
        });
    }

    /**
     * What the figures are made of: the assessments of a street and class are members of one collection, and that is a member of those
     * of the street and of the district. So each assessment is named once, and PROV leads from every figure down to submissions.
     */
    private void summed(String district, List<HeldSite> held) {
        for (HeldSite one : held) {
            String assessment = AssessmentGraph.iri(
                    iris.site(one.site()), edition.iri(), publication.onDate().toString());
            Node ofClass = F.term(one.siteClass());
            Node least = collection(one.street(), ofClass);
            add(least, PROV.HAD_MEMBER, node(assessment));
            add(collection(one.street(), ANY_CLASS), PROV.HAD_MEMBER, least);
            add(collection(district, ofClass), PROV.HAD_MEMBER, least);
            add(collection(district, ANY_CLASS), PROV.HAD_MEMBER, collection(one.street(), ANY_CLASS));
        }
    }

    /** The assessments that the figures of a place and class sum. */
    Node collection(String place, Node siteClass) {
        Node collection = node(dataSet.getURI() + "/" + place + "/" + siteClass.getLocalName());
        add(collection, RDF.type.asNode(), PROV.ENTITY);
        add(collection, RDF.type.asNode(), PROV.COLLECTION);
        return collection;
    }

    private static @Nullable BigDecimal measured(Summary found) {
        return found.assessed() == 0 ? null : found.measured();
    }

    private void observe(String place, Node siteClass, String measure, @Nullable BigDecimal value) {
        if (value == null) {
            return;
        }
        Node collection = collection(place, siteClass);
        Node observation = node(collection.getURI() + "/" + measure);
        add(observation, PROV.WAS_DERIVED_FROM, collection);
        add(observation, RDF.type.asNode(), QB.OBSERVATION);
        add(observation, QB.IN_DATA_SET, dataSet);
        placed(observation, place, siteClass);
        add(observation, QB.MEASURE_TYPE, node(CUBE + measure));
        add(
                observation,
                node(CUBE + measure),
                literal(value.stripTrailingZeros().toPlainString(), XSDDatatype.XSDdecimal));
    }

    private void add(Node s, Node p, Node o) {
        graph.add(s, p, o);
    }

    static Node literal(Object value, XSDDatatype type) {
        return NodeFactory.createLiteralDT(value.toString(), type);
    }

    static Node dimension(String name) {
        return node(CUBE + name);
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
