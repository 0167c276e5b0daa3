package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.publication.dataset.PublishedGraphs;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.F;
import org.plumbline.rdf.PL;
import org.plumbline.web.Text;

/** Every name that the public dataset gives leads to a page and to data, and the data says what the dataset says. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamesTest {
    private static final Map<String, Lang> FORMS = Map.of(
            "text/turtle", Lang.TURTLE, "application/ld+json", Lang.JSONLD11, "application/n-triples", Lang.NTRIPLES);

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    PublishedGraphs everything;

    @Inject
    Ledger ledger;

    @Inject
    Iris iris;

    @Inject
    Clock clock;

    @BeforeEach
    void published() {
        fixture.takeIn();
        if (publisher.latest().isEmpty()) {
            fixture.publish();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/en/place/%1$s.ttl?edition=x, /place/%1$s.ttl?edition=x",
        "/zh/site/%1$s198-RS01.json, /site/%1$s198-RS01.json",
        "/en/sites.csv?q=%%E6%%A0%%B7, /sites.csv?q=%%E6%%A0%%B7",
        "/place/%1$s.json, /place/%1$s.jsonld",
        "/en/standard/model-station/2026/clause/8.10.json, /standard/model-station/2026/clause/8.10.jsonld"
    })
    void a_suffix_added_to_the_address_of_a_page_leads_to_its_data(String page, String data) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(page.formatted(Fixture.STREET))
                .then()
                .statusCode(301)
                .header("Location", endsWith(data.formatted(Fixture.STREET)));
    }

    @Test
    void what_has_no_language_or_no_suffix_stays_where_it_is() {
        for (String path : List.of("/zh/indicators", "/site/" + Fixture.FIRST + ".json", "/sites.csv", "/robots.txt")) {
            given().redirects().follow(false).get(path).then().statusCode(200);
        }
    }

    @Test
    void every_kind_of_name_in_the_dataset_leads_to_a_page_and_to_data_about_it() {
        Map<String, Node> names = names();
        assertThat(names).hasSizeGreaterThan(20);
        names.values().forEach(name -> {
            String path = name.getURI().substring(iris.base().length() - 1);
            String page = lead(path, "text/html").header("Location");
            given().urlEncodingEnabled(false)
                    .get(path(page))
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/html"));
            FORMS.forEach((type, lang) -> {
                Graph graph = graph(path(lead(path, type).header("Location")), type, lang);
                // The register is the name of a graph, which says nothing of itself.
                if (!path.equals("/id/graph/register")) {
                    assertThat(graph.contains(name, Node.ANY, Node.ANY) || graph.contains(Node.ANY, Node.ANY, name))
                            .as("%s in %s", name, type)
                            .isTrue();
                }
            });
        });
    }

    @Test
    void a_document_says_of_its_thing_what_the_dataset_says() {
        everything.each(named -> {
            if (named.iri().contains("/id/submission/") || named.iri().contains("/statistics/")) {
                Graph graph = document(named.iri());
                assertThat(graph.isIsomorphicWith(named.graph()))
                        .as(named.iri())
                        .isTrue();
            }
            if (named.iri().endsWith("/id/graph/register")) {
                Node place = NodeFactory.createURI(iris.place(Fixture.STREET + "198"));
                assertThat(document(place.getURI())
                                .find(place, Node.ANY, Node.ANY)
                                .toSet())
                        .isNotEmpty()
                        .isEqualTo(named.graph().find(place, Node.ANY, Node.ANY).toSet());
                Node role = NodeFactory.createURI(iris.role("publisher"));
                assertThat(document(role.getURI())
                                .find(role, Node.ANY, Node.ANY)
                                .toSet())
                        .isNotEmpty()
                        .isEqualTo(named.graph().find(role, Node.ANY, Node.ANY).toSet());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/standard/model-station/2026, /zh/standard/model-station/2026",
        "/standard/model-station/2026/band/5, /zh/standard/model-station/2026",
        "/standard/model-station/2026/clause/5.6, /zh/standard/model-station/2026/clause/5.6",
    })
    void editions_and_clauses_come_in_every_form(String path, String page) {
        assertThat(lead(path, "text/html").header("Location")).endsWith(page);
        Graph turtle = null;
        for (Map.Entry<String, Lang> form : new TreeMap<>(FORMS).entrySet()) {
            Graph graph = graph(path(lead(path, form.getKey()).header("Location")), form.getKey(), form.getValue());
            assertThat(graph.size()).isGreaterThan(10);
            assertThat(turtle == null ? graph.size() : turtle.size()).isEqualTo(graph.size());
            turtle = graph;
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01, 480", "2026-11-01, 640"})
    void the_name_of_an_assessment_leads_to_that_very_assessment_whatever_is_public_now(String day, String area) {
        String path = "/id/site/" + Fixture.FIRST + "/assessment/model-station/2026/" + day;
        Node assessment = NodeFactory.createURI(iris.base() + path.substring(1));
        Node on = NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
        FORMS.forEach((type, lang) -> {
            Graph graph = graph(path(lead(path, type).header("Location")), type, lang);
            assertThat(graph.contains(assessment, PL.ON_DATE, on)).as(type).isTrue();
            assertThat(graph.stream(Node.ANY, F.term("floorArea"), Node.ANY)
                            .map(triple -> triple.getObject().getLiteralLexicalForm()))
                    .as(type)
                    .containsExactly(area + ".0");
        });
        String page = lead(path + "/clause/5.6/result", "text/html").header("Location");
        assertThat(page).endsWith("/site/" + Fixture.FIRST + "?round=" + day + "#c-5.6");
        given().get("/zh/site/" + Fixture.FIRST + "?round=" + day)
                .then()
                .statusCode(200)
                .body(containsString("id=\"c-5.6\""), containsString(area));
        assertThat(lead(path.replace("model-station", "public-culture"), "text/turtle")
                        .header("Location"))
                .endsWith("/site/" + Fixture.FIRST + ".ttl?round=" + day + "&edition=public-culture%2F2026");
    }

    @Test
    void a_round_that_was_taken_back_is_gone_from_name_page_and_data_alike() {
        LocalDate day = LocalDate.of(2026, 2, 3);
        long round = publisher
                .publish(day, new Text("试行", "Trial"), clock, Fixture.PROGRAM)
                .id();
        List<String> all = List.of(
                "/id/site/" + Fixture.FIRST + "/assessment/model-station/2026/" + day,
                "/zh/site/" + Fixture.FIRST + "?round=" + day,
                "/site/" + Fixture.FIRST + ".ttl?round=" + day,
                "/site/" + Fixture.FIRST + ".json?round=" + day);
        all.forEach(path -> given().get(path).then().statusCode(200));
        publisher.withdraw(round, clock, Fixture.PROGRAM, "a trial");
        all.forEach(path -> given().get(path).then().statusCode(404));
        given().get("/zh/site/" + Fixture.FIRST + "?round=tomorrow").then().statusCode(400);
        given().get("/zh/site/" + Fixture.FIRST + "?round=2026-05-01&known=2026-05-01")
                .then()
                .statusCode(400);
    }

    @Test
    void names_and_documents_link_to_each_other() {
        String code = Fixture.STREET + "198";
        given().redirects()
                .follow(false)
                .header("Accept", "text/turtle")
                .get("/id/place/" + code)
                .then()
                .statusCode(303)
                .header("Vary", containsString("Accept"))
                .header("Access-Control-Allow-Origin", "*")
                .header("Location", endsWith("/place/" + code + ".ttl"));
        Response data = given().get("/place/" + code + ".ttl");
        assertThat(data.headers().getValues("Link"))
                .contains(
                        "<" + iris.place(code) + ">; rel=\"describes\"",
                        "</place/" + code + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"")
                .noneMatch(link -> link.contains(".ttl"));
        given().header("If-None-Match", data.header("ETag"))
                .get("/place/" + code + ".ttl")
                .then()
                .statusCode(304)
                .header("ETag", data.header("ETag"));
        given().get("/zh/place/" + code)
                .then()
                .statusCode(200)
                .header("Link", containsString("alternate"))
                .body(allOf(containsString("/place/" + code + ".nt"), containsString("居村委会")));
        given().redirects()
                .follow(false)
                .get("/zh/place/" + Fixture.STREET)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/zh/street/" + Fixture.STREET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/place/310112999999",
                "/id/role/nobody",
                "/id/submission/00000000-0000-8000-8000-000000000000",
                "/id/submission/0",
                "/id/graph/other",
                "/id/service/other",
                "/id/dataset/publication-999999",
                "/id/dataset/publication-999999/statistics/model-station/2026",
                "/id/dataset/standard/none/2026",
                "/id/site/310112501198-RS01/assessment/none/2026/2026-11-01",
                "/id/site/310112501198-RS01/assessment/model-station/2026/2026-11-02",
                "/id/site/310112501198-RS01/assessment/model-station/2026/2026-02-30",
                "/id/site/310112501198-RS01/assessment/model-station/2026/2026-11-01/clause/99.99",
                "/id/site/310112501198-RS01/assessment/model-station/2026",
                "/standard/model-station/2026/clause/99.99",
                "/place/310112999999.ttl",
                "/role/nobody.nt",
                "/submission/00000000-0000-8000-8000-000000000000.jsonld",
                "/statistics/none/2026.ttl",
                "/standard/model-station/2026/clause/99.99.ttl",
            })
    void what_is_not_published_has_no_name_here(String path) {
        given().redirects().follow(false).accept("*/*").get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/place/310112501198", "/id/role/publisher", "/id/catalogue", "/id/graph/register"})
    void a_form_that_there_is_not_is_refused(String path) {
        given().redirects().follow(false).accept("image/png").get(path).then().statusCode(406);
    }

    @Test
    void a_submission_after_the_publication_is_not_found_and_what_was_held_back_is_not_told() {
        fixture.stateLater();
        String later =
                ledger.about(iris.place(Fixture.STREET + "199")).getLast().submission();
        String id = later.substring(later.lastIndexOf('/') + 1);
        for (String path : List.of("/id/submission/" + id, "/zh/submission/" + id, "/submission/" + id + ".ttl")) {
            given().get(path).then().statusCode(404);
        }
        String held = given().get("/site/" + Fixture.SECOND + ".json").path("facts.committeeResidents.submission");
        given().get("/submission/" + held.substring(held.lastIndexOf('/') + 1) + ".nt")
                .then()
                .statusCode(200)
                .body(not(containsString("committeeResidents")))
                .body(containsString("withheld> \"1\""));
    }

    @Test
    void the_catalogue_is_not_sent_twice() {
        Response first = given().get("/catalogue.nt");
        first.then().statusCode(200).contentType(containsString("application/n-triples"));
        // A dump that is made meanwhile is a change of the catalogue, so that it is asked until it stands still.
        for (int i = 0; i < 50; i++) {
            Response again =
                    given().header("If-None-Match", first.header("ETag")).get("/catalogue.nt");
            if (again.statusCode() == 304) {
                assertThat(again.headers().getValues("Link")).anyMatch(link -> link.contains("describes"));
                return;
            }
            first = again;
        }
        throw new AssertionError("The catalogue never stood still");
    }

    /** One name of each kind: names that differ by numbers only are of one kind. */
    private Map<String, Node> names() {
        Map<String, Node> names = new TreeMap<>();
        everything.each(named -> {
            Stream<Node> nodes = named.graph().stream()
                    .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()));
            Stream.concat(Stream.of(NodeFactory.createURI(named.iri())), nodes)
                    .filter(node -> node.isURI() && node.getURI().startsWith(iris.base() + "id/"))
                    .forEach(node -> names.putIfAbsent(kind(node.getURI()), node));
        });
        return names;
    }

    private static String kind(String iri) {
        return iri.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "U")
                .replaceAll("[0-9]+", "N")
                .replaceFirst("/fact/.*", "/fact/F")
                .replaceFirst("/N-[A-Z]{2}N", "/S");
    }

    private Graph document(String iri) {
        String path = iri.substring(iris.base().length() - 1);
        return graph(path(lead(path, "text/turtle").header("Location")), "text/turtle", Lang.TURTLE);
    }

    private static Response lead(String path, String accept) {
        Response answer =
                given().redirects().follow(false).header("Accept", accept).get(path);
        assertThat(answer.statusCode()).as(path + " as " + accept).isEqualTo(303);
        return answer;
    }

    private static String path(String location) {
        URI uri = URI.create(location);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static Graph graph(String path, String type, Lang lang) {
        String text = given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString(type))
                .extract()
                .asString();
        return RDFParser.fromString(text, lang).base("urn:base:").toGraph();
    }
}
