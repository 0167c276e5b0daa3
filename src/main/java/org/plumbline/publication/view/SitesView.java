package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Choice;
import org.plumbline.web.Page;

/**
 * All sites, searched and narrowed. Address: {@code /sites?q=…&edition=…&class=…&band=…&street=…&sort=…&page=…}.
 *
 * @param page the frame
 * @param query words searched for in name and code, empty for all
 * @param edition the edition the results are held against
 * @param editions the switch between editions
 * @param streets the filter by street, "all" first
 * @param places streets and other places that the search finds too, streets first
 * @param sites the sites found
 */
public record SitesView(
        Page page,
        String query,
        Edition edition,
        List<Choice> editions,
        List<Choice> streets,
        List<Place> places,
        SiteTable sites) {}
