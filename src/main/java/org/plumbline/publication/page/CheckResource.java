package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The file with which anybody checks a published assessment without the portal; see {@link CheckFile}. */
@Path("/plumbline-check.html")
@PermitAll
@RunOnVirtualThread
public class CheckResource {
    private final CheckFile file;
    private final Answers answers;

    CheckResource(CheckFile file, Answers answers) {
        this.file = file;
        this.answers = answers;
    }

    /** The file, to be kept: it is opened from the reader's own disk, where it works without a network. */
    @GET
    public Response file() {
        Response made =
                answers.data("text/html;charset=UTF-8", () -> file.html().getBytes(StandardCharsets.UTF_8));
        return Response.fromResponse(made)
                .header("Content-Disposition", "attachment; filename=\"plumbline-check.html\"")
                .build();
    }
}
