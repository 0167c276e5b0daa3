package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.Answers.Asker;
import org.plumbline.publication.page.Answers.Document;
import org.plumbline.web.Lang;

/** One role, which stands in public where a person's name would: its page, and the same as data. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class RoleResource {
    private final Shots shots;
    private final RolePages pages;
    private final ThingGraphs graphs;
    private final Answers answers;
    private final Iris iris;

    RoleResource(Shots shots, RolePages pages, ThingGraphs graphs, Answers answers, Iris iris) {
        this.shots = shots;
        this.pages = pages;
        this.graphs = graphs;
        this.answers = answers;
        this.iris = iris;
    }

    /** The page. */
    @GET
    @Path("{lang:zh|en}/role/{code:[a-z-]+}")
    public Response page(
            @PathParam("lang") String language,
            @PathParam("code") String code,
            @Context Request request,
            @Context UriInfo uri) {
        Lang lang = Lang.of(language);
        Shot shot = shots.need("");
        return answers.page(
                new Asker(request, uri),
                Optional.of(shot),
                lang,
                RolePages.faces(shot, code),
                () -> pages.html(shot, lang, code));
    }

    /** What the register says of the role. */
    @GET
    @Path("role/{code:[a-z-]+}.{form:ttl|jsonld|nt}")
    public Response data(
            @PathParam("code") String code,
            @PathParam("form") String form,
            @Context Request request,
            @Context UriInfo uri) {
        Shot shot = shots.need("");
        return answers.graph(
                new Asker(request, uri),
                shot,
                new Document(iris.role(code), shot.inTime("/role/" + code), form),
                () -> graphs.role(shot.publication(), code).orElseThrow(NotFoundException::new));
    }
}
