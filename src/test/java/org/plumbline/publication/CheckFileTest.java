package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.browser.Chromium;
import org.plumbline.rulebook.json.Json;

/** The file with which anybody checks an assessment: kept on disk, opened without a network, given what the portal published. */
@QuarkusTest
class CheckFileTest {
    private static final String SITE = "/site/" + Fixture.FIRST;
    private static final List<String> ALL_HOLD = List.of("holds", "holds", "holds", "holds", "holds");

    @TempDir
    Path folder;

    @Inject
    Fixture fixture;

    private Chromium chromium;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void keep_the_file_and_open_it_offline() throws IOException {
        fixture.publish();
        Path kept = folder.resolve("plumbline-check.html");
        Files.write(
                kept,
                given().get("/plumbline-check.html")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", "attachment; filename=\"plumbline-check.html\"")
                        .extract()
                        .asByteArray());
        chromium = new Chromium();
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("en").setOffline(true));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:")) {
                complaints.add("asked for " + request.url());
            }
        });
        page.navigate(kept.toUri().toString());
    }

    @AfterEach
    void close() {
        chromium.close();
        assertThat(complaints).as("errors, and requests to others").isEmpty();
    }

    @Test
    void what_the_portal_published_repeats_and_its_signatures_hold() {
        assertThat(states("a.json", published(".json"))).isEqualTo(ALL_HOLD);
        assertThat(states("a.pdf", published(".pdf"))).isEqualTo(ALL_HOLD);
        assertThat(page.locator("article.result").count())
                .as("each file keeps its result")
                .isEqualTo(2);
    }

    @Test
    void a_changed_outcome_is_found_by_repeating_and_by_the_signature() {
        Map<String, Object> data = data();
        Map<?, ?> clause = (Map<?, ?>) ((List<?>) data.get("clauses")).getFirst();
        String changed = Json.write(data)
                .replaceFirst(
                        "\"clause\":\"" + clause.get("clause") + "\"(.*?)\"outcome\":\"" + clause.get("outcome") + "\"",
                        "\"clause\":\"" + clause.get("clause") + "\"$1\"outcome\":\"cantTell\"");
        assertThat(changed).isNotEqualTo(Json.write(data));
        assertThat(states("a.json", changed)).isEqualTo(List.of("holds", "fails", "holds", "fails", "holds"));
        assertThat(result().innerText()).contains(String.valueOf(clause.get("clause")));
    }

    @Test
    void a_file_without_signature_repeats_but_nobody_vouches_for_it() {
        Map<String, Object> data = data();
        data.remove("proof");
        assertThat(states("a.json", Json.write(data)))
                .isEqualTo(List.of("holds", "holds", "holds", "unknown", "holds"));
    }

    @Test
    void a_forged_checkpoint_is_told() {
        Map<String, Object> data = data();
        String changed = Json.write(data).replaceFirst("\"length\":\\d+", "\"length\":9999999");
        assertThat(states("a.json", changed)).isEqualTo(List.of("holds", "holds", "holds", "fails", "fails"));
    }

    @Test
    void what_the_portal_keeps_back_makes_it_impossible_to_say_and_no_forgery() {
        Map<String, Object> data = data();
        data.put("facts", Map.of("committeeResidents", Map.of("withheld", true)));
        assertThat(states("a.json", Json.write(data)).subList(1, 3)).isEqualTo(List.of("unknown", "holds"));
        assertThat(result().innerText()).contains("not public");
    }

    @Test
    void what_is_no_assessment_gets_one_plain_sentence() {
        for (String text : List.of("", "no such thing", "{\"a\":1}", "{\"a\":", "%PDF-1.7\ncut")) {
            assertThat(states("a.json", text)).as(text).isEmpty();
            assertThat(result().locator("h2, h3").first().innerText()).as(text).isNotBlank();
            assertThat(result().locator(".todo").count()).as(text).isEqualTo(1);
        }
    }

    @Test
    void other_things_of_the_portal_say_which_file_to_take_instead() {
        assertThat(states("a.jsonld", published(".jsonld"))).isEmpty();
        assertThat(result().innerText()).contains("linked data").contains("ends in .json");
        assertThat(states("district.pdf", got("/place/" + Fixture.STREET + ".en.pdf")))
                .isEmpty();
        assertThat(result().innerText()).contains("another kind").contains("site’s page");
    }

    private static byte[] published(String form) {
        return got(SITE + form);
    }

    private static byte[] got(String path) {
        return given().get(path).then().statusCode(200).extract().asByteArray();
    }

    private static Map<String, Object> data() {
        return Json.readObject(new String(published(".json"), StandardCharsets.UTF_8));
    }

    private List<String> states(String name, String text) {
        return states(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The states of the five checks of a file, in their order. */
    private List<String> states(String name, byte[] bytes) {
        int before = page.locator("article.result").count();
        page.setInputFiles("#file", new FilePayload(name, "application/octet-stream", bytes));
        page.waitForFunction("before => document.querySelectorAll('article.result').length > before", before);
        return result().locator("li.check").all().stream()
                .map(check -> check.getAttribute("class").replaceAll(".*\\bs-(\\w+).*", "$1"))
                .toList();
    }

    private Locator result() {
        return page.locator("article.result").first();
    }
}
