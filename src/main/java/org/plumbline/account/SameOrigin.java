package org.plumbline.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that another site made a signed-in browser send (CSRF). Every browser of the last years says from where a form
 * was sent (Fetch Metadata, else Origin); what does not say so and has no token of its own is refused.
 */
class SameOrigin {
    private static final long LARGEST = 64 << 10;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response check(ContainerRequestContext context, HttpServerRequest request) {
        boolean token = context.getHeaderString("Authorization") != null;
        // Asking the public dataset changes nothing, whoever sends it.
        boolean question = context.getUriInfo().getPath().equals("/sparql");
        boolean api =
                context.getUriInfo().getPath().startsWith("/api/") && request.getCookie(SessionCookie.NAME) == null;
        if (HARMLESS.contains(context.getMethod()) || token || api || question || sameOrigin(request)) {
            return null;
        }
        return Response.status(Response.Status.FORBIDDEN)
                .type("text/plain;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity("这次提交不是从本网站的页面发出的，已拒绝，未作任何更改。请在本网站打开页面后重试。\n"
                        + "This was not sent from a page of this portal, so it was refused and nothing was changed. Open the page"
                        + " here and try again.\n")
                .build();
    }

    /** Only files may be long; whatever else is sent is cut off before it is read. */
    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response small(ContainerRequestContext context, HttpServerRequest request) {
        String path = context.getUriInfo().getPath();
        if (HARMLESS.contains(context.getMethod()) || path.matches("/api/imports|/(zh|en)/work/imports")) {
            return null;
        }
        String length = request.getHeader("Content-Length");
        boolean unknown = length == null && request.getHeader("Transfer-Encoding") != null;
        boolean large = length != null && (length.length() > 9 || Long.parseLong(length) > LARGEST);
        return unknown || large
                ? Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build()
                : null;
    }

    private static boolean sameOrigin(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.equals(request.scheme() + "://" + request.authority());
    }
}
