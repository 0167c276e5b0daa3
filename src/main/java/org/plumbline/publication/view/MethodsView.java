package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Page;

/**
 * The methods page: what figures and outcomes mean. Address: {@code /methods}.
 *
 * @param page the frame
 * @param edition the edition its examples of bands come from
 * @param bands bands of that edition, best first
 */
public record MethodsView(Page page, Edition edition, List<Band> bands) {
    /** The scale of the bands. */
    public List<Scale.Zone> zones() {
        return Scale.zones(bands);
    }
}
