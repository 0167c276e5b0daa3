package org.plumbline.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of one site, arranged for one rulebook.
 *
 * @param site the site's IRI
 * @param siteClass index of its class in the rulebook
 * @param facts the facts of the site
 * @param judgements by clause index: passed or failed as a person judged, null where nobody did
 */
public record SiteRecord(
        String site, int siteClass, Subject facts, @Nullable Outcome[] judgements) {}
