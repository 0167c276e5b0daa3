package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.view.Kind;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;
import org.plumbline.web.ProblemPages;

/** The entrance, the district page and the methods page. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class PortalResource {
    private final Shots shots;
    private final DistrictPages district;
    private final MethodsPages methods;
    private final GlossaryPages glossary;
    private final Answers answers;

    PortalResource(Shots shots, DistrictPages district, MethodsPages methods, GlossaryPages glossary, Answers answers) {
        this.glossary = glossary;
        this.shots = shots;
        this.district = district;
        this.methods = methods;
        this.answers = answers;
    }

    /** Leads on to the district page in the reader's language. */
    @GET
    public Response enter(@HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        return Answers.moved(Response.Status.FOUND, "/" + Lang.of(languages).code() + "/");
    }

    /** The district page; before anything is published, what to do. */
    @GET
    @Path("{lang:zh|en}")
    public Response district(
            @PathParam("lang") String language,
            @QueryParam("edition") @DefaultValue("") String edition,
            @QueryParam("class") @DefaultValue("") String siteClass) {
        Lang lang = Lang.of(language);
        return answers.page(
                lang,
                () -> shots.find(edition)
                        .map(found -> sheet(found, lang, siteClass))
                        .orElseGet(() -> new Sheet(
                                ProblemPages.empty(Page.bare(lang, "/")).render(), List.of())));
    }

    private Sheet sheet(Shot shot, Lang lang, String siteClass) {
        Asked.oneOf(siteClass, classes(shot));
        return new Sheet(
                district.html(shot, lang, siteClass),
                PlacePages.figureFaces(shot, shot.district().code()));
    }

    /** What figures and outcomes mean. */
    @GET
    @Path("{lang:zh|en}/methods")
    public Response methods(@PathParam("lang") String language) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> new Sheet(methods.html(shots.find(""), lang), List.of()));
    }

    /** The words of the portal in both languages. */
    @GET
    @Path("{lang:zh|en}/glossary")
    public Response glossary(@PathParam("lang") String language) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> new Sheet(glossary.html(shots.find(""), lang), List.of()));
    }

    /** Names of the classes of the edition asked for. */
    static List<String> classes(Shot shot) {
        return Standards.kinds(shot.edition().rulebook()).stream()
                .map(Kind::code)
                .toList();
    }
}
