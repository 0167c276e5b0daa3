package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.report.Print;
import org.plumbline.web.Lang;

/** Indicators: pages, and their figures as tables. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class IndicatorResource {
    private final Shots shots;
    private final IndicatorPages pages;
    private final IndicatorLists figures;
    private final Lists lists;
    private final PlaceTable places;
    private final Answers answers;
    private final IndicatorPaper paper;
    private final Papers papers;

    IndicatorResource(
            Shots shots,
            IndicatorPages pages,
            IndicatorLists figures,
            Lists lists,
            PlaceTable places,
            Answers answers,
            IndicatorPaper paper,
            Papers papers) {
        this.paper = paper;
        this.papers = papers;
        this.shots = shots;
        this.pages = pages;
        this.figures = figures;
        this.lists = lists;
        this.places = places;
        this.answers = answers;
    }

    /** All indicators of the district or of a street. */
    @GET
    @Path("{lang:zh|en}/indicators")
    public Response all(
            @PathParam("lang") String language,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = asked(edition, siteClass);
            return new Sheet(
                    pages.all(shot, lang, place(shot, place), siteClass),
                    IndicatorPages.faces(shot, "/indicators", siteClass));
        });
    }

    /** One indicator by street and by round. */
    @GET
    @Path("{lang:zh|en}/indicators/{notation}")
    public Response one(
            @PathParam("lang") String language,
            @PathParam("notation") String notation,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = asked(edition, siteClass);
            return new Sheet(
                    pages.one(shot, lang, notation, place(shot, place), siteClass),
                    IndicatorPages.faces(shot, "/indicators/" + notation, siteClass));
        });
    }

    /** The figures of every indicator and place as a table. */
    @GET
    @Path("indicators.{form:csv|json}")
    public Response allData(
            @PathParam("form") String form,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition,
            @Context UriInfo uri) {
        return data(form, edition, siteClass, IndicatorLists.ALL, uri);
    }

    /** The figures of one indicator in every place as a table; of all of them for {@code all}, as a workbook too. */
    @GET
    @Path("indicators/{notation:[^/.]+}.{list:" + Listing.FORMS + "}")
    public Response oneData(
            @PathParam("notation") String notation,
            @PathParam("list") String form,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition,
            @Context UriInfo uri) {
        return data(form, edition, siteClass, notation, uri);
    }

    /** The yearly book of indicators of the district as a paper. */
    @GET
    @Path("indicators.{print:" + Print.SUFFIXES + "}")
    public Response book(@PathParam("print") String suffix, @QueryParam("edition") @DefaultValue("") String edition) {
        Print print = Print.of(suffix);
        return answers.data(print.form().type(), () -> papers.write(paper.of(shots.need(edition)), print));
    }

    private Response data(String form, String edition, String siteClass, String notation, UriInfo uri) {
        return lists.answer(
                form,
                edition,
                uri,
                shot -> figures.of(shot, notation, Asked.oneOf(siteClass, PortalResource.classes(shot))));
    }

    private Shot asked(String edition, String siteClass) {
        Shot shot = shots.need(edition);
        Asked.oneOf(siteClass, PortalResource.classes(shot));
        return shot;
    }

    /** The district, or the street that was asked for. */
    private PublishedPlace place(Shot shot, String code) {
        if (code.isEmpty() || code.equals(shot.district().code())) {
            return shot.district();
        }
        return places.place(shot.id(), code)
                .filter(place -> place.kind().equals("STREET"))
                .orElseThrow(BadRequestException::new);
    }
}
