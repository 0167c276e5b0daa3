package org.plumbline.publication.page;

import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.publication.view.SiteView;
import org.plumbline.report.Print;

/** Prints the assessment of one site from what is published of it. */
interface SitePaper {
    /**
     * The paper.
     *
     * @param found the published values
     * @param view the same as the page shows them, in both languages
     * @param jsonLd the assessment as JSON-LD, to be attached to a PDF
     */
    byte[] write(SiteShot found, SiteView view, String jsonLd, Print print);
}
