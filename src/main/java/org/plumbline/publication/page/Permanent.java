package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URI;
import org.plumbline.ledger.Iris;
import org.plumbline.web.Page;

/** Addresses in full, for what is typed in from paper. Templates reach them as {@code inject:permanent}. */
@Named("permanent")
@ApplicationScoped
public class Permanent {
    private final String portal;

    Permanent(Iris iris) {
        String root = URI.create(iris.base()).resolve("/").toString();
        this.portal = root.substring(0, root.length() - 1);
    }

    /** The address of what a page shows, for good. */
    public String of(Page page) {
        return portal + page.to(page.lasting());
    }
}
