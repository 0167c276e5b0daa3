package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.plumbline.rdf.EARL;
import org.plumbline.rdf.PL;
import org.plumbline.rulebook.json.Json;

/** A site's data has one form: its JSON is JSON-LD, and its report carries the very same bytes. */
@QuarkusTest
class SiteDataTest {
    @Inject
    Fixture fixture;

    @Test
    void the_json_is_linked_data_and_what_the_report_carries() throws IOException {
        fixture.publish();
        String path = "/site/" + Fixture.FIRST;
        byte[] json =
                given().get(path + ".json").then().statusCode(200).extract().asByteArray();
        String text = new String(json, StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(Json.write(Json.readObject(text)));
        Graph graph =
                RDFParser.fromString(text, Lang.JSONLD11).base("urn:base:").toGraph();
        Map<String, Object> object = Json.readObject(text);
        Node site = NodeFactory.createURI(String.valueOf(object.get("site")));
        List<?> clauses = (List<?>) object.get("clauses");
        assertThat(clauses).hasSizeGreaterThan(50);
        for (Object clause : clauses) {
            Map<?, ?> stated = (Map<?, ?>) clause;
            Node test = NodeFactory.createURI(object.get("standard") + "/clause/" + stated.get("clause"));
            Node assertion =
                    graph.find(Node.ANY, EARL.term("test"), test).next().getSubject();
            assertThat(graph.contains(assertion, EARL.term("outcome"), EARL.term((String) stated.get("outcome"))))
                    .as("the outcome of " + test)
                    .isTrue();
        }
        assertThat(graph.contains(site, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("样板一党群服务站", "zh")))
                .isTrue();
        assertThat(graph.find(site, DCTerms.isPartOf.asNode(), Node.ANY).toList())
                .hasSizeGreaterThan(1);

        Graph turtle = RDFParser.fromString(given().get(path + ".ttl").asString(), Lang.TURTLE)
                .base("urn:base:")
                .toGraph();
        Node assessment = NodeFactory.createURI(String.valueOf(object.get("@id")));
        for (String decimal : List.of("score", "scoreLow", "scoreHigh", "measuredShare")) {
            assertThat(graph.find(assessment, PL.term(decimal), Node.ANY).toSet())
                    .as(decimal)
                    .hasSize(1)
                    .isEqualTo(
                            turtle.find(assessment, PL.term(decimal), Node.ANY).toSet());
        }
        for (Node points : List.of(PL.POINTS, PL.term("earned"))) {
            assertThat(byClause(graph, points)).containsAllEntriesOf(byClause(turtle, points));
        }
        assertThat(graph.stream().map(Triple::getObject))
                .noneMatch(value -> value.isLiteral() && XSDDatatype.XSDdouble.equals(value.getLiteralDatatype()));

        byte[] pdf = given().get(path + ".pdf").then().statusCode(200).extract().asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            byte[] attached = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("assessment.jsonld")
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(attached).isEqualTo(json);
        }
    }

    private static Map<Node, Node> byClause(Graph graph, Node property) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .filter(triple -> graph.contains(triple.getSubject(), EARL.TEST, Node.ANY))
                .collect(Collectors.toMap(
                        triple -> graph.find(triple.getSubject(), EARL.TEST, Node.ANY)
                                .next()
                                .getObject(),
                        Triple::getObject));
    }
}
