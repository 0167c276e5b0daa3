package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.browser.Chromium;
import org.plumbline.browser.PageWeight;
import org.plumbline.rulebook.json.Json;

/** The packaged program with the demonstration district, used as people use it: in Chromium, by file, after a power cut. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationIT {
    private static final Path DATA = Path.of("target", "demonstration");
    private static final String SITE = "310112101001-RS01";
    private static final List<String> PAGES = List.of(
            "/",
            "/?edition=public-culture/2026",
            "/street/310112101",
            "/sites?q=RS01",
            "/site/" + SITE,
            "/site/" + SITE + "?edition=public-culture/2026",
            "/place/310112101001",
            "/place/310112101-A01",
            "/role/demonstration",
            "/standard/model-station/2026",
            "/standard/model-station/2026/clause/8.1",
            "/standard/public-culture/2026/clause/3.4",
            "/changes",
            "/indicators",
            "/indicators/I04",
            "/data",
            "/query",
            "/compare?street=310112101&street=310112106&class=RS",
            "/compare?site=" + SITE,
            "/glossary",
            "/methods");

    private static final int PHONE = 360;
    /** What WeChat's own browser calls itself on an Android phone. */
    private static final String WECHAT =
            "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                    + " Chrome/111.0.5563.116 Mobile Safari/537.36 XWEB/5169 MMWEBSDK/20230604 MicroMessenger/8.0.38.2400(0x28002639)"
                    + " WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64";

    private static Portal portal;
    private static Chromium chromium;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        Portal.delete(DATA);
        portal = Portal.open(DATA, Duration.ofMinutes(6));
        chromium = new Chromium();
        playwright = chromium.playwright();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (portal != null) {
            portal.close();
        }
    }

    static Stream<String> views() {
        return PAGES.stream().flatMap(page -> Stream.of("/zh", "/en").map(language -> language + page));
    }

    @ParameterizedTest
    @MethodSource("views")
    @Order(1)
    void a_page_is_whole_on_a_phone_and_a_desk(String path) {
        for (int width : new int[] {PHONE, 1280}) {
            Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(width, 900);
            if (width == PHONE) {
                options.setUserAgent(WECHAT).setIsMobile(true).setHasTouch(true).setDeviceScaleFactor(2);
            }
            try (BrowserContext context = browser.newContext(options)) {
                Page page = context.newPage();
                List<String> complaints = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
                page.onRequest(request -> {
                    if (!request.url().startsWith(portal.address())
                            && !request.url().startsWith("data:")) {
                        complaints.add("outgoing request to " + request.url());
                    }
                });
                Response response = page.navigate(portal.address() + path);
                assertThat(response.status()).as(path).isEqualTo(200);
                assertThat(complaints).as("console and requests of " + path).isEmpty();
                assertThat(page.locator("h1").count()).as("one h1 on " + path).isEqualTo(1);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path + " at " + width + " px does not scroll sideways")
                        .isEqualTo(true);
                assertThat(page.content())
                        .as("synthetic facts are named on " + path)
                        .containsAnyOf("演示数据", "Demonstration");
                assertThat(page.content())
                        .as("the fixed date stands on " + path)
                        .containsAnyOf("2026年11月1日", "1 November 2026");
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("axe on " + path + " at " + width + " px")
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    @Order(2)
    void a_page_weighs_little(String path) {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(PHONE, 740);
        try (BrowserContext context = browser.newContext(phone)) {
            PageWeight weight = PageWeight.of(context, portal.address() + path);
            assertThat(weight.before())
                    .as("bytes of " + path + " before charts")
                    .isBetween(1_000L, PageWeight.MOST.before());
            assertThat(weight.whole()).as("bytes of " + path + " with charts").isLessThan(PageWeight.MOST.whole());
        }
    }

    @Test
    @Order(2)
    void a_district_figure_leads_down_to_one_fact_its_source_and_date() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(portal.address() + "/zh/");
            assertThat(page.locator("table[data-plot=columns] tbody tr").count())
                    .as("steps of the scores' spread")
                    .isPositive();
            page.locator("a[href^='/zh/street/']").first().click();
            page.locator("a[href^='/zh/site/']").first().click();
            assertThat(page.url()).contains("/zh/site/");
            page.locator("a[href^='/zh/submission/']").first().click();
            assertThat(page.content()).containsAnyOf("检查员", "登记", "系统", "申报").contains("2026");
            page.locator("a[href^='/en/submission/']").first().click();
            assertThat(page.url()).as("the language switch keeps the place").contains("/en/submission/");
        }
    }

    @Test
    @Order(2)
    void a_reader_without_script_sees_the_same() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(portal.address() + "/en/site/" + SITE);
            assertThat(page.content()).contains(SITE);
            assertThat(page.locator("table.chapters tbody tr").count()).isPositive();
            assertThat(page.locator("table.chapters").isVisible()).isTrue();
            assertThat(page.locator("button.larger").isVisible())
                    .as("a button that would do nothing")
                    .isFalse();
        }
    }

    @Test
    @Order(2)
    void a_query_is_written_with_the_keyboard_alone_and_nobody_else_is_asked() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onRequest(request -> {
                if (!request.url().startsWith(portal.address())) {
                    complaints.add("outgoing request to " + request.url());
                }
            });
            // The dataset may still be filled in the background.
            page.waitForCondition(
                    () -> page.request()
                            .get(portal.address() + "/en/query/words.json")
                            .text()
                            .contains("Floor area"),
                    new Page.WaitForConditionOptions().setTimeout(180_000));
            page.navigate(portal.address() + "/en/query");
            page.locator("#query-label").click();
            page.locator(".editor textarea, .editor [contenteditable]").first().waitFor();
            page.keyboard().press("Control+A");
            page.keyboard().type("SELECT * WHERE { ?site f:floorA");
            page.keyboard().press("Control+Space");
            page.locator(".CodeMirror-hint").getByText("Floor area").waitFor();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.keyboard().press("Enter");
            page.keyboard().type(" ) ");
            page.locator("#query-fault").getByText("Line 2 is not SPARQL").waitFor();
            page.locator(".parseErrorIcon").hover();
            page.locator("#query-label").click();
            page.keyboard().press("Control+End");
            page.keyboard().press("Backspace");
            page.keyboard().press("Backspace");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BUTTON");
            page.keyboard().press("Shift+Tab");
            page.keyboard().type(" ?area }");
            page.keyboard().press("Control+Enter");
            page.locator("tbody tr").first().waitFor();
            assertThat(page.locator("thead").textContent()).contains("site").contains("area");
            assertThat(page.locator("#query").inputValue()).contains("PREFIX f: <https://w3id.org/plumbline/facts#>");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    @Order(2)
    void a_search_finds_a_site_by_name_and_by_code() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(portal.address() + "/zh/");
            page.locator("input[name=q]").first().fill("莘庄");
            page.locator("input[name=q]").first().press("Enter");
            assertThat(page.locator("a[href^='/zh/site/']").count()).isPositive();
            page.navigate(portal.address() + "/zh/sites?q=" + SITE);
            assertThat(page.locator("a[href^='/zh/site/" + SITE + "']").count()).isPositive();
        }
    }

    private static APIResponse get(String path) {
        return playwright.request().newContext().get(portal.address() + path);
    }

    @Test
    @Order(2)
    void a_site_and_a_standard_are_data_too() {
        APIResponse json = get("/site/" + SITE + ".json");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.text())
                .contains("\"synthetic\":true")
                .contains("\"clauses\"")
                .contains("\"rulebook\":\"sha256:");
        for (String path : List.of("/site/" + SITE + ".ttl", "/standard/model-station/2026.ttl")) {
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(new ByteArrayInputStream(get(path).body()))
                    .lang(Lang.TURTLE)
                    .parse(graph);
            assertThat(graph.size()).as(path).isGreaterThan(200);
        }
        assertThat(get("/site/" + SITE + ".ttl").text()).contains("synthetic");
        assertThat(get("/standard/model-station/2026.json").text()).contains("\"5.6\"");
    }

    @Test
    @Order(2)
    void the_report_carries_text_and_the_data() throws IOException {
        APIResponse response = get("/site/" + SITE + ".pdf");
        assertThat(response.headers().get("content-type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(response.body())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains(SITE).contains("标准符合性评估报告");
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames())
                    .containsKey("assessment.jsonld");
        }
    }

    @Test
    @Order(2)
    void anybody_can_repeat_a_published_verdict() throws Exception {
        String published = get("/site/" + SITE + ".json").text();
        Path file = Files.writeString(Path.of("target", "published.json"), published);
        Portal.Ended again = Portal.run(
                "assess",
                "--standard",
                "standards/model-station/2026",
                "--facts",
                file.toString(),
                "--on",
                "2026-11-01",
                "--format",
                "json");
        assertThat(again.code()).as(again.said()).isZero();
        Map<String, Object> before = Json.readObject(published);
        Map<String, Object> after = Json.readObject(again.said());
        for (String said : List.of("score", "scoreLow", "scoreHigh", "band", "rulebook", "vetoes", "chapters")) {
            assertThat(after.get(said)).as(said).isEqualTo(untyped(before.get(said)));
        }
        assertThat(outcomes(after)).isEqualTo(outcomes(before)).hasSizeGreaterThan(80);
    }

    /** Without the numbers that stand once more as typed ones, for who reads it as JSON-LD. */
    private static Object untyped(Object published) {
        return switch (published) {
            case List<?> list -> list.stream().map(DemonstrationIT::untyped).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> untyped = new TreeMap<>(map);
                untyped.keySet().removeIf(key -> key.toString().startsWith("pl:"));
                yield untyped;
            }
            case null, default -> published;
        };
    }

    private static List<?> outcomes(Map<String, Object> assessment) {
        return ((List<?>) assessment.get("clauses"))
                .stream()
                        .map(clause -> List.of(
                                String.valueOf(((Map<?, ?>) clause).get("clause")),
                                String.valueOf(((Map<?, ?>) clause).get("outcome"))))
                        .toList();
    }

    @Test
    @Order(2)
    void what_is_not_there_is_a_page_for_people_and_a_problem_for_programs() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            assertThat(page.navigate(portal.address() + "/en/site/310112999999-RS01")
                            .status())
                    .isEqualTo(404);
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
        APIResponse json = get("/site/310112999999-RS01.json");
        assertThat(json.status()).isEqualTo(404);
        assertThat(json.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(get("/zh/street/310112101?page=abc").status()).isEqualTo(400);
        // No provider to sign in with is configured.
        assertThat(get("/sso").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void a_command_shares_the_database_of_the_running_server() throws Exception {
        Portal.Ended verified = Portal.run("verify", "--data", DATA.toString());
        assertThat(verified.said()).contains("The chain holds");
        assertThat(verified.code()).isZero();
    }

    @Test
    @Order(3)
    void facts_that_are_imported_and_published_stand_on_the_site_page() throws Exception {
        Portal.keeper(DATA);
        Path file = DATA.resolve("facts.csv");
        Files.writeString(
                file,
                "site,date,source,floorArea,exits\n" + SITE
                        + ",2026-10-30,Inspector,777.5,3\nnowhere,2026-10-30,Inspector,1,1\n");
        Portal.Ended imported = Portal.run("import", "facts", file.toString(), "--data", DATA.toString());
        assertThat(imported.code()).as(imported.said()).isEqualTo(1);
        assertThat(imported.said()).contains("1 accepted").contains("1 refused");
        assertThat(Files.readString(DATA.resolve("facts-refused.csv"), StandardCharsets.UTF_8))
                .contains("nowhere");
        Portal.Ended again = Portal.run("import", "facts", file.toString(), "--data", DATA.toString());
        assertThat(again.said()).contains("0 submissions recorded").contains("1 unchanged");
        Portal.Ended published = Portal.run("publish", "--on", "2026-11-01", "--data", DATA.toString());
        assertThat(published.code()).as(published.said()).isZero();
        assertThat(get("/site/" + SITE + ".json").text()).contains("\"777.5\"");
    }

    @Test
    @Order(4)
    void after_a_power_cut_everything_acknowledged_is_there() throws Exception {
        portal.kill();
        portal = Portal.open(DATA, Duration.ofMinutes(2));
        assertThat(portal.said()).as("nothing is loaded again").doesNotContain("Loading");
        assertThat(get("/site/" + SITE + ".json").text()).contains("\"777.5\"");
        assertThat(Portal.run("verify", "--data", DATA.toString()).code()).isZero();
        assertThat(Portal.run("rebuild", "--data", DATA.toString()).code()).isZero();
        assertThat(Portal.run("verify", "--data", DATA.toString()).said()).contains("agrees");
    }
}
