package org.plumbline.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.browser.Chromium;

/** What pages do with a script: tables as charts, and larger type. */
@QuarkusTest
class ChartsTest {

    @TestHTTPResource("/")
    URI portal;

    @Inject
    Fixture fixture;

    private Chromium chromium;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() {
        fixture.publish();
        chromium = new Chromium();
        page = chromium.browser().newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void close() {
        chromium.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_table_is_drawn_when_it_comes_near_and_stays_one_button_away() throws IOException {
        page.navigate(portal + "en/site/" + Fixture.FIRST);
        Locator table = page.locator("table.chapters");
        assertThat(page.locator(".plot").count())
                .as("nothing is drawn before it comes near")
                .isLessThanOrEqualTo(1);
        table.scrollIntoViewIfNeeded();
        Locator plot = page.locator("figure.plot").first();
        plot.locator("canvas").waitFor();
        assertThat(table.isVisible()).isFalse();
        plot.getByText("Table", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(table.isVisible()).isTrue();
        plot.getByText("Chart", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(table.isVisible()).isFalse();
        Download csv = page.waitForDownload(() -> plot.getByText("CSV").click());
        assertThat(Files.readString(csv.path())).startsWith("\uFEFF\"").contains("\r\n");
        Download picture = page.waitForDownload(() -> plot.getByText("PNG").click());
        assertThat(Files.readAllBytes(picture.path())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void arrow_keys_read_the_values_out() {
        page.navigate(portal + "en/site/" + Fixture.FIRST);
        page.locator("table.chapters").scrollIntoViewIfNeeded();
        Locator canvas = page.locator("figure.plot .canvas").first();
        canvas.locator("canvas").waitFor();
        assertThat(canvas.getAttribute("aria-label")).contains("Use the arrow keys");
        canvas.focus();
        page.keyboard().press("ArrowDown");
        String first = page.locator("figure.plot [role=status]").first().textContent();
        page.keyboard().press("ArrowDown");
        String second = page.locator("figure.plot [role=status]").first().textContent();
        assertThat(first)
                .startsWith("4")
                .contains(": ")
                .as("what is drawn, not the score")
                .contains("passed ");
        assertThat(second).startsWith("5").isNotEqualTo(first);
    }

    @Test
    void larger_type_is_remembered_on_the_next_page() {
        page.navigate(portal + "zh/");
        Locator larger = page.locator("button.larger");
        double usual = size();
        larger.click();
        assertThat(size()).isGreaterThan(usual * 1.2);
        page.navigate(portal + "zh/methods");
        assertThat(page.locator("button.larger").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(size()).isGreaterThan(usual * 1.2);
        page.locator("button.larger").click();
        assertThat(size()).isEqualTo(usual);
    }

    /** The type size of the page in pixels. */
    private double size() {
        return ((Number) page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)"))
                .doubleValue();
    }
}
