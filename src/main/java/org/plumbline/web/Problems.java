package org.plumbline.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every error leaves as RFC 9457 problem details or, for a browser, as a page that says the same. A fault of ours shows a
 * reference; the log has the rest under it.
 */
@ApplicationScoped
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    /** Addresses that programs ask: theirs is the machine's answer, whatever they say that they accept. */
    private static final Pattern DATA = Pattern.compile(".*\\.(json|jsonld|ttl|nt)");

    /** Files that people fetch by a link: a browser is told in a page that there is none. */
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|pdf|gz|xlsx|docx)");

    private static final String HTML = "text/html;charset=UTF-8";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** An answer that JAX-RS or a resource chose: 400, 404, 405, 406 … A ready answer (a redirect, a 304) passes as it is. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal, HttpHeaders headers, UriInfo uri) {
        Response chosen = refusal.getResponse();
        if (chosen.getStatus() == 401) {
            return signIn(headers, uri, refusal);
        }
        if (chosen.getStatus() < 400 || chosen.hasEntity()) {
            return chosen;
        }
        Response said = answer(chosen.getStatus(), headers, uri, refusal);
        String later = chosen.getHeaderString(HttpHeaders.RETRY_AFTER);
        return later == null
                ? said
                : Response.fromResponse(said)
                        .header(HttpHeaders.RETRY_AFTER, later)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    /**
     * Old addresses lead on: 301 for a document, 303 for the name of a thing, 410 with links where several continue it.
     */
    @ServerExceptionMapper
    public Response ended(Ended ended, HttpHeaders headers, UriInfo uri) {
        URI asked = uri.getRequestUri();
        String address = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
        if (ended.successors().size() == 1) {
            return Response.status(address.startsWith("/id/") ? 303 : 301)
                    .location(URI.create(ended.at(address, ended.successors().getFirst())))
                    .build();
        }
        Lang lang = lang(asked.getRawPath(), header(headers, HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problem.of(lang, 410, asked.getRawPath()).saying(ended.said(lang));
        String links = ended.successors().stream()
                .map(next -> "<" + ended.at(address, next) + ">; rel=\"successor-version\"")
                .collect(Collectors.joining(", "));
        return Response.fromResponse(answer(problem, lang, headers))
                .header("Link", links)
                .build();
    }

    /** Nobody is signed in, or no longer: a browser is led to where one signs in, a program is told. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unknownAsker(SecurityException refusal, HttpHeaders headers, UriInfo uri) {
        return signIn(headers, uri, refusal);
    }

    /** Somebody is signed in who may not do this. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refusal, HttpHeaders headers, UriInfo uri) {
        return answer(403, headers, uri, refusal);
    }

    private Response signIn(HttpHeaders headers, UriInfo uri, Exception cause) {
        String path = uri.getRequestUri().getRawPath();
        if (!page(path, header(headers, HttpHeaders.ACCEPT))) {
            return Response.fromResponse(answer(401, headers, uri, cause))
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        String query = uri.getRequestUri().getRawQuery();
        String wanted = URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
        Lang lang = lang(path, header(headers, HttpHeaders.ACCEPT_LANGUAGE));
        return Response.seeOther(URI.create("/" + lang.code() + "/sign-in?next=" + wanted))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Anything that nobody expected. */
    @ServerExceptionMapper(Exception.class)
    public Response failed(Exception fault, HttpHeaders headers, UriInfo uri) {
        return answer(500, headers, uri, fault);
    }

    /** Addresses that no resource knows never reach JAX-RS; the router asks here. */
    void unknown(@Observes Router router) {
        router.errorHandler(404, this::nowhere);
    }

    private void nowhere(RoutingContext context) {
        var request = context.request();
        String path = Objects.requireNonNullElse(request.path(), "/");
        boolean page = page(path, Objects.requireNonNullElse(request.getHeader("Accept"), ""));
        Lang lang = lang(path, Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""));
        Problem problem = Problem.of(lang, 404, path);
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", page ? HTML : Problem.JSON)
                .putHeader("Content-Language", lang.tag())
                .putHeader("Vary", "Accept, Accept-Language")
                .end(body(problem, lang, page));
    }

    private Response answer(int status, HttpHeaders headers, UriInfo uri, Exception cause) {
        String path = uri.getRequestUri().getRawPath();
        Lang lang = lang(path, header(headers, HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problem.of(lang, status, path);
        if (problem.reference() != null) {
            LOG.errorf(cause, "%s: %s failed", problem.reference(), path);
        }
        return answer(problem, lang, headers);
    }

    private Response answer(Problem problem, Lang lang, HttpHeaders headers) {
        boolean page = page(problem.instance(), header(headers, HttpHeaders.ACCEPT));
        return Response.status(problem.status())
                .type(page ? HTML : Problem.JSON)
                .header("Content-Language", lang.tag())
                .header("Vary", "Accept, Accept-Language")
                .entity(body(problem, lang, page))
                .build();
    }

    private String body(Problem problem, Lang lang, boolean page) {
        if (page) {
            return ProblemPages.problem(Page.bare(lang, bare(problem.instance())), problem)
                    .render();
        }
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of strings can always be written", e);
        }
    }

    private static boolean page(String path, String accept) {
        return !DATA.matcher(path).matches() && Accept.page(accept);
    }

    private static Lang lang(String path, String accepted) {
        if (path.startsWith("/zh/") || path.equals("/zh")) {
            return Lang.ZH;
        }
        return path.startsWith("/en/") || path.equals("/en") ? Lang.EN : Lang.of(accepted);
    }

    /** The address without its language, so that the switch on the page keeps the place; a file has none in another language. */
    private static String bare(String path) {
        String rest = path.replaceFirst("^/(zh|en)(?=/|$)", "");
        return rest.isEmpty() || FILE.matcher(rest).matches() ? "/" : rest;
    }

    private static String header(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getHeaderString(name), "");
    }
}
