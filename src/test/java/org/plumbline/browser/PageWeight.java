package org.plumbline.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a first visit brings over the line, in bytes as they are sent.
 *
 * @param before as the page stands, before anything is scrolled into view
 * @param whole with all that is fetched on scrolling down to its end
 */
public record PageWeight(long before, long whole) {
    /** What a page may weigh without what charts need, and with it. */
    public static final PageWeight MOST = new PageWeight(150_000, 500_000);

    private static final String SCROLL =
            "async () => { for (let y = 0; y < document.body.scrollHeight; y += 500) { scrollTo(0, y);"
                    + " await new Promise(next => setTimeout(next, 60)); } }";

    /** Visits an address in a browser that has seen nothing yet. */
    public static PageWeight of(BrowserContext context, String address) {
        Page page = context.newPage();
        CDPSession line = context.newCDPSession(page);
        AtomicLong bytes = new AtomicLong();
        line.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet((long) event.get("encodedDataLength").getAsDouble()));
        line.send("Network.enable");
        page.navigate(address);
        long before = bytes.get();
        page.evaluate(SCROLL);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new PageWeight(before, bytes.get());
    }
}
