package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.page.KeptAnswers.Kept;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.rdf.Canonical;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;

/**
 * Answers about what is public. Each depends on its address and on what is published, and on nothing that differs between askers. So
 * its entity tag is made of the state of the publications, the address and this start of the program; whoever has it already is told
 * so before anything is made, and what was made for one asker is kept for the next.
 */
@ApplicationScoped
class Answers {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String CACHE_CONTROL = "public, max-age=60";

    private final String start;
    private final Publications publications;
    private final KeptAnswers kept;
    private final Asker asker;

    Answers(Clock clock, Publications publications, KeptAnswers kept, Asker asker) {
        this.asker = asker;
        this.start = Long.toHexString(clock.millis());
        this.publications = publications;
        this.kept = kept;
    }

    /** A page as HTML and the data that says the same. */
    record Sheet(String html, List<Face> faces) {}

    /** A page; it is made only when nobody has asked for it since the last publication. */
    Response page(Lang lang, Supplier<Sheet> make) {
        return answer(() -> {
            Sheet made = make.get();
            String rest = asker.path().length() > 3 ? asker.path().substring(3) : "/";
            List<String> links = new ArrayList<>();
            links.add("<" + "/" + lang.other().code() + rest + ">; rel=\"alternate\"; hreflang=\""
                    + lang.other().tag() + "\"");
            links.addAll(links(made.faces(), HTML));
            return new Kept(made.html().getBytes(StandardCharsets.UTF_8), HTML, links, lang.tag());
        });
    }

    /** A data file or a paper, as bytes. */
    Response data(String type, Supplier<byte[]> make) {
        return answer(() -> new Kept(make.get(), type, List.of(), null));
    }

    /**
     * A document about a thing.
     *
     * @param thing IRI of what it is about
     * @param path its address without suffix, with its query
     * @param suffix that of its form, see {@link Form}
     * @param body its bytes in that form
     */
    record Document(String thing, String path, String suffix, byte[] body) {
        /**
         * A graph in one of its forms.
         *
         * @throws NotFoundException when there is no such form
         */
        static Document of(String thing, String path, String suffix, Graph graph) {
            return new Document(thing, path, suffix, Form.of(suffix).write(graph));
        }
    }

    /** A document with links to its other forms and to what it is about. */
    Response document(Supplier<Document> make) {
        return answer(() -> {
            Document made = make.get();
            Form form = Form.of(made.suffix());
            List<String> links = new ArrayList<>();
            links.add("<" + made.thing() + ">; rel=\"describes\"");
            links.addAll(links(Form.faces(made.path()), form.mediaType()));
            return new Kept(made.body(), form.contentType(), links, null);
        });
    }

    /** Links to the forms that an answer does not have itself. */
    private static List<String> links(List<Face> faces, String own) {
        return faces.stream()
                .filter(face -> !face.type().equals(own))
                .map(face -> "<" + face.href() + ">; rel=\"alternate\"; type=\"" + face.type() + "\"")
                .toList();
    }

    /** A page in the language that the asker prefers. */
    static Response moved(Response.Status status, String path) {
        return leading(status, path).build();
    }

    /** An answer that leads elsewhere by what was accepted. */
    static ResponseBuilder leading(Response.Status status, String path) {
        return Response.status(status).location(URI.create(path)).header("Vary", "Accept, Accept-Language");
    }

    private Response answer(Supplier<Kept> make) {
        // Read before anything is made: what is published meanwhile ends up under a state that nobody asks for any
        // more.
        String state = publications.state();
        EntityTag tag = tag(state, asker.address());
        ResponseBuilder known = asker.conditions(tag);
        if (known != null) {
            return headed(known, tag).build();
        }
        Kept found = kept.find(state, asker.address(), () -> {
            asker.count();
            return make.get();
        });
        ResponseBuilder answer = headed(Response.ok(found.body(), found.type()), tag);
        found.links().forEach(link -> answer.header("Link", link));
        if (found.language() instanceof String language) {
            answer.header("Content-Language", language);
        } else {
            answer.header("Access-Control-Allow-Origin", "*");
        }
        return answer.build();
    }

    private static ResponseBuilder headed(ResponseBuilder answer, EntityTag tag) {
        return answer.tag(tag).header("Cache-Control", CACHE_CONTROL).header("Vary", "Accept-Encoding");
    }

    private EntityTag tag(String state, String address) {
        String hash = HexFormat.of().formatHex(Canonical.hash(address.getBytes(StandardCharsets.UTF_8)), 0, 6);
        return new EntityTag(state + "-" + hash + "-" + start, true);
    }
}
