package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.plumbline.web.Lang;

/** Streets or sites side by side, like with like. */
@Path("/{lang:zh|en}/compare")
@PermitAll
@RunOnVirtualThread
public class CompareResource {
    private final Shots shots;
    private final ComparePages pages;
    private final Answers answers;

    CompareResource(Shots shots, ComparePages pages, Answers answers) {
        this.shots = shots;
        this.pages = pages;
        this.answers = answers;
    }

    /**
     * Streets are not compared with sites.
     *
     * @throws BadRequestException when there are some of both
     */
    static void either(List<String> streets, List<String> sites) {
        if (!streets.isEmpty() && !sites.isEmpty()) {
            throw new BadRequestException("Streets are not compared with sites");
        }
    }

    /** The page. */
    @GET
    public Response page(
            @PathParam("lang") String language,
            @QueryParam("street") List<String> streets,
            @QueryParam("site") List<String> sites,
            @QueryParam("class") @DefaultValue("") String siteClass,
            @QueryParam("edition") @DefaultValue("") String edition) {
        Lang lang = Lang.of(language);
        either(streets, sites);
        return answers.page(lang, () -> {
            Shot shot = shots.need(edition);
            return sites.isEmpty()
                    ? pages.streets(shot, lang, streets, Asked.oneOf(siteClass, PortalResource.classes(shot)))
                    : pages.sites(shot, lang, sites);
        });
    }
}
