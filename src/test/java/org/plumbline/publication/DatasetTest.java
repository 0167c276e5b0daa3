package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.publication.dataset.Examples;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.json.Json;
import org.plumbline.web.Text;

/** The public dataset as a visitor's program meets it: SPARQL, catalogue, dump. */
@QuarkusTest
class DatasetTest {
    private static final String SCORES =
            "PREFIX pl: <https://w3id.org/plumbline/ns#> SELECT ?s ?score { ?a pl:site ?s ; pl:score ?score }";

    @Inject
    Fixture fixture;

    @Inject
    Publisher publisher;

    @Inject
    Clock clock;

    private Publication publication;

    @BeforeEach
    void published() {
        publication = publisher.latest().orElseGet(fixture::publish);
        ready();
    }

    private static void ready() {
        for (int i = 0; i < 300; i++) {
            if (ask("ASK {}").statusCode() == 200) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The dataset was not filled in half a minute");
    }

    private static Response ask(String query) {
        return given().accept("application/sparql-results+json")
                .queryParam("query", query)
                .get("/sparql");
    }

    @Test
    void a_question_is_answered_in_the_format_that_is_asked_for() {
        ask(SCORES)
                .then()
                .statusCode(200)
                .contentType("application/sparql-results+json")
                .header("Vary", containsString("Accept"))
                .header("Access-Control-Allow-Origin", "*")
                .body("results.bindings.size()", greaterThan(1));
        form(SCORES, "text/csv").statusCode(200).contentType("text/csv").body(startsWith("s,score"));
        form(SCORES, "application/sparql-results+xml").statusCode(200).body(containsString("<binding name=\"score\">"));
        form("DESCRIBE ?a { ?a a <https://w3id.org/plumbline/ns#Assessment> } LIMIT 1", "text/turtle")
                .statusCode(200)
                .contentType("text/turtle");
        given().accept("application/n-triples")
                .contentType("application/sparql-query")
                .body("CONSTRUCT WHERE { ?a <https://w3id.org/plumbline/ns#score> ?s }"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/sparql")
                .then()
                .statusCode(200)
                .contentType("application/n-triples");
        form(SCORES, "image/png").statusCode(406).body("detail", containsString("text/csv"));
        given().queryParam("query", SCORES)
                .queryParam("format", "tsv")
                .get("/sparql")
                .then()
                .contentType("text/tab-separated-values");
    }

    @Test
    void facts_stand_at_their_site() {
        ask("PREFIX f: <https://w3id.org/plumbline/facts#> SELECT ?area { <" + site() + "> f:floorArea ?area }")
                .then()
                .statusCode(200)
                .body("results.bindings", hasSize(1))
                .body("results.bindings[0].area.value", equalTo("640.0"));
    }

    private static String site() {
        return given().redirects()
                .follow(false)
                .get("/site/" + Fixture.FIRST + ".json")
                .then()
                .statusCode(200)
                .extract()
                .path("profile.'@id'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT DATA { <a> <b> <c> } | 400",
                "DROP ALL | 400",
                "LOAD <http://127.0.0.1:1/> | 400",
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } | 400",
                "SELECT * FROM <http://127.0.0.1:1/x.ttl> { ?s ?p ?o } | 400",
                "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o } | 400",
                "SELECT (<http://jena.apache.org/ARQ/function#system>('id') AS ?x) {} | 400",
                "SELECT (<java:java.lang.System>(1) AS ?x) {} | 400",
                "SELECT * { GRAPH <urn:plumbline:metadata> { ?s ?p ?o } } | 400",
                "nonsense | 400",
            })
    void what_is_not_a_question_about_the_dataset_is_refused(String query, int status) {
        form(query, "*/*")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", not(equalTo("")));
    }

    @Test
    void nothing_unpublished_is_found() {
        fixture.registerLater("未公布的站");
        for (String query : List.of(
                "SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), '未公布的站')) }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?o), '未公布的站')) }",
                "SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?s), '" + Fixture.LATER + "')) }",
                "SELECT * { ?s <https://w3id.org/plumbline/facts#floorArea> 480.0 . ?s <https://w3id.org/plumbline/ns#code> ?c }",
                "SELECT ?g { GRAPH ?g { ?g <http://purl.org/dc/terms/subject> ?s } FILTER(!CONTAINS(STR(?s), '"
                        + Fixture.STREET + "')) }",
                "SELECT * { ?s ?p ?o FILTER(CONTAINS(LCASE(STR(?o)), 'argon2') || CONTAINS(LCASE(STR(?o)), 'person1')) }")) {
            ask(query).then().statusCode(200).body("results.bindings", hasSize(0));
        }
    }

    @Test
    void the_results_of_a_month_come_as_table_json_ld_and_quads_with_their_checksums() throws Exception {
        String name = "2026-11/model-station-2026";
        byte[] csv = month(name + ".csv.gz");
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst())
                .startsWith("\uFEFFsite,name_zh,name_en,class,street")
                .contains("clause_5.2");
        assertThat(lines).anyMatch(line -> line.startsWith(Fixture.FIRST + ",样板一党群服务站"));
        String json = new String(month(name + ".jsonld.gz"), StandardCharsets.UTF_8);
        assertThat(io.restassured.path.json.JsonPath.from(json).getList("$")).hasSize(lines.size() - 1);
        assertThat(new String(month(name + ".nq.gz"), StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("> ."));
        given().get("/dump/1999-01/model-station-2026.csv.gz").then().statusCode(404);
        given().get("/en/data").then().body(containsString(name + ".csv.gz"));
        given().get("/catalogue.ttl").then().body(containsString(name + ".jsonld.gz"));
    }

    /** Dumps are made in the background; what arrives has the checksum that it says. */
    private static byte[] month(String path) throws Exception {
        for (int i = 0; i < 600; i++) {
            var answer = given().get("/dump/" + path);
            if (answer.statusCode() == 200) {
                byte[] packed = answer.asByteArray();
                String digest = java.util.Base64.getEncoder()
                        .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(packed));
                assertThat(answer.header("Content-Digest")).isEqualTo("sha-256=:" + digest + ":");
                try (var unpacked = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
                    return unpacked.readAllBytes();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("/dump/" + path + " was not made in a minute");
    }

    @Test
    void what_was_withdrawn_is_not_found_any_more() {
        Publication extra = publisher.publish(LocalDate.now(clock), new Text("加发", "Extra"), clock, Fixture.PROGRAM);
        ready();
        String today = "ASK { ?a <https://w3id.org/plumbline/ns#onDate> \"" + extra.onDate()
                + "\"^^<http://www.w3.org/2001/XMLSchema#date> }";
        ask(today).then().body("boolean", equalTo(true));
        publisher.withdraw(extra.id(), clock, Fixture.PROGRAM, "Test");
        ask(today).then().statusCode(503).header("Retry-After", "10");
        ready();
        ask(today).then().body("boolean", equalTo(false));
    }

    @Test
    void every_example_of_the_query_page_has_an_answer() {
        String page = given().get("/zh/query").then().statusCode(200).extract().asString();
        assertThat(page).contains("得分最低的二十个站点");
        for (String query : Examples.queries()) {
            boolean graph = query.contains("CONSTRUCT");
            ValidatableResponse answer =
                    form(query, graph ? "application/n-triples" : "text/csv").statusCode(200);
            assertThat(answer.extract().asString().strip().lines().count())
                    .as(query)
                    .isGreaterThan(graph ? 0 : 1);
            given().queryParam("query", query)
                    .get("/en/query")
                    .then()
                    .statusCode(200)
                    .body(containsString("/sparql?format="));
        }
    }

    @Test
    void the_words_of_the_dataset_are_there_for_the_editor_with_their_names() throws InterruptedException {
        for (int i = 0; i < 100 && !words("en").contains("facts#floorArea"); i++) {
            Thread.sleep(100);
        }
        given().get("/zh/query/words.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("prefixes.f", equalTo("https://w3id.org/plumbline/facts#"))
                .body("properties.'https://w3id.org/plumbline/facts#floorArea'", equalTo("建筑面积"))
                .body("classes", hasKey("https://w3id.org/plumbline/ns#Assessment"));
        assertThat(words("en")).contains("\"Floor area\"").doesNotContain("建筑面积");
    }

    private static String words(String language) {
        return given().get("/" + language + "/query/words.json").asString();
    }

    @Test
    void a_browser_is_led_to_the_page_and_a_bad_query_is_explained_there() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .queryParam("query", "ASK {}")
                .get("/sparql")
                .then()
                .statusCode(303)
                .header("Location", containsString("/query?query=ASK"));
        given().queryParam("query", "SELECT * { SERVICE <http://x.example/> {} }")
                .get("/en/query")
                .then()
                .statusCode(200)
                .body(containsString("SERVICE is not allowed"));
    }

    @Test
    void the_dump_is_the_dataset_with_its_checksum_and_rows() throws IOException, NoSuchAlgorithmException {
        String page = given().get("/en/data").then().statusCode(200).extract().asString();
        String path = "/dump/" + publication.id() + ".nq.gz";
        assertThat(page).contains(path);
        Response dump = given().config(io.restassured.RestAssured.config()
                        .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                .noContentDecoders()))
                .get(path);
        dump.then().statusCode(200).contentType("application/gzip");
        byte[] bytes = dump.asByteArray();
        assertThat(page)
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            List<String> lines = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSizeGreaterThan(1000).noneMatch(line -> line.contains("urn:plumbline"));
        }
        given().header("If-None-Match", dump.header("ETag")).get(path).then().statusCode(304);
        given().get("/dump/999999.nq.gz").then().statusCode(404);
    }

    @Test
    void the_catalogue_names_what_there_is() {
        String turtle =
                given().get("/catalogue.ttl").then().statusCode(200).extract().asString();
        Sources sources = new Sources();
        sources.read("catalogue.ttl", turtle.getBytes(StandardCharsets.UTF_8), "http://localhost/");
        assertThat(sources.broken()).isEmpty();
        assertThat(turtle).contains("dump/" + publication.id() + ".nq.gz", "endpointURL", "Demonstration");
        given().get("/catalogue.jsonld")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@graph'.size()", greaterThan(5));
        String json = given().get("/data.json").then().statusCode(200).extract().asString();
        assertThat(Json.readObject(json).get("dataset")).asList().hasSizeGreaterThanOrEqualTo(3);
    }

    private static ValidatableResponse form(String query, String accept) {
        return given().accept(accept).formParam("query", query).post("/sparql").then();
    }
}
