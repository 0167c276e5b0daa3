package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.plumbline.publication.map.DistrictMap;
import org.plumbline.publication.snapshot.ResultTable.Order;

/** The tables of pages whole, where a page shows them in parts: CSV, JSON and a workbook. Each has the parameters of its page. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class ListResource {
    private final Lists lists;
    private final SitesPages sites;
    private final ChangePages changes;
    private final ChangeRows changed;
    private final ComparePages compared;
    private final MapPages maps;
    private final DistrictMap map;
    private final GlossaryPages glossary;

    ListResource(
            Lists lists,
            SitesPages sites,
            ChangePages changes,
            ChangeRows changed,
            ComparePages compared,
            MapPages maps,
            DistrictMap map,
            GlossaryPages glossary) {
        this.lists = lists;
        this.sites = sites;
        this.changes = changes;
        this.changed = changed;
        this.compared = compared;
        this.maps = maps;
        this.map = map;
        this.glossary = glossary;
    }

    /** The sites that a search and filters leave; {@code within} is the code of a committee or area. */
    @GET
    @Path("sites.{list:" + Listing.FORMS + "}")
    public Response sites(
            @PathParam("list") String form,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("street") @DefaultValue("") String street,
            @QueryParam("within") @DefaultValue("") String within,
            @BeanParam SitesResource.Query query,
            @Context UriInfo uri) {
        return lists.answer(
                form,
                query.edition,
                uri,
                shot -> sites.listing(shot, Asked.words(words), street, within, query.narrowed(shot, Order.NAME)));
    }

    /** What changed since the round before. */
    @GET
    @Path("changes.{list:" + Listing.FORMS + "}")
    public Response changes(
            @PathParam("list") String form,
            @QueryParam("way") @DefaultValue("") String way,
            @QueryParam("street") @DefaultValue("") String street,
            @BeanParam SitesResource.Query query,
            @Context UriInfo uri) {
        return lists.answer(
                form,
                query.edition,
                uri,
                shot -> changed.listing(shot, changes.wanted(shot, way, street, query.siteClass)));
    }

    /** Streets or sites side by side. */
    @GET
    @Path("compare.{list:" + Listing.FORMS + "}")
    public Response compared(
            @PathParam("list") String form,
            @QueryParam("street") List<String> streets,
            @QueryParam("site") List<String> ofSites,
            @BeanParam SitesResource.Query query,
            @Context UriInfo uri) {
        CompareResource.either(streets, ofSites);
        return lists.answer(
                form,
                query.edition,
                uri,
                shot -> compared.listing(
                        shot, streets, ofSites, Asked.oneOf(query.siteClass, PortalResource.classes(shot))));
    }

    /** The sites that the district's own map cannot show. */
    @GET
    @Path("map/unplaced.{list:" + Listing.FORMS + "}")
    public Response unplaced(
            @PathParam("list") String form,
            @QueryParam("edition") @DefaultValue("") String edition,
            @Context UriInfo uri) {
        return lists.answer(
                form, edition, uri, shot -> maps.unplaced(shot, map.given().orElseThrow(NotFoundException::new)));
    }

    /** The words of the portal in both languages. */
    @GET
    @Path("glossary.{list:" + Listing.FORMS + "}")
    public Response glossary(@PathParam("list") String form, @Context UriInfo uri) {
        return lists.answer(form, "", uri, glossary::listing);
    }
}
