package org.plumbline.fact.erasure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.plumbline.account.Act;
import org.plumbline.account.Asking;
import org.plumbline.account.page.Desk;
import org.plumbline.account.page.WorkAnswers;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger.Kept;
import org.plumbline.standard.Editions;
import org.plumbline.standard.FactDefinition;
import org.plumbline.web.Format;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Text;

/** The page of erasing: find what names somebody, mark it, give the reason. */
@Path("/{lang:zh|en}/work/erasure")
@PermissionsAllowed("erase")
@RunOnVirtualThread
public class ErasurePagesResource {
    private static final String ERASURE = "/work/erasure";
    private static final Set<String> TEXTS = Set.of("reason", "why");

    private final Asking asking;
    private final Erasure erasure;
    private final Editions editions;
    private final Iris iris;
    private final Clock clock;

    ErasurePagesResource(Asking asking, Erasure erasure, Editions editions, Iris iris, Clock clock) {
        this.asking = asking;
        this.erasure = erasure;
        this.editions = editions;
        this.iris = iris;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "ErasurePages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erasure(
                Desk d, String text, String site, boolean searched, List<Row> rows, int most);
    }

    /** A value as a row: its data, what it is, and when it was recorded, as text. */
    public record Row(ErasureView view, Text what, String at) {}

    /** The search and what it found; nothing is looked for before something is asked. */
    @GET
    public Response page(
            @PathParam("lang") String language,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("site") @DefaultValue("") String site,
            @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, ERASURE, asking.everywhere(Act.ERASE), said);
        if (text.isBlank() && site.isBlank()) {
            return WorkAnswers.page(
                    lang,
                    Templates.erasure(desk, "", "", false, List.of(), Erasure.MOST)
                            .render());
        }
        try {
            List<Row> rows = erasure.find(text, site, desk.actor()).stream()
                    .map(this::row)
                    .toList();
            return WorkAnswers.page(
                    lang,
                    Templates.erasure(desk, text, site, true, rows, Erasure.MOST)
                            .render());
        } catch (Erasure.Refused e) {
            return refused(lang, desk, e, text, site);
        }
    }

    /** Erases what was marked. */
    @POST
    public Response erase(
            @PathParam("lang") String language,
            @FormParam("hash") List<String> hashes,
            @FormParam("why") @DefaultValue("") String why) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, ERASURE, asking.everywhere(Act.ERASE), "");
        try {
            erasure.erase(hashes, why, desk.actor());
            return WorkAnswers.seeOther(lang, ERASURE + "?said=erased");
        } catch (Erasure.Refused e) {
            return refused(lang, desk, e, "", "");
        }
    }

    private static Response refused(Lang lang, Desk desk, Erasure.Refused why, String text, String site) {
        Desk refusing = desk.refusing(desk.p().say("refused.erase." + why.key()));
        return WorkAnswers.page(
                Response.Status.BAD_REQUEST,
                lang,
                Templates.erasure(refusing, text, site, false, List.of(), Erasure.MOST)
                        .render());
    }

    private Row row(Kept kept) {
        ErasureView view = ErasureView.of(kept, iris);
        FactDefinition fact = editions.list().getFirst().book().facts().get(view.what());
        // A later vocabulary may have lost a fact; its name is shown then.
        Text what = fact != null
                ? text(fact)
                : TEXTS.contains(view.what())
                        ? Labels.text("erasure.what." + view.what())
                        : new Text(view.what(), view.what());
        return new Row(view, what, Format.moment(kept.recordedAt(), clock.getZone()));
    }

    private static Text text(FactDefinition fact) {
        return new Text(fact.label().zh(), fact.label().en());
    }
}
