package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.Answers.Document;
import org.plumbline.publication.page.Answers.Sheet;
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
    public Response page(@PathParam("lang") String language, @PathParam("code") String code) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.need("");
            return new Sheet(pages.html(shot, lang, code), RolePages.faces(shot, code));
        });
    }

    /** What the register says of the role. */
    @GET
    @Path("role/{code:[a-z-]+}.{form:ttl|jsonld|nt}")
    public Response data(@PathParam("code") String code, @PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.need("");
            Graph graph = graphs.role(shot.publication(), code).orElseThrow(NotFoundException::new);
            return Document.of(iris.role(code), shot.inTime("/role/" + code), form, graph);
        });
    }
}
