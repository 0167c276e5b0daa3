package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.plumbline.indicator.Indicator;
import org.plumbline.indicator.IndicatorBook;
import org.plumbline.indicator.IndicatorValue;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.snapshot.IndicatorTable;
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
    private final IndicatorBook book;
    private final IndicatorTable table;
    private final PlaceTable places;
    private final Answers answers;
    private final IndicatorPaper paper;
    private final Papers papers;

    IndicatorResource(
            Shots shots,
            IndicatorPages pages,
            IndicatorBook book,
            IndicatorTable table,
            PlaceTable places,
            Answers answers,
            IndicatorPaper paper,
            Papers papers) {
        this.paper = paper;
        this.papers = papers;
        this.shots = shots;
        this.pages = pages;
        this.book = book;
        this.table = table;
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
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = asked(edition, siteClass);
            return new Sheet(
                    pages.one(shot, lang, notation, siteClass),
                    IndicatorPages.faces(shot, "/indicators/" + notation, siteClass));
        });
    }

    /** The figures of every indicator and place as a table. */
    @GET
    @Path("indicators.{form:csv|json}")
    public Response allData(
            @PathParam("form") String form,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition) {
        return data(form, edition, siteClass, "");
    }

    /** The figures of one indicator in every place as a table. */
    @GET
    @Path("indicators/{notation:[^/.]+}.{form:csv|json}")
    public Response oneData(
            @PathParam("notation") String notation,
            @PathParam("form") String form,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition) {
        return data(form, edition, siteClass, notation);
    }

    /** The yearly book of indicators of the district as a paper. */
    @GET
    @Path("indicators.{print:" + Print.SUFFIXES + "}")
    public Response book(@PathParam("print") String suffix, @QueryParam("edition") @DefaultValue("") String edition) {
        Print print = Print.of(suffix);
        return answers.data(print.form().type(), () -> papers.write(paper.of(shots.need(edition)), print));
    }

    private Response data(String form, String edition, String siteClass, String notation) {
        boolean csv = form.equals("csv");
        return answers.data(csv ? "text/csv;charset=UTF-8" : "application/json", () -> {
            Shot shot = asked(edition, siteClass);
            List<Indicator> some = notation.isEmpty()
                    ? book.indicators()
                    : List.of(book.find(notation).orElseThrow(NotFoundException::new));
            List<IndicatorValue> values = table.all(shot.id(), shot.key()).stream()
                    .filter(value -> siteClass.isEmpty() || value.siteClass().equals(siteClass))
                    .toList();
            IndicatorData data = new IndicatorData(shot, some);
            return csv ? data.csv(values) : data.json(values);
        });
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
