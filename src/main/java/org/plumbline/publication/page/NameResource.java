package org.plumbline.publication.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.plumbline.publication.snapshot.PlaceTable;
import org.plumbline.publication.snapshot.PlaceTable.PublishedPlace;
import org.plumbline.publication.snapshot.SuccessionTable;
import org.plumbline.web.Accept;
import org.plumbline.web.Ended;
import org.plumbline.web.Lang;

/** The IRIs of things. A thing is not a document, so each answers 303 with the document that fits what is accepted. */
@Path("/id")
@PermitAll
@RunOnVirtualThread
public class NameResource {
    private static final String HTML = "text/html";
    private static final List<String> SITE = List.of(
            HTML, "application/json", "text/turtle", "application/ld+json", "application/n-triples", "application/pdf");

    private static final List<String> CATALOGUE =
            List.of(HTML, "text/turtle", "application/ld+json", "application/json");

    private final Shots shots;
    private final PlaceTable places;
    private final SuccessionTable successions;

    NameResource(Shots shots, PlaceTable places, SuccessionTable successions) {
        this.successions = successions;
        this.shots = shots;
        this.places = places;
    }

    /** A site, or something below it such as a room. */
    @GET
    @Path("site/{code}{rest:(/.*)?}")
    public Response site(
            @PathParam("code") String code,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        Shot shot = shots.need("");
        if (places.site(shot.id(), code).isEmpty()) {
            throw Ended.of(code, successions.after(shot.id(), code));
        }
        String path = "/site/" + code;
        return seeOther(
                switch (Accept.best(accept, SITE).orElseThrow(NotAcceptableException::new)) {
                    case "application/json" -> path + ".json";
                    case "text/turtle" -> path + ".ttl";
                    case "application/ld+json" -> path + ".jsonld";
                    case "application/n-triples" -> path + ".nt";
                    case "application/pdf" -> path + ".pdf";
                    default -> page(languages, path);
                });
    }

    /** A place: its page, or that of the street it lies in. */
    @GET
    @Path("place/{code}")
    public Response place(
            @PathParam("code") String code,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        Shot shot = shots.need("");
        PublishedPlace place =
                places.place(shot.id(), code).orElseThrow(() -> Ended.of(code, successions.after(shot.id(), code)));
        if (place.path().isEmpty() && place.parent() != null) {
            place = places.place(shot.id(), place.parent()).orElseThrow(NotFoundException::new);
        }
        requirePage(accept);
        return seeOther(page(languages, place.path().isEmpty() ? "/" : place.path()));
    }

    /** The catalogue and what stands in it: data sets and services. */
    @GET
    @Path("{kind:catalogue|dataset|service|graph}{rest:(/.*)?}")
    public Response catalogue(
            @PathParam("kind") String kind,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        return seeOther(
                switch (Accept.best(accept, CATALOGUE).orElseThrow(NotAcceptableException::new)) {
                    case "text/turtle" -> "/catalogue.ttl";
                    case "application/ld+json" -> "/catalogue.jsonld";
                    case "application/json" -> "/data.json";
                    default -> page(languages, kind.equals("service") ? "/query" : "/data");
                });
    }

    /** A role, which stands in public where a person's name would. */
    @GET
    @Path("role/{code:[a-z-]+}")
    public Response role(
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        requirePage(accept);
        return seeOther(page(languages, "/methods"));
    }

    /** A submission, or something below it such as a judgement. */
    @GET
    @Path("submission/{id:[0-9a-f-]+}{rest:(/.*)?}")
    public Response submission(
            @PathParam("id") String id,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        requirePage(accept);
        return seeOther(page(languages, "/submission/" + id));
    }

    private static void requirePage(String accept) {
        if (Accept.best(accept, List.of(HTML)).isEmpty()) {
            throw new NotAcceptableException();
        }
    }

    private static String page(String languages, String path) {
        return "/" + Lang.of(languages).code() + path;
    }

    private static Response seeOther(String path) {
        return Answers.moved(Response.Status.SEE_OTHER, path);
    }
}
