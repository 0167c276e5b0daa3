package org.plumbline.publication.batch;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.Ground;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.account.page.Desk;
import org.plumbline.account.page.WorkAnswers;
import org.plumbline.publication.batch.Batch.State;
import org.plumbline.publication.page.SitePapers;
import org.plumbline.publication.page.SitePapers.Printable;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;
import org.plumbline.web.Option;

/** The page of papers in bulk: ask for the papers of a place, see how far they are, stop, go on, fetch them as one file. */
@Path("/{lang:zh|en}/work/papers")
@RunOnVirtualThread
public class BatchResource {
    private static final String PAPERS = "/work/papers";
    /** The page while one waits: it loads itself again, and has no form that this would empty. */
    private static final String WATCHED = PAPERS + "?watch=1";

    private static final int LATEST = 200;
    /** So many batches may wait at a time, because they are printed one after another. */
    private static final int WAITING = 5;

    private final Asking asking;
    private final Ground ground;
    private final BatchTable table;
    private final BatchWork work;
    private final SitePapers papers;
    private final BatchConfig config;
    private final Audit audit;
    private final Clock clock;

    BatchResource(
            Asking asking,
            Ground ground,
            BatchTable table,
            BatchWork work,
            SitePapers papers,
            BatchConfig config,
            Audit audit,
            Clock clock) {
        this.asking = asking;
        this.ground = ground;
        this.table = table;
        this.work = work;
        this.papers = papers;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "BatchPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance batches(
                Desk d,
                @Nullable Printable now,
                List<Option> places,
                List<Row> rows,
                boolean running,
                boolean watched,
                boolean form,
                long days);
    }

    /** A batch as a row: when it was asked for and its size in MB as text, and whether the reader may stop it or let it go on. */
    public record Row(Batch batch, String at, String size, boolean mine) {}

    /** The batches and the form. */
    @GET
    @PermissionsAllowed("see-work")
    public Response all(
            @PathParam("lang") String language,
            @QueryParam("watch") @DefaultValue("") String watch,
            @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        return WorkAnswers.page(lang, html(Desk.of(lang, PAPERS, asking.actor(), said), !watch.isEmpty()));
    }

    /** Asks for the papers of a place; where somebody asked for the same before, those are shown. */
    @POST
    @PermissionsAllowed("print-papers")
    public Response print(
            @PathParam("lang") String language,
            @FormParam("edition") @DefaultValue("") String edition,
            @FormParam("place") @DefaultValue("") String place,
            @FormParam("print") @DefaultValue("pdf") String print) {
        Lang lang = Lang.of(language);
        Actor by = asking.actor();
        Optional<Printable> now = papers.now();
        if (now.isEmpty() || !offered(now.get().editions(), edition)) {
            return refused(lang, by, "batch.edition");
        }
        if (!offered(now.get().prints(), print)) {
            return refused(lang, by, "batch.print");
        }
        if (!offered(mine(now.get(), by), place)) {
            return refused(lang, by, "batch.place");
        }
        long publication = now.get().publication().id();
        if (table.same(publication, edition, place, print).isPresent()) {
            return WorkAnswers.seeOther(lang, PAPERS + "?said=printing.same");
        }
        if (table.running().size() >= WAITING) {
            return refused(lang, by, "batch.busy", WAITING);
        }
        if (!table.ask(publication, edition, place, print, by.login(), clock.instant(), WAITING)) {
            // Somebody else may have asked for the same at this very moment.
            return table.same(publication, edition, place, print).isPresent()
                    ? WorkAnswers.seeOther(lang, PAPERS + "?said=printing.same")
                    : refused(lang, by, "batch.empty");
        }
        audit.note(
                by.login(),
                by.address(),
                new Deed("print-papers", place + ", " + edition + " of publication " + publication + ", ." + print));
        work.wake();
        return WorkAnswers.seeOther(lang, WATCHED + "&said=printing");
    }

    /** Stops a batch; what is printed is kept. */
    @POST
    @Path("{id}/cancel")
    @PermissionsAllowed("print-papers")
    public Response cancel(@PathParam("lang") String language, @PathParam("id") String id) {
        Batch batch = mine(id);
        boolean stopped = table.move(batch.id(), State.RUNNING, State.CANCELLED, clock.instant());
        return WorkAnswers.seeOther(Lang.of(language), stopped ? PAPERS + "?said=printing.stopped" : PAPERS);
    }

    /** Lets a batch that was stopped go on where it was, or tries again what could not be printed. */
    @POST
    @Path("{id}/resume")
    @PermissionsAllowed("print-papers")
    public Response resume(@PathParam("lang") String language, @PathParam("id") String id) {
        Batch batch = mine(id);
        Lang lang = Lang.of(language);
        if (table.running().size() >= WAITING) {
            return refused(lang, asking.actor(), "batch.busy", WAITING);
        }
        if (batch.failed() > 0) {
            table.forgetFailed(batch.id());
        }
        boolean again = batch.failed() > 0 && table.move(batch.id(), State.DONE, State.RUNNING, null);
        if (!again && !table.move(batch.id(), State.CANCELLED, State.RUNNING, null)) {
            return WorkAnswers.seeOther(lang, PAPERS);
        }
        work.wake();
        return WorkAnswers.seeOther(lang, WATCHED + "&said=printing");
    }

    /** The papers as one file, a few in memory at a time. */
    @GET
    @Path("{id}.zip")
    @PermissionsAllowed("see-work")
    public Response zip(@PathParam("id") String id) {
        asking.actor().require(Act.SEE_WORK);
        Batch batch = table.find(number(id)).filter(Batch::done).orElseThrow(NotFoundException::new);
        return Response.ok((StreamingOutput) out -> new BatchZip(table, batch).write(out))
                .type("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + BatchZip.fileName(batch) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A batch that the reader may stop or let go on. */
    private Batch mine(String id) {
        Batch batch = table.find(number(id)).orElseThrow(NotFoundException::new);
        asking.actor().requireAt(Act.PRINT_PAPERS, batch.place(), ground);
        return batch;
    }

    private List<Option> mine(Printable now, Actor by) {
        return now.places().stream()
                .filter(place -> by.mayAt(Act.PRINT_PAPERS, place.code(), ground))
                .toList();
    }

    private static boolean offered(List<Option> offered, String value) {
        return offered.stream().anyMatch(one -> one.code().equals(value));
    }

    private static UUID number(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    private Response refused(Lang lang, Actor by, String key, Object... values) {
        Desk desk = Desk.of(lang, PAPERS, by, "");
        return WorkAnswers.page(
                Response.Status.BAD_REQUEST, lang, html(desk.refusing(desk.p().say("refused." + key, values)), false));
    }

    private String html(Desk desk, boolean watched) {
        Printable now = papers.now().orElse(null);
        List<Row> rows = table.latest(LATEST).stream()
                .map(batch -> new Row(
                        batch,
                        Format.moment(batch.askedAt(), clock.getZone()),
                        BigDecimal.valueOf(batch.bytes())
                                .movePointLeft(6)
                                .setScale(1, RoundingMode.UP)
                                .toPlainString(),
                        desk.actor().mayAt(Act.PRINT_PAPERS, batch.place(), ground)))
                .toList();
        boolean running = rows.stream().anyMatch(row -> row.batch().running());
        List<Option> places = now == null ? List.of() : mine(now, desk.actor());
        boolean form = !places.isEmpty() && !(running && watched);
        return Templates.batches(
                        desk,
                        now,
                        places,
                        rows,
                        running,
                        watched,
                        form,
                        config.keep().toDays())
                .render();
    }
}
