package org.plumbline.publication.view;

import java.util.List;
import org.plumbline.web.Page;
import org.plumbline.web.Paging;

/**
 * The map of the district. Address: {@code /map}.
 *
 * @param page the frame
 * @param district what the district page says, of which the map shows the streets
 * @param streets address of the outlines as GeoJSON
 * @param sites address of the sites' points
 * @param site address of a site's page, {@code CODE} standing for its code
 * @param points how many sites have coordinates
 * @param unplaced those without, a page of them
 * @param paging the pages of them
 * @param approval the map's approval number (审图号)
 * @param coordinates name of the coordinate system
 * @param tiles address of background tiles; empty for none
 * @param tilesCredit who made them
 */
public record MapView(
        Page page,
        DistrictView district,
        String streets,
        String sites,
        String site,
        long points,
        List<Place> unplaced,
        Paging paging,
        String approval,
        String coordinates,
        String tiles,
        String tilesCredit) {}
