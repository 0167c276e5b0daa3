package org.plumbline.publication.dataset;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.plumbline.publication.graph.BothLanguages;
import org.plumbline.publication.page.PublicGraphs.Issue;
import org.plumbline.rdf.DCT;
import org.plumbline.standard.Edition;
import org.plumbline.web.Text;

/**
 * What is public, as a catalogue in DCAT-AP 3: the results of the round and each edition as datasets, the dump and the data files as
 * distributions, SPARQL as a service. No licence is stated, for that is the district's to choose.
 */
final class CatalogueGraph {
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String IANA = "http://www.iana.org/assignments/media-types/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final Node GOVERNMENT = iri("http://publications.europa.eu/resource/authority/data-theme/GOVE");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final String base;
    private final Issue issue;
    private final Node catalogue;
    private final Node publisher;

    private CatalogueGraph(String base, Issue issue) {
        this.base = base;
        this.issue = issue;
        this.catalogue = iri(base + "id/catalogue");
        this.publisher = iri(issue.districtIri());
    }

    /** The catalogue of what is public now. */
    static Graph of(String base, Issue issue, Optional<Dump> dump, List<MonthDump> months) {
        CatalogueGraph made = new CatalogueGraph(base, issue);
        made.catalogue();
        made.results(dump, months);
        issue.editions().forEach(made::edition);
        return made.graph;
    }

    private void catalogue() {
        type(catalogue, DCAT.Catalog.asNode());
        title(
                catalogue,
                new Text(
                        issue.district().zh() + "党群服务阵地开放数据",
                        "Open data of the service centres of "
                                + issue.district().en()));
        describe(
                catalogue,
                new Text(
                        "站点与标准对照的结果、各版标准，以及取用它们的接口。",
                        "Results of holding each site against the standard, the editions, and how to take them."));
        add(catalogue, DCT.PUBLISHER, publisher);
        add(
                catalogue,
                DCT.term("issued"),
                instant(issue.publication().publishedAt().toString()));
        add(catalogue, term(FOAF, "homepage"), page("zh/"));
        type(publisher, term(FOAF, "Agent"));
        BothLanguages.add(graph, publisher, term(FOAF, "name"), issue.district());
        Node service = iri(base + "id/service/sparql");
        add(catalogue, DCAT.service.asNode(), service);
        type(service, DCAT.DataService.asNode());
        title(service, new Text("SPARQL 查询接口", "SPARQL endpoint"));
        add(service, DCAT.endpointURL.asNode(), iri(base + "sparql"));
        add(service, DCAT.endpointDescription.asNode(), iri(base + "en/query"));
        add(service, DCAT.servesDataset.asNode(), results());
        Node protocol = iri("https://www.w3.org/TR/sparql11-protocol/");
        type(protocol, DCT.term("Standard"));
        add(service, DCT.term("conformsTo"), protocol);
    }

    private Node results() {
        return iri(base + "id/dataset/publication-" + issue.publication().id());
    }

    private void results(Optional<Dump> dump, List<MonthDump> months) {
        Node results = results();
        dataset(
                results,
                new Text(
                        issue.publication().round().zh() + "评估结果",
                        "Results of " + issue.publication().round().en()));
        describe(
                results,
                new Text(
                        "截至 " + issue.publication().onDate() + " 各站点逐条结果、得分、所依据的事实与来源。"
                                + (issue.publication().synthetic() ? "演示数据：事实为虚构。" : ""),
                        "Outcome of every clause, score, facts and their sources for each site as of "
                                + issue.publication().onDate() + "."
                                + (issue.publication().synthetic() ? " Demonstration: the facts are synthetic." : "")));
        add(
                results,
                DCT.term("modified"),
                instant(issue.publication().publishedAt().toString()));
        add(results, DCT.term("temporal"), period(results));
        months.forEach(month -> packed(
                results,
                iri(base + "dump/" + month.path()),
                month.form().fileType(),
                month.form().mediaType(),
                month.bytes(),
                month.sha256()));
        dump.ifPresent(file -> packed(
                results,
                iri(base + "dump/" + file.publication() + ".nq.gz"),
                "RDF_N_QUADS",
                "application/n-quads",
                file.bytes(),
                file.sha256()));
    }

