package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.plumbline.publication.map.DistrictMap;
import org.plumbline.publication.map.DistrictMap.Given;
import org.plumbline.web.Lang;

/** The map of the district, where the office provides one: its page and its layers. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class MapResource {
    private static final String GEO = "application/geo+json";

    private final DistrictMap map;
    private final MapPages pages;
    private final Shots shots;
    private final Answers answers;

    MapResource(DistrictMap map, MapPages pages, Shots shots, Answers answers) {
        this.map = map;
        this.pages = pages;
        this.shots = shots;
        this.answers = answers;
    }

    /** The page. */
    @GET
    @Path("{lang:zh|en}/map")
    public Response page(
            @PathParam("lang") String language,
            @QueryParam("edition") @DefaultValue("") String edition,
            @QueryParam("page") @DefaultValue("1") int page) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> pages.sheet(shots.need(edition), given(), lang, page));
    }

    /** The outlines of the streets as GeoJSON. */
    @GET
    @Path("map/streets.geojson")
    public Response streets(@QueryParam("edition") @DefaultValue("") String edition) {
        return answers.data(GEO, () -> pages.streets(shots.need(edition), given()));
    }

    /** The sites that have coordinates as GeoJSON, with score and band. */
    @GET
    @Path("map/sites.geojson")
    public Response sites(@QueryParam("edition") @DefaultValue("") String edition) {
        return answers.data(GEO, () -> pages.sites(shots.need(edition), given()));
    }

    private Given given() {
        return map.given().orElseThrow(NotFoundException::new);
    }
}
