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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.plumbline.publication.page.Answers.Asker;
import org.plumbline.rdf.Turtle;
import org.plumbline.web.Lang;

/** An edition and its clauses: pages, and the edition as data. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class StandardResource {
    private final Shots shots;
    private final StandardPages pages;
    private final ClausePages clauses;
    private final Answers answers;

    StandardResource(Shots shots, StandardPages pages, ClausePages clauses, Answers answers) {
        this.shots = shots;
        this.pages = pages;
        this.clauses = clauses;
        this.answers = answers;
    }

    /** The standard as a readable document with its results. */
    @GET
    @Path("{lang:zh|en}/standard/{standard}/{edition}")
    public Response page(
            @PathParam("lang") String language,
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @Context Request request,
            @Context UriInfo uri) {
        Lang lang = Lang.of(language);
        Shot shot = shot(standard, edition);
        String path = Standards.head(shot.edition()).path();
        return answers.page(
                new Asker(request, uri),
                Optional.of(shot),
                lang,
                StandardPages.faces(path),
                () -> pages.html(shot, lang));
    }

    /** One clause and how the district does on it. */
    @GET
    @Path("{lang:zh|en}/standard/{standard}/{edition}/clause/{number}")
    public Response clause(
            @PathParam("lang") String language,
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @PathParam("number") String number,
            @QueryParam("page") @DefaultValue("") String page,
            @Context Request request,
            @Context UriInfo uri) {
        Lang lang = Lang.of(language);
        Shot shot = shot(standard, edition);
        int wanted = Asked.page(page);
        return answers.page(
                new Asker(request, uri),
                Optional.of(shot),
                lang,
                List.of(),
                () -> clauses.html(shot, lang, number, wanted));
    }

    /** The compiled rulebook with what stands around its clauses. */
    @GET
    @Path("standard/{standard}/{edition:[^/.]+}.json")
    public Response json(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @Context Request request,
            @Context UriInfo uri) {
        Shot shot = shot(standard, edition);
        return answers.data(
                new Asker(request, uri),
                shot,
                "application/json;charset=UTF-8",
                () -> StandardData.json(shot.edition()));
    }

    /** The edition's own triples. */
    @GET
    @Path("standard/{standard}/{edition:[^/.]+}.ttl")
    public Response turtle(
            @PathParam("standard") String standard,
            @PathParam("edition") String edition,
            @Context Request request,
            @Context UriInfo uri) {
        Shot shot = shot(standard, edition);
        return answers.data(new Asker(request, uri), shot, "text/turtle;charset=UTF-8", () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Turtle.write(shot.edition().graph(), out);
            return out.toByteArray();
        });
    }

    /** An edition that is not there is a page that is not there, not a wrong parameter. */
    private Shot shot(String standard, String edition) {
        try {
            return shots.need(standard + "/" + edition);
        } catch (BadRequestException e) {
            throw new NotFoundException(e);
        }
    }
}
