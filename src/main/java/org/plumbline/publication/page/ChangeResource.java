package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.plumbline.publication.snapshot.ChangeTable.Wanted;
import org.plumbline.web.Lang;

/** What changed since the round before: a page, and feeds to follow. */
@Path("/{lang:zh|en}")
@PermitAll
@RunOnVirtualThread
public class ChangeResource {
    private static final String ATOM = "application/atom+xml;charset=UTF-8";

    private final Shots shots;
    private final ChangePages pages;
    private final Feeds feeds;
    private final Answers answers;

    ChangeResource(Shots shots, ChangePages pages, Feeds feeds, Answers answers) {
        this.shots = shots;
        this.pages = pages;
        this.feeds = feeds;
        this.answers = answers;
    }

    /** The page. */
    @GET
    @Path("changes")
    public Response changes(
            @PathParam("lang") String language,
            @QueryParam("way") @DefaultValue("") String way,
            @QueryParam("street") @DefaultValue("") String street,
            @jakarta.ws.rs.BeanParam SitesResource.Query query) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.need(query.edition);
            Wanted wanted = pages.wanted(shot, way, street, query.siteClass);
            return pages.sheet(shot, lang, wanted, Asked.page(query.page));
        });
    }

    /** The rounds of the district as a feed. */
    @GET
    @Path("changes.atom")
    public Response feed(@PathParam("lang") String language, @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        return answers.data(ATOM, () -> feeds.district(shots.need(edition), lang));
    }

    /** The rounds in which a site changed as a feed. */
    @GET
    @Path("site/{code}.atom")
    public Response siteFeed(
            @PathParam("lang") String language,
            @PathParam("code") String code,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        return answers.data(ATOM, () -> feeds.site(shots.need(edition), lang, code));
    }
}
