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
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.Answers.Document;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.page.SitesResource.Query;
import org.plumbline.publication.page.StreetPages.Narrowed;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.report.Print;
import org.plumbline.web.Ended;
import org.plumbline.web.Lang;

/** One place of the register: its page, and the same as data. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class PlaceResource {
    private final Shots shots;
    private final PlaceTable places;
    private final SuccessionTable successions;
    private final PlacePages pages;
    private final ThingGraphs graphs;
    private final PlacePaper paper;
    private final Papers papers;
    private final Answers answers;
    private final Iris iris;

    PlaceResource(
            Shots shots,
            PlaceTable places,
            SuccessionTable successions,
            PlacePages pages,
            ThingGraphs graphs,
            PlacePaper paper,
            Papers papers,
            Answers answers,
            Iris iris) {
        this.shots = shots;
        this.places = places;
        this.successions = successions;
        this.pages = pages;
        this.graphs = graphs;
        this.paper = paper;
        this.papers = papers;
        this.answers = answers;
        this.iris = iris;
    }

    /** The page of a committee or area; the district and its streets have pages of figures, to which this leads on. */
    @GET
    @Path("{lang:zh|en}/place/{code}")
    public Response page(@PathParam("lang") String language, @PathParam("code") String code, @BeanParam Query query) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.need(query.edition);
            PublishedPlace place = need(shot, code);
            if (!place.path().startsWith("/place/")) {
                throw new RedirectionException(
                        Answers.moved(Response.Status.MOVED_PERMANENTLY, "/" + lang.code() + shot.kept(place.path())));
            }
            Narrowed narrowed = query.narrowed(shot, Order.LOWEST);
            return new Sheet(pages.html(shot, lang, place, narrowed), PlacePages.faces(shot, place));
        });
    }

    /** What the register says of the place, of those around it and of those directly within it. */
    @GET
    @Path("place/{code:[^/.]+}.{form:ttl|jsonld|nt}")
    public Response data(@PathParam("code") String code, @PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.need("");
            PublishedPlace place = need(shot, code);
            Graph graph = graphs.place(shot.publication(), place);
            return Document.of(iris.place(code), shot.inTime("/place/" + code), form, graph);
        });
    }

    /** The summary of the district or one of its streets as a paper. */
    @GET
    @Path("place/{code:[^/.]+}.{print:" + Print.SUFFIXES + "}")
    public Response paper(
            @PathParam("code") String code,
            @PathParam("print") String suffix,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Print print = Print.of(suffix);
        return answers.data(print.form().type(), () -> {
            Shot shot = shots.need(edition);
            PublishedPlace place = need(shot, code);
            if (place.path().startsWith("/place/")) {
                throw new NotFoundException();
            }
            return papers.write(paper.of(shot, place), print);
        });
    }

    private PublishedPlace need(Shot shot, String code) {
        return places.place(shot.id(), code).orElseThrow(() -> Ended.of(code, successions.after(shot.id(), code)));
    }
}
