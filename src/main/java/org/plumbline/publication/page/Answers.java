package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
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
import org.apache.jena.graph.Graph;
import org.plumbline.publication.graph.Form;
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
        link(answer, faces, HTML);
        return answer.build();
    }

    /** A data file or a paper. */
    Response data(Asker asker, Shot shot, String type, Supplier<?> body) {
        return open(answer(asker, Optional.of(shot), body)).type(type).build();
    }

    /**
     * A document about a thing.
     *
     * @param thing IRI of what it is about
     * @param path its address without suffix, with its query
     * @param suffix that of its form, see {@link Form}
     */
    record Document(String thing, String path, String suffix) {}

    /**
     * A graph in one of its forms, with links to the others and to what it is about.
     *
     * @throws NotFoundException when there is no such form
     */
    Response graph(Asker asker, Shot shot, Document document, Supplier<Graph> graph) {
        Form form = Form.of(document.suffix());
        return document(asker, shot, document, () -> form.write(graph.get()));
    }

    /** The same for a body that is in its form already. */
    Response document(Asker asker, Shot shot, Document document, Supplier<?> body) {
        ResponseBuilder answer = answer(asker, Optional.of(shot), body);
        return describing(answer, document).build();
    }

    /** An answer that says what it is about and in which other forms it comes. */
    static ResponseBuilder describing(ResponseBuilder answer, Document document) {
        Form form = Form.of(document.suffix());
        answer.header("Link", "<" + document.thing() + ">; rel=\"describes\"");
        link(answer, Form.faces(document.path()), form.mediaType());
        return open(answer).type(form.contentType());
    }

    /** What programs on pages of others may read too. */
    private static ResponseBuilder open(ResponseBuilder answer) {
        return answer.header("Access-Control-Allow-Origin", "*");
    }

    /** Links to the forms that an answer does not have itself. */
    private static void link(ResponseBuilder answer, List<Face> faces, String own) {
        faces.stream()
                .filter(face -> !face.type().equals(own))
                .forEach(face -> answer.header(
                        "Link", "<" + face.href() + ">; rel=\"alternate\"; type=\"" + face.type() + "\""));
    }

    /** A page in the language that the asker prefers. */
    static Response moved(Response.Status status, String path) {
        return leading(status, path).build();
    }

    /** An answer that leads elsewhere by what was accepted. */
    static ResponseBuilder leading(Response.Status status, String path) {
        return Response.status(status).location(URI.create(path)).header("Vary", "Accept, Accept-Language");
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
