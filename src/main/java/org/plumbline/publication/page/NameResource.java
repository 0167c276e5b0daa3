package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.graph.ThingGraphs;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.SubmissionTable;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.web.Ended;
import org.plumbline.web.Face;

/** The IRIs of things. A thing is not a document, so each answers 303 with the document that fits what is accepted. */
@Path("/id")
@PermitAll
@RunOnVirtualThread
public class NameResource {
    private static final Pattern ASSESSMENT =
            Pattern.compile("/assessment/([^/]+/[^/]+)/([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/clause/([^/]+)(?:/result)?)?");
    private static final Pattern STANDARD = Pattern.compile("/standard/([^/]+/[^/]+)");
    private static final Pattern RESULTS = Pattern.compile("/publication-([0-9]{1,18})");
    private static final Pattern STATISTICS = Pattern.compile(
            "/publication-([0-9]{1,18})/statistics/([^/]+/[^/]+)" + "(?:/([^/]+)(?:/([^/]+)(?:/[^/]+)?)?)?");

    private final Shots shots;
    private final SiteShots sites;
    private final PlaceTable places;
    private final SuccessionTable successions;
    private final SubmissionTable submissions;
    private final ThingGraphs graphs;

    NameResource(
            Shots shots,
            SiteShots sites,
            PlaceTable places,
            SuccessionTable successions,
            SubmissionTable submissions,
            ThingGraphs graphs) {
        this.shots = shots;
        this.sites = sites;
        this.places = places;
        this.successions = successions;
        this.submissions = submissions;
        this.graphs = graphs;
    }

    /** A site, or something below it such as a room. An assessment leads to the site in the round that it is of, for good. */
    @GET
    @Path("site/{code}{rest:(/.*)?}")
    public Response site(
            @PathParam("code") String code, @PathParam("rest") String rest, @BeanParam Preferred preferred) {
        String path = "/site/" + code;
        if (rest.startsWith("/assessment/")) {
            Matcher name = ASSESSMENT.matcher(rest);
            if (!name.matches()) {
                throw new NotFoundException();
            }
            Shot shot = shots.named(Asked.day(name.group(2)), name.group(1));
            String clause = name.group(3);
            Verdict verdict = sites.need(shot, code).verdict();
            if (clause != null && !verdict.has(clause)) {
                throw new NotFoundException();
            }
            String page = shot.kept(path) + (clause == null ? "" : "#c-" + clause);
            return preferred.lead(page, SitePages.faces(shot, path));
        }
        Shot shot = shots.need("");
        if (places.site(shot.id(), code).isEmpty()) {
            throw Ended.of(code, successions.after(shot.id(), code));
        }
        return preferred.lead(shot.kept(path), SitePages.faces(shot, path));
    }

    /** A place: its page of figures, or the page of a committee or area. */
    @GET
    @Path("place/{code}")
    public Response place(@PathParam("code") String code, @BeanParam Preferred preferred) {
        Shot shot = shots.need("");
        PublishedPlace place =
                places.place(shot.id(), code).orElseThrow(() -> Ended.of(code, successions.after(shot.id(), code)));
        return preferred.lead(shot.kept(place.path()), PlacePages.faces(shot, place));
    }

    /** The catalogue and what stands in it: data sets, their figures, services; and graphs that are no data set of their own. */
    @GET
    @Path("{kind:catalogue|dataset|service|graph}{rest:(/.*)?}")
    public Response catalogue(
            @PathParam("kind") String kind, @PathParam("rest") String rest, @BeanParam Preferred preferred) {
        Shot shot = shots.need("");
        return switch (kind + rest) {
            case "catalogue" -> preferred.lead("/data", catalogue());
            case "service/sparql" -> preferred.lead("/query", catalogue());
            case "graph/register" -> preferred.lead("/data", Form.faces("/register"));
            default -> {
                if (!kind.equals("dataset")) {
                    throw new NotFoundException();
                }
                yield dataset(shot, rest, preferred);
            }
        };
    }

    private Response dataset(Shot shot, String rest, Preferred preferred) {
        Matcher standard = STANDARD.matcher(rest);
        if (standard.matches()) {
            shots.named(standard.group(1));
            return preferred.lead("/data", catalogue());
        }
        Matcher results = RESULTS.matcher(rest);
        if (results.matches() && isPublic(shot, results.group(1))) {
            return preferred.lead("/data", catalogue());
        }
        Matcher figures = STATISTICS.matcher(rest);
        if (figures.matches() && isPublic(shot, figures.group(1))) {
            return figures(shots.named(figures.group(2)), figures.group(3), figures.group(4), preferred);
        }
        throw new NotFoundException();
    }

    /** Figures of a publication: their page is that of the place they are about. */
    private Response figures(Shot shot, String code, String siteClass, Preferred preferred) {
        if ("indicators".equals(code)) {
            return preferred.lead(shot.kept("/indicators"), Form.faces("/statistics/" + shot.key()));
        }
        PublishedPlace place =
                code == null ? shot.district() : places.place(shot.id(), code).orElseThrow(NotFoundException::new);
        boolean some = siteClass != null && PortalResource.classes(shot).contains(siteClass);
        String page = some ? StreetPages.with(shot.kept(place.path()), "class", siteClass) : shot.kept(place.path());
        return preferred.lead(page, Form.faces("/statistics/" + shot.key()));
    }

    private static boolean isPublic(Shot shot, String publication) {
        return Long.parseLong(publication) == shot.id();
    }

    private static List<Face> catalogue() {
        return Stream.concat(
                        Form.faces("/catalogue").stream(),
                        Stream.of(new Face("JSON", "application/json", "/data.json")))
                .toList();
    }

    /** A role, which stands in public where a person's name would. */
    @GET
    @Path("role/{code:[a-z-]+}")
    public Response role(@PathParam("code") String code, @BeanParam Preferred preferred) {
        Shot shot = shots.need("");
        if (graphs.role(shot.publication(), code).isEmpty()) {
            throw new NotFoundException();
        }
        return preferred.lead(shot.inTime("/role/" + code), RolePages.faces(shot, code));
    }

    /** A submission, or something below it such as a judgement: as the public has it now, or in the last round that has it. */
    @GET
    @Path("submission/{id:[0-9a-f-]+}{rest:(/.*)?}")
    public Response submission(@PathParam("id") String id, @BeanParam Preferred preferred) {
        UUID uuid = SubmissionResource.uuid(id);
        Shot shot = shots.find("")
                .filter(now -> submissions.find(now.publication(), uuid).isPresent())
                .or(() -> submissions.lastRound(uuid).flatMap(day -> shots.round(day, "")))
                .orElseThrow(NotFoundException::new);
        return preferred.lead(shot.inTime("/submission/" + id), SubmissionPages.faces(shot, uuid));
    }
}
