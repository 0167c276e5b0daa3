package org.plumbline.publication.view;

import org.jspecify.annotations.Nullable;
import org.plumbline.web.Text;

/**
 * A site in a table.
 *
 * @param code site code
 * @param name its name
 * @param kind its class
 * @param street the street it lies in
 * @param score its result; null = not assessed
 * @param failedShall failed 应 clauses
 * @param failed failed clauses in all
 * @param open untested and contradictory clauses
 * @param vetoes failed vetoes
 */
public record SiteRow(
        String code,
        Text name,
        Kind kind,
        Place street,
        @Nullable Score score,
        long failedShall,
        long failed,
        long open,
        long vetoes) {

    /** Whether the site complies: enough of it is measured to say so, and it fails no 应 clause and no veto. */
    public boolean complies() {
        return score != null && !score.provisional() && failedShall == 0 && vetoes == 0;
    }

    /** Language-free address of the site's page. */
    public String path() {
        return "/site/" + code;
    }
}
