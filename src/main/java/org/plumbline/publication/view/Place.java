package org.plumbline.publication.view;

import org.plumbline.web.Text;

/**
 * A place of the register: district, street or town, committee, area.
 *
 * @param code register code: 6, 9 or 12 digits, or the area's local code
 * @param name official name
 * @param path language-free address of its page, empty if it has none
 */
public record Place(String code, Text name, String path) {
    /** Whether the place has a page of its own. */
    public boolean linked() {
        return !path.isEmpty();
    }
}
