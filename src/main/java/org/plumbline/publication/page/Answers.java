package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.rdf.Canonical;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;

/**
 * Answers that caches may keep: an entity tag made of the publication, the address and this start of the program, so that an
 * answer is made again only when one of them is another.
 */
@ApplicationScoped
class Answers {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String KEEP = "public, max-age=60";

    private final String start;

    Answers(Clock clock) {
        this.start = Long.toHexString(clock.millis());
    }

    /** What was asked: the request, for its conditions, and its address. */
    record Asker(Request request, UriInfo uri) {}

    /** A page; its body is made only when the asker does not have it yet. */
    Response page(Asker asker, Optional<Shot> shot, Lang lang, List<Face> faces, Supplier<String> body) {
        String address = asker.uri().getRequestUri().getRawPath();
        String rest = address.length() > 3 ? address.substring(3) : "/";
        ResponseBuilder answer = answer(asker, shot, () -> body.get());
        answer.header("Content-Language", lang.tag()).type(HTML);
        answer.header(
                "Link",
                "<" + "/" + lang.other().code() + rest + ">; rel=\"alternate\"; hreflang=\""
                        + lang.other().tag() + "\"");
        faces.forEach(face ->
                answer.header("Link", "<" + face.href() + ">; rel=\"alternate\"; type=\"" + face.type() + "\""));
        return answer.build();
    }

    /** A data file or a paper. */
    Response data(Asker asker, Shot shot, String type, Supplier<?> body) {
        return answer(asker, Optional.of(shot), body).type(type).build();
    }

    /** A page in the language that the asker prefers. */
    static Response moved(Response.Status status, String path) {
        return Response.status(status)
                .location(URI.create(path))
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private ResponseBuilder answer(Asker asker, Optional<Shot> shot, Supplier<?> body) {
        EntityTag tag = tag(asker.uri(), shot);
        ResponseBuilder answer = asker.request().evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(body.get());
        }
        return answer.tag(tag).header("Cache-Control", KEEP).header("Vary", "Accept-Encoding, Accept-Language");
    }

    private EntityTag tag(UriInfo uri, Optional<Shot> shot) {
        String asked =
                uri.getRequestUri().getRawPath() + "?" + uri.getRequestUri().getRawQuery();
        String hash = HexFormat.of().formatHex(Canonical.hash(asked.getBytes(StandardCharsets.UTF_8)), 0, 6);
        return new EntityTag(shot.map(Shot::id).orElse(0L) + "-" + hash + "-" + start, true);
    }
}
