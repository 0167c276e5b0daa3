package org.plumbline.publication.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.Print;

/**
 * Leads whoever adds the suffix of a form to the address of a page to that form. Data has no language, so its address lacks the
 * {@code /zh} or {@code /en} of the page; and where JSON is linked data only, {@code .json} means {@code .jsonld}.
 */
class FormAddress {
    private static final Pattern PAGE = Pattern.compile(
            "/(?:zh|en)(/(?:site|place|standard|submission|indicators|sites|changes|compare)\\b.*\\.(?:ttl|jsonld|nt|csv|json|"
                    + Print.SUFFIXES + "))");

    private static final Pattern LINKED_ONLY =
            Pattern.compile("(/(?:place/[^/.]+|submission/[^/.]+|standard/[^/]+/[^/]+/clause/[^/]+)\\.json)");

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response lead(ContainerRequestContext context) {
        String path = context.getUriInfo().getRequestUri().getRawPath();
        Matcher page = PAGE.matcher(path);
        String data = page.matches() ? page.group(1) : path;
        if (LINKED_ONLY.matcher(data).matches()) {
            data += "ld";
        }
        if (data.equals(path)) {
            return null;
        }
        String query = context.getUriInfo().getRequestUri().getRawQuery();
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(data + (query == null ? "" : "?" + query)))
                .build();
    }
}
