package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** In the first round the first site had 480 m² and the others nothing; in the second it has 640 and the others something. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangesTest {
    private static boolean published;

    @Inject
    Fixture fixture;

    @BeforeEach
    void something_is_published() {
        if (!published) {
            fixture.publish();
            published = true;
        }
    }

    @Test
    void a_change_says_what_happened_and_which_clause_is_why() {
        get("/zh/changes")
                .statusCode(200)
                .body(containsString("自2026年5月1日以来"))
                .body(containsString("样板一党群服务站"))
                .body(containsString("现已符合"))
                .body(containsString("/zh/standard/model-station/2026/clause/5.6"));
        // The second site's 120 m² came to be known in the second round and fail clause 5.1; the gap is told.
        get("/en/changes")
                .body(containsString("No longer met"))
                .body(containsString("/en/standard/model-station/2026/clause/5.1"))
                .body(containsString("120"));
    }

    @Test
    void ways_are_counted_and_narrow_the_list() {
        String all = get("/en/changes").extract().asString();
        assertThat(all).contains("way=");
        for (String way : new String[] {"ROSE", "FELL", "UP", "DOWN", "SAME", "NEW", "GONE"}) {
            get("/en/changes?way=" + way).statusCode(200);
        }
        get("/en/changes?way=GONE").body(containsString("There are no such changes"));
    }

    @Test
    void feeds_are_atom_and_tell_the_same() throws Exception {
        ValidatableResponse answer = get("/en/changes.atom")
                .statusCode(200)
                .contentType(startsWith("application/atom+xml"))
                .body(containsString("Compared with Round one of 2026"))
                .body(containsString("/en/changes?round=2026-05-01&amp;edition=model-station%2F2026"))
                .body(containsString("First round published."));
        Document feed = parse(answer.extract().asByteArray());
        assertThat(feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")
                        .getLength())
                .isGreaterThanOrEqualTo(2);
        get("/zh/site/" + Fixture.FIRST + ".atom")
                .statusCode(200)
                .body(containsString("样板一党群服务站"))
                .body(containsString("5.6"));
        get("/en/changes").header("Link", containsString("changes.atom"));
    }

    @ParameterizedTest
    @CsvSource({
        "/en/changes?way=SIDEWAYS, 400",
        "/en/changes?street=1, 400",
        "/en/changes?edition=none, 400",
        "/en/changes?page=x, 400",
        "/en/site/310112501198-RS99.atom, 404",
    })
    void what_is_not_there_is_said(String path, int status) {
        get(path).statusCode(status).body(not(containsString("Exception")));
    }

    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static ValidatableResponse get(String path) {
        return given().redirects().follow(false).get(path).then();
    }
}
