package org.plumbline.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;

/**
 * The cookie of a session: unreadable for scripts, not sent with what other sites make a browser send (but with links that a
 * person follows), only over TLS where the portal is reached by TLS, and gone with the browser.
 */
public final class SessionCookie {
    /** Its name. */
    public static final String NAME = "plumbline";

    private SessionCookie() {}

    /** The cookie that opens a session. */
    public static NewCookie open(String value, HttpServerRequest request) {
        return cookie(value, request, NewCookie.DEFAULT_MAX_AGE);
    }

    /** The cookie that ends it in the browser. */
    public static NewCookie end(HttpServerRequest request) {
        return cookie("", request, 0);
    }

    private static NewCookie cookie(String value, HttpServerRequest request, int seconds) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure("https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }
}
