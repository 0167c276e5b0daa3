package org.plumbline.fact.erasure;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Asking;
import org.plumbline.web.Problem;

/** Erasing on request for programs. */
@Path("/api/erasures")
@Tag(name = "erasures", description = "Personal information that is erased on request; the chain stays provable.")
@SecurityRequirement(name = "token")
@PermissionsAllowed("erase")
@RunOnVirtualThread
public class ErasureResource {
    private final Asking asking;
    private final Erasure erasure;

    ErasureResource(Asking asking, Erasure erasure) {
        this.asking = asking;
        this.erasure = erasure;
    }

    /**
     * What to erase.
     *
     * @param hashes of the values
     * @param why the reason
     */
    public record Request(
            @Nullable List<String> hashes, @Nullable String why) {}

    /**
     * What became of it.
     *
     * @param erased how many values are gone that stood before
     */
    public record Done(int erased) {}

    /**
     * What to look for.
     *
     * @param text part of the value
     * @param site code of the only site to look at
     */
    public record Search(@Nullable String text, @Nullable String site) {}

    /** Values that could be erased. The words are no part of the address, which proxies and browsers write down. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Values kept apart that hold a text",
            description =
                    "Free texts, names of files, facts about persons, and reasons in the audit trail, the oldest first, at most 100.")
    @APIResponse(responseCode = "400", description = "Neither two characters of text nor a site.")
    public Response find(@Nullable Search search, @Context UriInfo uri) {
        String text = search == null || search.text() == null ? "" : search.text();
        String site = search == null || search.site() == null ? "" : search.site();
        try {
            return Response.ok(erasure.search(text, site, asking.actor()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Erasure.Refused e) {
            return Problem.refusal(400, "refused.erase." + e.key(), uri);
        }
    }

    /** Erases values. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Erase values for good", description = "At most 100, by the hashes that the search gave.")
    @APIResponse(responseCode = "200", description = "Done; what was gone before is not counted.")
    @APIResponse(responseCode = "400", description = "No reason, no value, or too many at once.")
    public Response erase(@Nullable Request request, @Context UriInfo uri) {
        List<String> hashes = request == null || request.hashes() == null ? List.of() : request.hashes();
        String why = request == null || request.why() == null ? "" : request.why();
        try {
            return Response.ok(new Done(erasure.erase(hashes, why, asking.actor())))
                    .build();
        } catch (Erasure.Refused e) {
            return Problem.refusal(400, "refused.erase." + e.key(), uri);
        }
    }
}
