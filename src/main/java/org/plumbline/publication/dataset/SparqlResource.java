package org.plumbline.publication.dataset;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.plumbline.rdf.sparql.RefusedQuery;
import org.plumbline.rdf.store.ResultFormat;
import org.plumbline.rdf.store.Spool;
import org.plumbline.rdf.store.StoppedQuery;
import org.plumbline.web.Accept;
import org.plumbline.web.Lang;
import org.plumbline.web.Problem;

/**
 * SPARQL 1.1 Protocol over the public dataset, for reading only. On worker threads, not virtual ones: a query computes, and would
 * keep a carrier thread that every page needs.
 */
@Path("/sparql")
@PermitAll
@Blocking
public class SparqlResource {
    private static final String ANY = "*";
    private static final int RETRY_SECONDS = 10;

    private final PublicDataset dataset;

    SparqlResource(PublicDataset dataset) {
        this.dataset = dataset;
    }

    /** A query in the address; without one, the page where queries are written. */
    @GET
    public Response get(
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("format") @DefaultValue("") String format,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages,
            @Context UriInfo uri) {
        if (query.isBlank() || format.isEmpty() && Accept.page(accept)) {
            String page = "/" + Lang.of(languages).code() + "/query";
            String to = query.isBlank() ? page : page + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            return open(Response.seeOther(URI.create(to))).build();
        }
        return answer(query, format, accept, uri);
    }

    /** A query as a form's field. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response form(
            @FormParam("query") @DefaultValue("") String query,
            @FormParam("format") @DefaultValue("") String format,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @Context UriInfo uri) {
        return answer(query, format, accept, uri);
    }

    /** A query as the body. */
    @POST
    @Consumes("application/sparql-query")
    public Response direct(
            String query,
            @QueryParam("format") @DefaultValue("") String format,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @Context UriInfo uri) {
        return answer(query, format, accept, uri);
    }

    private Response answer(String text, String format, String accept, UriInfo uri) {
        if (uri.getQueryParameters().containsKey("default-graph-uri")
                || uri.getQueryParameters().containsKey("named-graph-uri")) {
            return problem(400, "The dataset is chosen in the query: use FROM and FROM NAMED.", uri);
        }
        try {
            PublicDataset.Open ready = dataset.ready();
            Query query = ready.guard().read(text);
            Optional<ResultFormat> chosen = format(query, format, accept);
            if (chosen.isEmpty()) {
                String offered = String.join(
                        ", ",
                        ResultFormat.of(query).stream()
                                .map(ResultFormat::mediaType)
                                .toList());
                return problem(406, "The answer to this query comes as " + offered + ".", uri);
            }
            Spool spool = ready.runner().run(query, chosen.get());
            StreamingOutput body = out -> {
                try (spool) {
                    spool.sendTo(out);
                }
            };
            return open(Response.ok(body, chosen.get().mediaType()))
                    .header("Content-Length", spool.size())
                    .header("Vary", "Accept")
                    .build();
        } catch (RefusedQuery e) {
            return problem(400, String.valueOf(e.getMessage()), uri);
        } catch (PublicDataset.NotReady e) {
            return problem(503, String.valueOf(e.getMessage()), uri);
        } catch (StoppedQuery e) {
            boolean later = e.limit() == StoppedQuery.Limit.TIME || e.limit() == StoppedQuery.Limit.BUSY;
            return problem(later ? 503 : 422, String.valueOf(e.getMessage()), uri);
        }
    }

    private static Optional<ResultFormat> format(Query query, String named, String accept) {
        List<ResultFormat> formats = ResultFormat.of(query);
        if (!named.isEmpty()) {
            return formats.stream()
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(named))
                    .findFirst();
        }
        List<String> types = new ArrayList<>();
        formats.forEach(format -> types.add(bare(format)));
        // A program that asks for plain JSON or XML means the results of that syntax.
        types.add("application/json");
        return Accept.best(accept, types)
                .map(type -> formats.stream()
                        .filter(format -> bare(format).equals(type))
                        .findFirst()
                        .orElse(formats.getFirst()));
    }

    private static String bare(ResultFormat format) {
        return format.mediaType().split(";")[0];
    }

    /** Public data may be read from the pages of others too. */
    private static Response.ResponseBuilder open(Response.ResponseBuilder answer) {
        return answer.header("Access-Control-Allow-Origin", ANY);
    }

    private static Response problem(int status, String message, UriInfo uri) {
        Response.ResponseBuilder answer = open(Response.status(status))
                .type(Problem.JSON)
                .entity(Problem.of(Lang.EN, status, uri.getRequestUri().getRawPath())
                        .saying(message));
        return status == 503 ? answer.header("Retry-After", RETRY_SECONDS).build() : answer.build();
    }
}
