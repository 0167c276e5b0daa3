package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.plumbline.browser.Chromium;
import org.plumbline.rulebook.json.Json;

/** The packaged program as the offices use it, from an empty folder: the first administrator, an import, a power cut. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkIT {
    private static final Path FOLDER = Path.of("target", "work");
    private static final Path DATA = FOLDER.resolve("data");
    private static final String PERSON = "欧阳某某";
    private static final String SITE = "310112902001-RS01";

    private static final Path MAPPING = Path.of("standards", "mappings", "community-facilities.ttl");
    private static final Pattern HEAD = Pattern.compile("csvw:title \"([^\"]+)\"(?: ; pl:under \"([^\"]+)\")?");

    private static final MockOAuth2Server provider = new MockOAuth2Server(new OAuth2Config());
    private static Chromium chromium;
    private static Portal portal;

    @BeforeAll
    static void open() throws Exception {
        Portal.delete(FOLDER);
        Files.createDirectories(FOLDER);
        chromium = new Chromium();
        provider.start(0);
        portal = opened();
    }

    /** With the district's own OpenID provider beside its accounts. */
    private static Portal opened() throws Exception {
        Map<String, String> settings = Map.of(
                "PLUMBLINE_ACCOUNT_SSO", "true",
                "QUARKUS_OIDC_SSO_AUTH_SERVER_URL",
                        provider.issuerUrl("district").toString(),
                "QUARKUS_OIDC_SSO_CLIENT_ID", "plumbline",
                "QUARKUS_OIDC_SSO_CREDENTIALS_SECRET", "a-secret-of-the-test-that-is-long-enough");
        return Portal.openOn(settings, DATA, Duration.ofMinutes(2));
    }

    @AfterAll
    static void close() throws Exception {
        portal.close();
        chromium.close();
        provider.shutdown();
    }

    @Test
    @Order(1)
    void the_first_administrator_is_made_with_the_printed_code_and_makes_the_others() throws InterruptedException {
        for (int i = 0; i < 100 && !portal.said().contains("first-administrator"); i++) {
            Thread.sleep(100);
        }
        String code = portal.said().replaceFirst("(?s).*(/zh/first-administrator\\?code=\\S+).*", "$1");
        assertThat(code).startsWith("/zh/first-administrator?code=");
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            whole(page, code);
            page.fill("#login", Portal.KEEPER);
            page.fill("#name", "管理");
            page.fill("#password", Portal.PASSWORD);
            page.click("main button[type=submit]");
            assertThat(page.url()).contains("/zh/sign-in");
            signIn(page, Portal.KEEPER);
            page.navigate(portal.address() + "/zh/work/people");
            for (String role : List.of("district-officer", "publisher")) {
                page.locator("details summary").first().click();
                page.selectOption("#role-" + Portal.KEEPER, role);
                page.locator("form[action$='" + Portal.KEEPER + "/roles'] button")
                        .click();
                assertThat(page.content()).contains("已更改");
            }
            assertThat(page.navigate(portal.address() + code).status()).isEqualTo(404);
            whole(page, "/en/work");
            assertThat(page.locator(".first li").count())
                    .as("what a new portal lacks")
                    .isEqualTo(4);
            assertThat(page.locator(".first li[aria-current=step]").innerText()).contains("Bring in your colleagues");
        }
    }

    @Test
    @Order(2)
    void a_register_and_facts_are_handed_in_published_and_seen() throws Exception {
        Path committees = Files.writeString(
                FOLDER.resolve("committees.csv"),
                "code,name,street_code,street_name,district_name\n310112902001,甲居委会,310112902,试验街道,试验区\n");
        Path sites = Files.writeString(
                FOLDER.resolve("sites.csv"),
                "site_code,class,name,committee_or_street_code\n" + SITE + ",RS,甲站,310112902001\n");
        Path facts = Files.writeString(
                FOLDER.resolve("facts.csv"),
                "site,date,source,floorArea,siteName\n" + SITE + ",2026-01-05,Inspector,480," + PERSON
                        + "的站\nnowhere,2026-01-05,Inspector,1,\n");
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, Portal.KEEPER);
            for (Path file : List.of(committees, sites)) {
                assertThat(handIn(page, file, "register")).contains("每一行都有答复");
            }
            page.navigate(portal.address() + "/en/work");
            assertThat(page.locator(".first li.done").allInnerTexts().toString())
                    .contains("Import the register");
            assertThat(handIn(page, facts, "facts")).contains("nowhere", "下载退回的行");
            page.navigate(portal.address() + "/en/work/publications");
            page.fill("#on", "2026-01-31");
            page.click("main button[type=submit]");
            page.waitForCondition(() -> {
                page.navigate(portal.address() + "/en/work/publications");
                return page.content().contains("public now");
            });
            page.navigate(portal.address() + "/zh/site/" + SITE);
            assertThat(page.content()).contains("甲站", "480", PERSON);
            erase(page);
            for (String path : List.of("/zh/site/" + SITE, "/site/" + SITE + ".json")) {
                assertThat(page.request().get(portal.address() + path).text())
                        .contains("480")
                        .doesNotContain(PERSON);
            }
        }
    }

    /** Somebody asks for it; the text is found, and gone for good. */
    private static void erase(Page page) {
        page.navigate(portal.address() + "/zh/work/erasure");
        page.fill("#text", PERSON);
        page.click("main form[role=search] button");
        // What was looked for stands in no address.
        assertThat(page.url()).isEqualTo(portal.address() + "/zh/work/erasure/search");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.check("main li input[type=checkbox]");
        page.fill("#why", "当事人申请");
        page.click("main form:has(#why) button");
        assertThat(page.content()).contains("已删除，无法恢复");
        page.fill("#text", PERSON);
        page.click("main form[role=search] button");
        assertThat(page.content()).contains("没有查到");
    }

    @Test
    @Order(3)
    void every_page_of_work_is_whole_on_a_phone_and_a_desk_in_both_languages() {
        for (int width : new int[] {360, 1280}) {
            try (BrowserContext context =
                    chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
                Page page = context.newPage();
                whole(page, "/zh/sign-in");
                signIn(page, Portal.KEEPER);
                for (String path : List.of(
                        "/work",
                        "/work/imports",
                        "/work/papers",
                        "/work/erasure",
                        "/work/publications",
                        "/work/people",
                        "/work/audit",
                        "/data")) {
                    whole(page, "/zh" + path);
                    whole(page, "/en" + path);
                }
                page.navigate(portal.address() + "/zh/work/imports");
                page.locator("main table a").first().click();
                whole(page, page.url().substring(portal.address().length()));
            }
        }
    }

    @Test
    @Order(4)
    void another_office_s_table_is_previewed_by_the_mapping_that_is_chosen_and_recorded_after_that() throws Exception {
        List<String> heads = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        Matcher found = HEAD.matcher(Files.readString(MAPPING));
        while (found.find()) {
            heads.add(found.group(2) == null ? found.group(1) : found.group(2) + "-" + found.group(1));
            cells.add(
                    switch (found.group(1)) {
                        case "单位名称" -> "甲居委会";
                        case "填报日期" -> "2026-01-06";
                        default -> "7";
                    });
        }
        Path table = Files.writeString(
                FOLDER.resolve("ministry.csv"), String.join(",", heads) + "\n" + String.join(",", cells) + "\n");
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            signIn(page, Portal.KEEPER);
            page.navigate(portal.address() + "/zh/work/imports");
            page.setInputFiles("#file", table);
            page.selectOption("#kind", "facts");
            page.selectOption("#mapping", "community-facilities");
            page.check("input[name=preview]");
            page.click("main button[type=submit]");
            assertThat(ended(page)).contains("预览", "什么都没有记录", "民政部社区综合服务设施表", SITE);
            String preview = page.url().substring(portal.address().length());
            whole(page, preview);
            whole(page, preview.replace("/zh/", "/en/"));
            assertThat(known(page)).doesNotContain("2026-01-06");
            page.navigate(portal.address() + preview);
            page.click("form[action$='/record'] button");
            assertThat(page.url()).doesNotEndWith(preview);
            assertThat(ended(page)).doesNotContain("什么都没有记录").contains(SITE);
            assertThat(known(page)).contains("2026-01-06", "站点申报");
        }
    }

    /** What is known of the site, as the pages of work show it. */
    private static String known(Page page) {
        page.navigate(portal.address() + "/zh/work/sites?code=" + SITE);
        return page.content();
    }

    @Test
    @Order(5)
    void somebody_whom_the_provider_of_the_district_knows_signs_in_with_it() {
        for (String login : List.of(Portal.KEEPER, "somebody-else")) {
            provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                    "district",
                    "subject-of-" + login,
                    "JWT",
                    List.of("plumbline"),
                    Map.of("preferred_username", login),
                    300));
            try (BrowserContext context =
                    chromium.browser().newContext(new Browser.NewContextOptions().setLocale("zh-CN"))) {
                Page page = context.newPage();
                page.navigate(portal.address() + "/zh/sign-in");
                page.click("main a[href='/sso']");
                if (login.equals(Portal.KEEPER)) {
                    assertThat(page.url()).isEqualTo(portal.address() + "/zh/work");
                    assertThat(page.content()).contains("您好");
                } else {
                    assertThat(page.url()).endsWith("/zh/sign-in?refused=sso");
                    whole(page, "/zh/sign-in?refused=sso");
                    assertThat(page.content()).contains("没有您可用的账号");
                }
            }
        }
    }

    @Test
    @Order(6)
    void what_was_acknowledged_over_rest_is_read_after_a_power_cut() throws Exception {
        StringBuilder csv = new StringBuilder("site,date,source,floorArea\n");
        int rows = 400;
        for (int i = 0; i < rows; i++) {
            csv.append("%s,%s,Inspector,%d\n"
                    .formatted(SITE, java.time.LocalDate.of(2000, 1, 1).plusDays(i), 100 + i));
        }
        try (Keeper keeper = new Keeper(portal)) {
            String location = keeper.handIn("cut.csv", csv.toString());
            powerCut();
            portal = opened();
            try (Keeper again = new Keeper(keeper, portal)) {
                Map<String, Object> job = again.ended(location);
                assertThat(job.get("state")).isEqualTo("done");
                assertThat(job.get("rows")).isEqualTo(Json.Number.of(rows));
                assertThat(job.get("refused")).isEqualTo(Json.Number.of(0));
            }
        }
        Portal.Ended verified = Portal.run("verify", "--data", DATA.toString());
        assertThat(verified.code()).as(verified.said()).isZero();
        assertThat(verified.said()).contains("audit");
    }

    private static void powerCut() throws Exception {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(DATA.resolve("postgres.properties"))) {
            secrets.load(in);
        }
        portal.kill();
        ProcessHandle.of(Long.parseLong(secrets.getProperty("pid"))).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void signIn(Page page, String login) {
        page.navigate(portal.address() + "/zh/sign-in");
        page.fill("#login", login);
        page.fill("#password", Portal.PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.url()).contains("/zh/work");
    }

    /** The import's page when it has ended. */
    private static String handIn(Page page, Path file, String kind) {
        page.navigate(portal.address() + "/zh/work/imports");
        page.setInputFiles("#file", file);
        page.selectOption("#kind", kind);
        page.click("main button[type=submit]");
        return ended(page);
    }

    /** The page of an import when it has ended. */
    private static String ended(Page page) {
        String address = page.url();
        page.waitForCondition(() -> {
            page.navigate(address);
            return page.locator("progress").count() == 0 && !page.content().contains("正在排队");
        });
        return page.content();
    }

    private static void whole(Page page, String path) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        Response response = page.navigate(portal.address() + path);
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(complaints).as("console of " + path).isEmpty();
        assertThat(page.locator("h1").count()).as("one h1 on " + path).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(path + " does not scroll sideways")
                .isEqualTo(true);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe on " + path)
                .isEmpty();
    }
}
