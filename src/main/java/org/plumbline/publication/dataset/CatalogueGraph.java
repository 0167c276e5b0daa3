package org.plumbline.publication.dataset;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;
import org.plumbline.publication.dataset.DatasetConfig.Catalogue;
import org.plumbline.publication.graph.BothLanguages;
import org.plumbline.publication.page.PublicGraphs.Issue;
import org.plumbline.rdf.DCT;
import org.plumbline.rdf.Literals;
import org.plumbline.rdf.SKOS;
import org.plumbline.standard.Edition;
import org.plumbline.web.Text;

/**
 * What is public, as a catalogue in DCAT-AP 3: the results of the round and each edition as datasets, the dump and the data files as
 * distributions, SPARQL as a service. Licence, publisher, contact and frequency are stated as far as the office says them.
 */
final class CatalogueGraph {
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String IANA = "http://www.iana.org/assignments/media-types/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String LANGUAGE = "http://publications.europa.eu/resource/authority/language/";
    static final List<Text> KEYWORDS = List.of(
            new Text("党群服务阵地", "neighbourhood service centres"),
            new Text("社区服务", "community services"),
            new Text("标准", "standards"),
            new Text("达标评估", "compliance"));
    static final Node GOVERNMENT = iri("http://publications.europa.eu/resource/authority/data-theme/GOVE");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final String base;
    private final Issue issue;
    private final Catalogue said;
    private final Node catalogue;
    private final Node publisher;
    private final Node district;

    private CatalogueGraph(String base, Issue issue, Catalogue said) {
        this.base = base;
        this.issue = issue;
        this.said = said;
        this.catalogue = iri(base + "id/catalogue");
        this.district = iri(issue.districtIri());
        this.publisher = said.publisher().isPresent() ? iri(catalogue.getURI() + "#publisher") : district;
    }

    /** The catalogue of what is public now. */
    static Graph of(String base, Issue issue, Catalogue said, Optional<Dump> dump, List<MonthDump> months) {
        CatalogueGraph made = new CatalogueGraph(base, issue, said);
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
        add(catalogue, DCT.ISSUED, published());
        add(catalogue, term(FOAF, "homepage"), page("zh/"));
        add(catalogue, DCT.MODIFIED, published());
        languages(catalogue);
        spatial(catalogue);
        licence(catalogue);
        type(publisher, term(FOAF, "Agent"));
        BothLanguages.add(graph, publisher, term(FOAF, "name"), publisher(issue, said));
        contact();
        service();
    }

    private void service() {
        Node service = iri(base + "id/service/sparql");
        add(catalogue, DCAT.service.asNode(), service);
        type(service, DCAT.DataService.asNode());
        title(service, new Text("SPARQL 查询接口", "SPARQL endpoint"));
        add(service, DCAT.endpointURL.asNode(), iri(base + "sparql"));
        add(service, DCAT.endpointDescription.asNode(), iri(base + "en/query"));
        add(service, DCAT.servesDataset.asNode(), results());
        add(service, DCT.PUBLISHER, publisher);
        add(service, DCAT.theme.asNode(), GOVERNMENT);
        keywords(service);
        licence(service);
        said.contact().ifPresent(address -> add(service, DCAT.contactPoint.asNode(), contactPoint()));
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
        add(results, DCT.ISSUED, published());
        add(results, DCT.MODIFIED, published());
        spatial(results);
        said.frequency().ifPresent(frequency -> add(results, DCT.term("accrualPeriodicity"), iri(frequency.concept())));
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
        add(dataset, DCT.ISSUED, Literals.date(edition.issued()));
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
        languages(dataset);
        keywords(dataset);
        said.contact().ifPresent(address -> add(dataset, DCAT.contactPoint.asNode(), contactPoint()));
    }

    /** Name of the office that publishes; of the district where none is given. */
    static Text publisher(Issue issue, Catalogue said) {
        return said.publisher()
                .map(name -> new Text(name, said.publisherEn().orElse(name)))
                .orElse(issue.district());
    }

    private void contact() {
        said.contact().ifPresent(address -> {
            Node contact = contactPoint();
            type(contact, VCARD4.Kind.asNode());
            BothLanguages.add(graph, contact, VCARD4.fn.asNode(), publisher(issue, said));
            boolean mail = "mailto".equals(address.getScheme());
            add(contact, mail ? VCARD4.hasEmail.asNode() : VCARD4.hasURL.asNode(), iri(address.toString()));
        });
    }

    private Node contactPoint() {
        return iri(catalogue.getURI() + "#contact");
    }

    private void licence(Node about) {
        said.licence().map(URI::toString).map(CatalogueGraph::iri).ifPresent(licence -> {
            type(licence, DCT.term("LicenseDocument"));
            add(about, DCT.LICENSE, licence);
        });
    }

    /** Names and wordings come in both languages wherever both exist. */
    private void languages(Node about) {
        for (String code : new String[] {"ZHO", "ENG"}) {
            add(about, DCT.LANGUAGE, iri(LANGUAGE + code));
        }
    }

    private void keywords(Node about) {
        KEYWORDS.forEach(word -> BothLanguages.add(graph, about, DCAT.keyword.asNode(), word));
    }

    private void spatial(Node about) {
        type(district, DCT.term("Location"));
        BothLanguages.add(graph, district, SKOS.PREF_LABEL, issue.district());
        add(about, DCT.term("spatial"), district);
    }

    private Node published() {
        return instant(issue.publication().publishedAt().toString());
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
        licence(distribution);
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