    private void packed(Node results, Node distribution, String fileType, String mediaType, long bytes, String sha256) {
        distribution(results, distribution, fileType, mediaType);
        add(distribution, DCAT.compressFormat.asNode(), iri(IANA + "application/gzip"));
        add(distribution, DCAT.byteSize.asNode(), number(bytes));
        Node sum = iri(distribution.getURI() + "#checksum");
        add(distribution, term(SPDX, "checksum"), sum);
        type(sum, term(SPDX, "Checksum"));
        add(sum, term(SPDX, "algorithm"), term(SPDX, "checksumAlgorithm_sha256"));
        add(sum, term(SPDX, "checksumValue"), NodeFactory.createLiteralDT(sha256, XSDDatatype.XSDhexBinary));
    }

    private Node period(Node results) {
        Node period = iri(results.getURI() + "#period");
        type(period, DCT.term("PeriodOfTime"));
        Node day = NodeFactory.createLiteralDT(issue.publication().onDate().toString(), XSDDatatype.XSDdate);
        add(period, DCAT.startDate.asNode(), day);
        add(period, DCAT.endDate.asNode(), day);
        return period;
    }

    private void edition(Edition edition) {
        Node dataset = iri(base + "id/dataset/standard/" + edition.key());
        dataset(dataset, new Text(edition.title().zh(), edition.title().en()));
        describe(dataset, new Text(edition.summary().zh(), edition.summary().en()));
        add(dataset, DCT.IDENTIFIER, NodeFactory.createLiteralString(edition.number()));
        add(dataset, term(FOAF, "primaryTopic"), iri(edition.iri()));
        distribution(dataset, iri(base + "standard/" + edition.key() + ".ttl"), "RDF_TURTLE", "text/turtle");
        distribution(dataset, iri(base + "standard/" + edition.key() + ".json"), "JSON", "application/json");
    }

    private void dataset(Node dataset, Text title) {
        add(catalogue, DCAT.dataset.asNode(), dataset);
        type(dataset, DCAT.Dataset.asNode());
        title(dataset, title);
        add(dataset, DCT.PUBLISHER, publisher);
        add(dataset, DCAT.theme.asNode(), GOVERNMENT);
        add(dataset, DCAT.landingPage.asNode(), page("zh/data"));
    }

    private Node page(String path) {
        Node page = iri(base + path);
        type(page, term(FOAF, "Document"));
        return page;
    }

    private void distribution(Node dataset, Node distribution, String fileType, String mediaType) {
        add(dataset, DCAT.distribution.asNode(), distribution);
        type(distribution, DCAT.Distribution.asNode());
        add(distribution, DCAT.accessURL.asNode(), distribution);
        add(distribution, DCAT.downloadURL.asNode(), distribution);
        add(distribution, DCT.term("format"), iri(FILE_TYPE + fileType));
        add(distribution, DCAT.mediaType.asNode(), iri(IANA + mediaType));
    }

    private void title(Node about, Text text) {
        BothLanguages.add(graph, about, DCT.TITLE, text);
    }

    private void describe(Node about, Text text) {
        BothLanguages.add(graph, about, DCT.DESCRIPTION, text);
    }

    private void type(Node about, Node type) {
        add(about, RDF.type.asNode(), type);
    }

    private void add(Node s, Node p, Node o) {
        graph.add(s, p, o);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }

    private static Node instant(String instant) {
        return NodeFactory.createLiteralDT(instant, XSDDatatype.XSDdateTime);
    }

    private static Node term(String namespace, String name) {
        return iri(namespace + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
