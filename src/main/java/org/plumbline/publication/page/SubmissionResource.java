package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.page.Answers.Document;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.standard.FactBook;
import org.plumbline.web.Lang;

/** One submission, where facts came from: its page, and the same as data. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class SubmissionResource {
    private final Shots shots;
    private final SubmissionPages pages;
    private final ThingGraphs graphs;
    private final Answers answers;
    private final Iris iris;

    SubmissionResource(Shots shots, SubmissionPages pages, ThingGraphs graphs, Answers answers, Iris iris) {
        this.iris = iris;
        this.shots = shots;
        this.pages = pages;
        this.graphs = graphs;
        this.answers = answers;
    }

    /** The page. */
    @GET
    @Path("{lang:zh|en}/submission/{id}")
    public Response page(@PathParam("lang") String language, @PathParam("id") String id) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.need("");
            UUID uuid = uuid(id);
            return new Sheet(pages.html(shot, lang, uuid), SubmissionPages.faces(shot, uuid));
        });
    }

    /** The submission as far as the public dataset holds it. */
    @GET
    @Path("submission/{id:[^/.]+}.{form:ttl|jsonld|nt}")
    public Response data(@PathParam("id") String id, @PathParam("form") String form) {
        return answers.document(() -> {
            Shot shot = shots.need("");
            UUID uuid = uuid(id);
            FactBook book = shot.editions().getFirst().edition().book();
            Graph graph = graphs.submission(shot.publication(), book, uuid).orElseThrow(NotFoundException::new);
            return Document.of(iris.submission(uuid), shot.inTime("/submission/" + id), form, graph);
        });
    }

    /**
     * A UUID as submissions have it.
     *
     * @throws NotFoundException when the text is none
     */
    static UUID uuid(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFoundException();
        }
        return UUID.fromString(text);
    }
}
