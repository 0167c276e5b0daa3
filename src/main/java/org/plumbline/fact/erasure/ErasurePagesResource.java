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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.Asking;
import org.plumbline.account.page.Desk;
import org.plumbline.account.page.WorkAnswers;
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
    private static final Set<String> TEXTS = Set.of("reason", "why", "fileName", "file");

    private static final Found NOTHING = new Found("", "", false, List.of());

    private final Asking asking;
    private final Erasure erasure;
    private final Editions editions;
    private final Clock clock;

    ErasurePagesResource(Asking asking, Erasure erasure, Editions editions, Clock clock) {
        this.asking = asking;
        this.erasure = erasure;
        this.editions = editions;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate(basePath = "ErasurePages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance erasure(Desk d, Found found, int most);
    }

    /** A value as a row: its data, what it is, where it stands, and when it was recorded, as text. */
    public record Row(ErasureView view, Text what, Text where, String at) {}

    /** What was asked and what was found. */
    public record Found(String text, String site, boolean searched, List<Row> rows) {}

    /** The page before anything was looked for. */
    @GET
    public Response page(@PathParam("lang") String language, @QueryParam("said") @DefaultValue("") String said) {
        Lang lang = Lang.of(language);
        return answer(Response.Status.OK, Desk.of(lang, ERASURE, asking.everywhere(Act.ERASE), said), lang, NOTHING);
    }

    /** What a search found. The words are no part of the address: browsers, proxies and logs keep addresses. */
    @POST
    @Path("search")
    public Response search(
            @PathParam("lang") String language,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("site") @DefaultValue("") String site) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, ERASURE, asking.everywhere(Act.ERASE), "");
        try {
            return answer(Response.Status.OK, desk, lang, found(text, site, desk.actor()));
        } catch (Erasure.Refused e) {
            return refused(lang, desk, e, new Found(text, site, false, List.of()));
        }
    }

    /** The address of what was found, opened again or after signing in: the words are gone, so it is asked anew. */
    @GET
    @Path("search")
    public Response again(@PathParam("lang") String language) {
        asking.everywhere(Act.ERASE);
        return WorkAnswers.seeOther(Lang.of(language), ERASURE);
    }

    /** Erases what was marked. */
    @POST
    public Response erase(
            @PathParam("lang") String language,
            @FormParam("hash") List<String> hashes,
            @FormParam("why") @DefaultValue("") String why,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("site") @DefaultValue("") String site) {
        Lang lang = Lang.of(language);
        Desk desk = Desk.of(lang, ERASURE, asking.everywhere(Act.ERASE), "");
        try {
            erasure.erase(hashes, why, desk.actor());
            return WorkAnswers.seeOther(lang, ERASURE + "?said=erased");
        } catch (Erasure.Refused e) {
            // What was found stays on the page, to mark it and give the reason.
            return refused(lang, desk, e, text.isBlank() && site.isBlank() ? NOTHING : found(text, site, desk.actor()));
        }
    }

    private Found found(String text, String site, Actor by) {
        return new Found(
                text,
                site,
                true,
                erasure.search(text, site, by).stream().map(this::row).toList());
    }

    private static Response answer(Response.Status status, Desk desk, Lang lang, Found found) {
        return WorkAnswers.page(
                status, lang, Templates.erasure(desk, found, Erasure.MOST).render());
    }

    private static Response refused(Lang lang, Desk desk, Erasure.Refused why, Found found) {
        return answer(
                Response.Status.BAD_REQUEST, desk.refusing(desk.p().say("refused.erase." + why.key())), lang, found);
    }

    private Row row(ErasureView view) {
        FactDefinition fact = editions.list().getFirst().book().facts().get(view.what());
        // A later vocabulary may have lost a fact; its name is shown then.
        Text what = fact != null
                ? text(fact)
                : TEXTS.contains(view.what())
                        ? Labels.text("erasure.what." + view.what())
                        : new Text(view.what(), view.what());
        Text where = view.subject().equals(ErasureView.AUDIT)
                ? Labels.text("work.audit")
                : new Text(view.subject(), view.subject());
        return new Row(view, what, where, Format.moment(Instant.parse(view.recordedAt()), clock.getZone()));
    }

    private static Text text(FactDefinition fact) {
        return new Text(fact.label().zh(), fact.label().en());
    }
}
