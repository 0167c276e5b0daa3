package org.plumbline.publication.page;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.web.Accept;
import org.plumbline.web.Face;
import org.plumbline.web.Lang;

/** What the asker of a name would rather have. A thing is not a document, so it leads on to the document that fits. */
public class Preferred {
    private static final String HTML = "text/html";

    /** Media types. */
    @HeaderParam("Accept")
    @DefaultValue("")
    String accept = "";

    /** Languages. */
    @HeaderParam("Accept-Language")
    @DefaultValue("")
    String languages = "";

    /**
     * 303 to a page or to data, with links to all of them.
     *
     * @param page language-free address of the page
     * @param faces the data
     * @throws NotAcceptableException when none of these is accepted
     */
    Response lead(String page, List<Face> faces) {
        String here = "/" + Lang.of(languages).code() + page;
        List<Face> all = Stream.concat(Stream.of(new Face("", HTML, here)), faces.stream())
                .toList();
        String type =
                Accept.best(accept, all.stream().map(Face::type).toList()).orElseThrow(NotAcceptableException::new);
        Face best = all.stream()
                .filter(face -> face.type().equals(type))
                .findFirst()
                .orElseThrow();
        Response.ResponseBuilder answer =
                Answers.leading(Response.Status.SEE_OTHER, best.href()).header("Access-Control-Allow-Origin", "*");
        all.forEach(face ->
                answer.header("Link", "<" + face.href() + ">; rel=\"describedby\"; type=\"" + face.type() + "\""));
        return answer.build();
    }
}
