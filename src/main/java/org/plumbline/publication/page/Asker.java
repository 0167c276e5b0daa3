package org.plumbline.publication.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.RequestLimit;

/** What is being asked: the address, and what the asker has already. One for each request, so that no resource hands it on. */
@RequestScoped
class Asker {
    private final Request request;
    private final UriInfo uri;
    private final CurrentVertxRequest current;
    private final RequestLimit limit;

    Asker(Request request, UriInfo uri, CurrentVertxRequest current, RequestLimit limit) {
        this.current = current;
        this.limit = limit;
        this.request = request;
        this.uri = uri;
    }

    /** Path and query as they were sent. */
    String address() {
        String query = uri.getRequestUri().getRawQuery();
        return path() + (query == null ? "" : "?" + query);
    }

    /** Path as it was sent. */
    String path() {
        return uri.getRequestUri().getRawPath();
    }

    /**
     * Counts an answer that has to be made for this asker.
     *
     * @throws jakarta.ws.rs.ClientErrorException 429, when there were too many for one address
     */
    void count() {
        limit.countMade(current.getCurrent().request());
    }

    /** What to answer to somebody who has the document of this tag, or wants it unchanged; null to whoever is to get it. */
    @Nullable
    ResponseBuilder conditions(EntityTag tag) {
        return request.evaluatePreconditions(tag);
    }
}
