package org.plumbline.fact.intake;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.web.Problem;

/** Files handed in by programs: the same reading, the same answers and the same rights as on the pages. */
@Path("/api/imports")
@Tag(name = "imports", description = "Files of facts, or of the register, with an answer to each row.")
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An access token; people make theirs at /en/work.")
@SecurityRequirement(name = "token")
@RunOnVirtualThread
public class ImportResource {
    private static final int LATEST = 50;
    private static final int MOST = 1000;

    private final Asking asking;
    private final Intake intake;
    private final IntakeWork work;

    ImportResource(Asking asking, Intake intake, IntakeWork work) {
        this.asking = asking;
        this.intake = intake;
        this.work = work;
    }

    /**
     * A page of answers.
     *
     * @param answers in the order of rows
     * @param next address of the answers that follow; null at the end
     */
    public record AnswerPage(List<Told> answers, @Nullable String next) {}

    /** Takes a file in; it is kept when this answers, and read in the background. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed({"import-facts", "import-register"})
    @Operation(
            summary = "Hand in a file",
            description =
                    "The body is the file as it is: a workbook of the template (.xlsx), CSV (UTF-8 or GB18030), a graph of facts (.ttl, .nt, .jsonld), or a table whose heads a mapping knows. The answer comes as soon as the file is kept; a request that is sent"
                            + " again with the same Idempotency-Key gives the same import and takes nothing twice.")
    @APIResponse(responseCode = "202", description = "Kept; Location leads to the import.")
    @APIResponse(responseCode = "200", description = "The same request came before; this is its import.")
    @APIResponse(
            responseCode = "400",
            description = "No Idempotency-Key, no name, no content, a date that is none, or an unknown mapping.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another file.")
    @APIResponse(responseCode = "429", description = "Several files of yours wait already.")
    public Response handIn(
            @Parameter(description = "Your own name for this request, at most 200 characters; a UUID, say.")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Parameter(description = "The file's name; its ending says what it is.")
                    @QueryParam("name")
                    @DefaultValue("")
                    String name,
            @Parameter(description = "facts or register") @QueryParam("kind") @DefaultValue("facts") String kind,
            @Parameter(description = "Register: the day from which it holds, 2026-11-01; today without it.")
                    @QueryParam("from")
                    @DefaultValue("")
                    String from,
            @Parameter(description = "Whether what it holds is made up.")
                    @QueryParam("synthetic")
                    @DefaultValue("false")
                    boolean synthetic,
            @Parameter(description = "Only say what an import would do, row by row, and record nothing.")
                    @QueryParam("preview")
                    @DefaultValue("false")
                    boolean preview,
            @Parameter(
                            description =
                                    "Facts: name of the mapping that reads a table in somebody else's form; chosen by its heads without it.")
                    @QueryParam("mapping")
                    @DefaultValue("")
                    String mapping,
            @Context UriInfo uri,
            byte[] body) {
        Actor actor = asking.actor();
        try {
            if (key == null) {
                throw new IntakeRefused("key.missing", 400);
            }
            if (name.isBlank()) {
                throw new IntakeRefused("file.name", 400);
            }
            Handed file = new Handed(kind(kind), name, body, synthetic, day(from), preview, mapping, key);
            Intake.Taken taken = intake.take(file, actor);
            if (taken.fresh()) {
                work.enqueue(taken.job().id);
            }
            return Response.status(taken.fresh() ? 202 : 200)
                    .location(URI.create("/api/imports/" + taken.job().id))
                    .entity(ImportView.of(taken.job()))
                    .build();
        } catch (IntakeRefused e) {
            return Problem.refusal(e.status(), "refused." + e.key(), uri);
        }
    }

    /** The latest imports. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("see-work")
    @Operation(
            summary = "The latest 50 imports, the newest first",
            description = "Your own; everybody's if you see all work.")
    public List<ImportView> latest() {
        return ImportJob.latest(asking.actor(), LATEST).stream()
                .map(ImportView::of)
                .toList();
    }

    /** One import. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("see-work")
    @Operation(summary = "How far an import is, and what became of it")
    @APIResponse(responseCode = "404", description = "No such import, or not yours to see.")
    public ImportView one(@PathParam("id") String id) {
        return ImportView.of(need(id));
    }

    /** Answers to rows. */
    @GET
    @Path("{id}/answers")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("see-work")
    @Operation(summary = "The answer to each row, in the order of the file")
    public AnswerPage answers(
            @PathParam("id") String id,
            @Parameter(description = "accepted, warned, unchanged or refused; all without it")
                    @QueryParam("kind")
                    @DefaultValue("")
                    String kind,
            @Parameter(description = "Answers after this number") @QueryParam("after") @DefaultValue("0") long after,
            @Parameter(description = "At most so many, up to 1,000") @QueryParam("limit") @DefaultValue("200")
                    int limit) {
        ImportJob job = need(id);
        int most = Math.clamp(limit, 1, MOST);
        List<Told> told = intake.answers(job, after, told(kind), most);
        String next = told.size() < most
                ? null
                : "/api/imports/" + job.id + "/answers?kind="
                        + told(kind).map(Told.Kind::code).orElse("") + "&after="
                        + told.getLast().number() + "&limit=" + most;
        return new AnswerPage(told, next);
    }

    /** The refused rows. */
    @GET
    @Path("{id}/refused")
    @PermissionsAllowed("see-work")
    @Operation(
            summary =
                    "The refused rows as a file of the form they came in, with the reasons: correct it and hand it in")
    @APIResponse(responseCode = "404", description = "No row was refused.")
    public Response refusedRows(@PathParam("id") String id) {
        return Downloads.of(intake.refused(need(id)).orElseThrow(NotFoundException::new));
    }

    private ImportJob need(String id) {
        return intake.find(id, asking.actor()).orElseThrow(NotFoundException::new);
    }

    static Optional<Told.Kind> told(String code) {
        return Arrays.stream(Told.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    static ImportJob.Kind kind(String code) throws IntakeRefused {
        return Arrays.stream(ImportJob.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IntakeRefused("file.kind", 400));
    }

    static @Nullable LocalDate day(String text) throws IntakeRefused {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IntakeRefused("date", 400);
        }
    }
}
