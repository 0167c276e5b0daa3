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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.publication.page.Answers.Asker;
import org.plumbline.web.Lang;

/** One submission: where facts came from. */
@Path("/{lang:zh|en}/submission")
@PermitAll
@RunOnVirtualThread
public class SubmissionResource {
    private final Shots shots;
    private final SubmissionPages pages;
    private final Answers answers;

    SubmissionResource(Shots shots, SubmissionPages pages, Answers answers) {
        this.shots = shots;
        this.pages = pages;
        this.answers = answers;
    }

    /** The page. */
    @GET
    @Path("{id}")
    public Response page(
            @PathParam("lang") String language,
            @PathParam("id") String id,
            @Context Request request,
            @Context UriInfo uri) {
        Lang lang = Lang.of(language);
        Shot shot = shots.need("");
        UUID uuid = uuid(id);
        return answers.page(
                new Asker(request, uri), Optional.of(shot), lang, List.of(), () -> pages.html(shot, lang, uuid));
    }

    private static UUID uuid(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFoundException();
        }
        return UUID.fromString(text);
    }
}
