package org.plumbline.publication.desk;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.page.Desk;
import org.plumbline.account.page.WorkAnswers;
import org.plumbline.publication.dataset.PublicDataset;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.publication.snapshot.WantedDistrict;
import org.plumbline.standard.Editions;
import org.plumbline.web.Format;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** The page of publications: what is public, publish a round, take one back with a reason. */
@Path("/{lang:zh|en}/work/publications")
@PermissionsAllowed("publish")
@RunOnVirtualThread
public class PublicationDeskResource {
    private static final String PUBLICATIONS = "/work/publications";
    private static final int LATEST = 30;
    private static final int LONGEST = 60;

    private final Asking asking;
    private final PublishWork work;
    private final Publisher publisher;
    private final Publications publications;
    private final PublicDataset dataset;
    private final Editions editions;
    private final WantedDistrict district;
    private final Clock clock;

    PublicationDeskResource(
            Asking asking,
            PublishWork work,
            Publisher publisher,
            Publications publications,
            PublicDataset dataset,
            Editions editions,
            WantedDistrict district,
            Clock clock) {
        this.district = district;
        this.asking = asking;
        this.work = work;
        this.publisher = publisher;
        this.publications = publications;
        this.dataset = dataset;
        this.editions = editions;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "PublicationPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance publications(
                Desk d,
                List<Row> rows,
                PublishWork.State.@Nullable Running running,
                String failed,
                String wrongDistrict,
                String today);
    }

    /** A publication as a row: its number, date, name, when it was made, whether the public sees it, when it was taken back. */
    public record Row(
            long id, LocalDate on, Text round, String at, boolean shown, String withdrawn, boolean synthetic) {}

    /** What is and was public, and the form. */
    @GET
    public Response all(@PathParam("lang") String language, @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, PUBLICATIONS, asking.everywhere(Act.PUBLISH), said);
        return WorkAnswers.page(lang, html(desk));
    }

    /** Begins to publish a round. */
    @POST
    public Response publish(
            @PathParam("lang") String language,
            @FormParam("on") @DefaultValue("") String date,
            @FormParam("round") @DefaultValue("") String round,
            @FormParam("roundEn") @DefaultValue("") String roundEn) {
        Lang lang = Lang.of(language);
        Actor by = asking.everywhere(Act.PUBLISH);
        LocalDate on;
        try {
            on = LocalDate.parse(date.strip());
        } catch (DateTimeParseException e) {
            return refused(lang, by, "date");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            return refused(lang, by, "publish.future");
        }
        if (!editions.leftOut().isEmpty()) {
            return refused(lang, by, "publish.editions");
        }
        if (round.length() > LONGEST || roundEn.length() > LONGEST) {
            return refused(lang, by, "publish.name");
        }
        Text name = new Text(
                round.isBlank() ? on + " 评估" : round.strip(),
                roundEn.isBlank() ? "Assessment of " + on : roundEn.strip());
        return work.begin(on, name, by)
                ? WorkAnswers.seeOther(lang, PUBLICATIONS + "?said=publishing")
                : refused(lang, by, "publish.running");
    }

    /** Takes a publication back. */
    @POST
    @Path("{id:[0-9]+}/withdraw")
    public Response withdraw(
            @PathParam("lang") String language,
            @PathParam("id") long id,
            @FormParam("why") @DefaultValue("") String why) {
        Lang lang = Lang.of(language);
        Actor by = asking.everywhere(Act.PUBLISH);
        if (why.isBlank()) {
            return refused(lang, by, "publish.why");
        }
        if (!publisher.withdraw(id, clock, by, why.strip())) {
            throw new NotFoundException();
        }
        dataset.renew();
        return WorkAnswers.seeOther(lang, PUBLICATIONS + "?said=withdrawn");
    }

    private Response refused(Lang lang, Actor by, String key) {
        Desk desk = Desk.of(lang, PUBLICATIONS, by, "");
        return WorkAnswers.page(
                Response.Status.BAD_REQUEST, lang, html(desk.refusing(desk.p().say("refused." + key))));
    }

    private String html(Desk desk) {
        long shown = publisher.latest().map(one -> one.id()).orElse(0L);
        List<Row> rows = publications.history(LATEST).stream()
                .map(act -> {
                    var one = act.publication();
                    String withdrawn = act.withdrawnAt() == null
                            ? ""
                            : Format.moment(Objects.requireNonNull(act.withdrawnAt()), clock.getZone());
                    return new Row(
                            one.id(),
                            one.onDate(),
                            one.round(),
                            Format.moment(one.publishedAt(), clock.getZone()),
                            one.id() == shown,
                            withdrawn,
                            one.synthetic());
                })
                .toList();
        PublishWork.State state = work.state();
        String failed =
                state instanceof PublishWork.State.Failed(Text why) ? desk.p().in(why) : "";
        var running = state instanceof PublishWork.State.Running now ? now : null;
        String wrong = district.wrong()
                .map(one -> desk.p()
                        .say("publications.district", one.named(), one.open().isEmpty() ? "–" : one.open()))
                .orElse("");
        return Templates.publications(
                        desk, rows, running, failed, wrong, LocalDate.now(clock).toString())
                .render();
    }
}
