package org.plumbline.account.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.plumbline.account.SessionCookie;
import org.plumbline.web.Lang;

/** Answers of pages of work: never kept by a cache, and after a change the page that shows it. */
public final class WorkAnswers {
    private WorkAnswers() {}

    /** A page. */
    public static Response page(Lang lang, String html) {
        return page(Response.Status.OK, lang, html);
    }

    /** A page with a status, as when a form was refused. */
    public static Response page(Response.Status status, Lang lang, String html) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Content-Language", lang.tag())
                .header("Cache-Control", "no-store")
                .entity(html)
                .build();
    }

    /** Leads on after a change, so that loading the page again does not repeat it. */
    public static Response seeOther(Lang lang, String path) {
        return Response.seeOther(URI.create("/" + lang.code() + path))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Leads on with the cookie of a session that was just opened. */
    static Response entered(String to, String cookie, HttpServerRequest request) {
        return Response.seeOther(URI.create(to))
                .cookie(SessionCookie.open(cookie, request))
                .header("Cache-Control", "no-store")
                .build();
    }
}
