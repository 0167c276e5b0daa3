package org.plumbline.publication.view;

import org.plumbline.web.Text;

/**
 * A site that fails a clause.
 *
 * @param code site code
 * @param name its name
 * @param kind its class
 * @param street its street
 * @param gap what is missing, one sentence
 */
public record FailingSite(String code, Text name, Kind kind, Place street, Text gap) {
    /** Language-free address of the site's page. */
    public String path() {
        return "/site/" + code;
    }
}
