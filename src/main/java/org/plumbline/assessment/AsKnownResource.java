package org.plumbline.assessment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Asking;
import org.plumbline.account.Ground;
import org.plumbline.account.page.Desk;
import org.plumbline.account.page.WorkAnswers;
import org.plumbline.assessment.AsKnown.Known;
import org.plumbline.assessment.AsKnown.Question;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.LedgerConfig;
import org.plumbline.place.Site;
import org.plumbline.web.Lang;

/** What was known of a site at one time about another, for those who work with it: as a page and as JSON. */
@Path("/")
@Tag(name = "sites", description = "Sites as the ledger knew them at any moment, about any day.")
@RunOnVirtualThread
public class AsKnownResource {
    private static final String SITES = "/work/sites";

    private final AsKnown asKnown;
    private final Asking asking;
    private final Ground ground;
    private final LedgerConfig config;
    private final Clock clock;

    AsKnownResource(AsKnown asKnown, Asking asking, Ground ground, LedgerConfig config, Clock clock) {
        this.asKnown = asKnown;
        this.asking = asking;
        this.ground = ground;
        this.config = config;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "SitesAtWorkPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sites(Desk d, String code, String on, String known, @Nullable AsKnownView view);
    }

    /** The form, and the answer when a site is asked for. */
    @GET
    @Operation(hidden = true)
    @Path("{lang:zh|en}/work/sites")
    @PermissionsAllowed("see-work")
    public Response page(
            @PathParam("lang") String language,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("known") @DefaultValue("") String known) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, SITES, asking.actor(), "");
        String site = code.strip();
        Response.Status status = Response.Status.OK;
        AsKnownView view = null;
        try {
            view = site.isEmpty()
                    ? null
                    : AsKnownView.of(need(site, on, known), Site.byCode(site).orElseThrow());
        } catch (BadRequestException e) {
            status = Response.Status.BAD_REQUEST;
            desk = desk.refusing(desk.p().say("known.date"));
        } catch (NotFoundException e) {
            status = Response.Status.NOT_FOUND;
            desk = desk.refusing(desk.p().say("known.none"));
        }
        return WorkAnswers.page(
                status, lang, Templates.sites(desk, site, on, known, view).render());
    }

    /** The record. */
    @GET
    @Path("api/sites/{code}/record")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("see-work")
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "The facts of a site for a day, as known at a moment",
            description = "Canonical JSON: the same question gives the same bytes.")
    @APIResponse(responseCode = "404", description = "The register had no such site then, or it is not yours to see.")
    public Response record(
            @PathParam("code") String code,
            @Parameter(description = "The day that it is about, 2026-11-01; today without it.")
                    @QueryParam("on")
                    @DefaultValue("")
                    String on,
            @Parameter(
                            description =
                                    "Until when the ledger is read: a day to its end, or a moment such as 2026-11-01T09:00:00Z; all of it without it.")
                    @QueryParam("known")
                    @DefaultValue("")
                    String known) {
        return json(need(code, on, known).record());
    }

    /** The assessment. */
    @GET
    @Path("api/sites/{code}/assessment")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("see-work")
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "A site held against an edition for a day, as known at a moment",
            description =
                    "Canonical JSON in the form of `plumbline assess --format json`: any past assessment can be repeated to the same bytes.")
    @APIResponse(responseCode = "404", description = "No such site then, not yours to see, or no such edition for it.")
    public Response assessment(
            @PathParam("code") String code,
            @Parameter(description = "Key of the edition, such as model-station/2026.")
                    @QueryParam("edition")
                    @DefaultValue("")
                    String edition,
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("known") @DefaultValue("") String known) {
        return json(need(code, on, known).assessment(edition).orElseThrow(NotFoundException::new));
    }

    /** Not found also when it is not this person's to see, so that nobody learns which sites there are. */
    private Known need(String code, String on, String known) {
        Question question = question(code, on, known);
        if (!asking.actor().mayAt(Act.SEE_WORK, code, ground)) {
            throw new NotFoundException();
        }
        return asKnown.of(question).orElseThrow(NotFoundException::new);
    }

    private Question question(String code, String on, String known) {
        try {
            LocalDate day = on.isBlank() ? LocalDate.now(clock.withZone(config.zone())) : LocalDate.parse(on.strip());
            return new Question(code, day, known.isBlank() ? null : moment(known.strip()));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }

    /** A day counts to its end. */
    private Instant moment(String text) {
        return text.indexOf('T') < 0 ? Ledger.endOf(LocalDate.parse(text), config.zone()) : Instant.parse(text);
    }

    private static Response json(String text) {
        return Response.ok(text).header("Cache-Control", "no-store").build();
    }

    /** The addresses of the same as data. */
    static List<String> addresses(Question question, List<String> editions) {
        String query = "on=" + question.on() + (question.known() == null ? "" : "&known=" + question.known());
        String base = "/api/sites/" + question.site();
        List<String> addresses = new ArrayList<>(List.of(base + "/record?" + query));
        editions.forEach(edition -> addresses.add(base + "/assessment?edition=" + edition + "&" + query));
        return addresses;
    }
}
