package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The figures behind the tables and charts of the pages of places and clauses: CSV, JSON and a workbook. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class FigureResource {
    private final Lists lists;
    private final FigureLists figures;
    private final ClauseLists clauses;

    FigureResource(Lists lists, FigureLists figures, ClauseLists clauses) {
        this.lists = lists;
        this.figures = figures;
        this.clauses = clauses;
    }

    /** The district's streets, or a street's areas and committees, with their figures. */
    @GET
    @Path("places.{list:" + Listing.FORMS + "}")
    public Response places(
            @PathParam("list") String form,
            @QueryParam("street") @DefaultValue("") String street,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition,
            @Context UriInfo uri) {
        return lists.answer(form, edition, uri, shot -> figures.places(shot, street, known(shot, siteClass)));
    }

    /** The rounds of the district, a street, an area or a committee. */
    @GET
    @Path("rounds.{list:" + Listing.FORMS + "}")
    public Response rounds(
            @PathParam("list") String form,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition,
            @Context UriInfo uri) {
        return lists.answer(form, edition, uri, shot -> figures.rounds(shot, place, known(shot, siteClass)));
    }

    /** What came out of each clause in the district or a street. */
    @GET
    @Path("clauses.{list:" + Listing.FORMS + "}")
    public Response clauses(
            @PathParam("list") String form,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition,
            @Context UriInfo uri) {
        return lists.answer(form, edition, uri, shot -> clauses.clauses(shot, place, known(shot, siteClass)));
    }

    /** What came out of a clause in the district and its streets. */
    @GET
    @Path("standard/{standard}/{edition}/clause/{number}/places.{list:" + Listing.FORMS + "}")
    public Response clausePlaces(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("number") String number,
            @PathParam("list") String form,
            @Context UriInfo uri) {
        return lists.named(form, standard + "/" + edition, uri, shot -> clauses.places(shot, number));
    }

    /** The sites that fail a clause. */
    @GET
    @Path("standard/{standard}/{edition}/clause/{number}/failing.{list:" + Listing.FORMS + "}")
    public Response clauseFailing(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("number") String number,
            @PathParam("list") String form,
            @Context UriInfo uri) {
        return lists.named(form, standard + "/" + edition, uri, shot -> clauses.failing(shot, number));
    }

    private static String known(Shot shot, String siteClass) {
        return Asked.oneOf(siteClass, PortalResource.classes(shot));
    }
}
