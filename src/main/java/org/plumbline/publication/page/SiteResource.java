package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.page.Answers.Document;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.page.SiteShots.SiteShot;
import org.plumbline.report.Print;
import org.plumbline.web.Ended;
import org.plumbline.web.Lang;

/** One site: its page, and the same as data and as paper. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class SiteResource {
    private static final String SVG = "image/svg+xml;charset=UTF-8";

    private final SiteShots sites;
    private final SitePages pages;
    private final SiteData data;
    private final SitePaper paper;
    private final Answers answers;
    private final Iris iris;

    SiteResource(SiteShots sites, SitePages pages, SiteData data, SitePaper paper, Answers answers, Iris iris) {
        this.iris = iris;
        this.sites = sites;
        this.pages = pages;
        this.data = data;
        this.paper = paper;
        this.answers = answers;
    }

    /** The page. */
    @GET
    @Path("{lang:zh|en}/site/{code}")
    public Response page(
            @PathParam("lang") String language,
            @PathParam("code") String code,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            SiteShot found = sites.need(code, edition);
            return new Sheet(pages.html(found, lang), SitePages.faces(found.shot(), "/site/" + code));
        });
    }

    /** The result as a small picture for the site's own page; it shows what is published now. */
    @GET
    @Path("{lang:zh|en}/site/{code}/badge.svg")
    public Response badge(
            @PathParam("lang") String language,
            @PathParam("code") String code,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        try {
            return answers.data(SVG, () -> bytes(pages.badge(sites.need(code, edition), lang)));
        } catch (Ended ended) {
            if (ended.successors().size() == 1) {
                throw ended;
            }
            // Browsers show a picture whatever its status; a problem page would leave a hole in the site's own page.
            return Response.status(Response.Status.GONE)
                    .type(SVG)
                    .entity(bytes(pages.badge(code, ended.successors(), lang)))
                    .build();
        }
    }

    /** The published assessment as JSON, with the site's profile, in the form of the command line; its context makes it linked data. */
    @GET
    @Path("site/{code:[^/.]+}.json")
    public Response json(@PathParam("code") String code, @QueryParam("edition") @DefaultValue("") String edition) {
        return answers.data("application/json;charset=UTF-8", () -> bytes(data.json(sites.need(code, edition))));
    }

    /** The site and its assessment as triples, in EARL: the same graph in each form. */
    @GET
    @Path("site/{code:[^/.]+}.{form:ttl|jsonld|nt}")
    public Response graph(
            @PathParam("code") String code,
            @PathParam("form") String form,
            @QueryParam("edition") @DefaultValue("") String edition) {
        return answers.document(() -> {
            SiteShot found = sites.need(code, edition);
            return Document.of(iris.site(code), found.shot().kept("/site/" + code), form, data.graph(found));
        });
    }

    /** The assessment as a paper. */
    @GET
    @Path("site/{code:[^/.]+}.{print:" + Print.SUFFIXES + "}")
    public Response paper(
            @PathParam("code") String code,
            @PathParam("print") String suffix,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Print print = Print.of(suffix);
        return answers.data(print.form().type(), () -> {
            SiteShot found = sites.need(code, edition);
            return paper.write(found, pages.view(found, Lang.ZH), data.json(found), print);
        });
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
