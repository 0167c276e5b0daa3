package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.plumbline.publication.page.Answers.Sheet;
import org.plumbline.publication.page.StreetPages.Narrowed;
import org.plumbline.publication.snapshot.ResultTable.Order;
import org.plumbline.publication.view.Band;
import org.plumbline.web.Lang;

/** Lists of sites: of a street or town, and all of them. */
@Path("/{lang:zh|en}")
@PermitAll
@RunOnVirtualThread
public class SitesResource {
    private final Shots shots;
    private final StreetPages streets;
    private final SitesPages sites;
    private final Answers answers;

    SitesResource(Shots shots, StreetPages streets, SitesPages sites, Answers answers) {
        this.shots = shots;
        this.streets = streets;
        this.sites = sites;
        this.answers = answers;
    }

    /** What narrows and orders a list, as it stands in the address. */
    public static class Query {
        /** Class of sites. */
        @QueryParam("class")
        @DefaultValue("")
        String siteClass = "";

        /** Band. */
        @QueryParam("band")
        @DefaultValue("")
        String band = "";

        /** Order: lowest, highest, failed, name. */
        @QueryParam("sort")
        @DefaultValue("")
        String sort = "";

        /** Page, from 1. */
        @QueryParam("page")
        @DefaultValue("")
        String page = "";

        /** Key of the edition. */
        @QueryParam("edition")
        @DefaultValue("")
        String edition = "";

        Narrowed narrowed(Shot shot, Order usual) {
            List<String> bands = Standards.bands(shot.edition().rulebook()).stream()
                    .map(Band::code)
                    .toList();
            return new Narrowed(
                    Asked.oneOf(siteClass, PortalResource.classes(shot)),
                    Asked.oneOf(band, bands),
                    Asked.order(sort, usual),
                    Asked.page(page));
        }
    }

    /** The page of a street or town. */
    @GET
    @Path("street/{code}")
    public Response street(@PathParam("lang") String language, @PathParam("code") String code, @BeanParam Query query) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.need(query.edition);
            Narrowed narrowed = query.narrowed(shot, Order.LOWEST);
            return new Sheet(streets.html(shot, lang, code, narrowed), PlacePages.figureFaces(shot, code));
        });
    }

    /** All sites, searched by name and code. */
    @GET
    @Path("sites")
    public Response sites(
            @PathParam("lang") String language,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("street") @DefaultValue("") String street,
            @BeanParam Query query) {
        Lang lang = Lang.of(language);
        return answers.page(lang, () -> {
            Shot shot = shots.need(query.edition);
            Narrowed narrowed = query.narrowed(shot, Order.NAME);
            return sites.sheet(shot, lang, Asked.words(words), street, narrowed);
        });
    }
}
