package org.plumbline.publication.dataset;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.account.RequestLimit;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.graph.Form;
import org.plumbline.publication.page.PublicGraphs;
import org.plumbline.publication.page.PublicGraphs.Issue;
import org.plumbline.rdf.Canonical;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.Edition;
import org.plumbline.web.Text;

/** The catalogue of what is public, and the dump of all of it. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class CatalogueResource {
    private final PublicDataset dataset;
    private final PublicGraphs graphs;
    private final MonthDumps months;
    private final DatasetConfig.Catalogue said;
    private final Iris iris;
    private final RequestLimit limit;

    CatalogueResource(
            PublicDataset dataset,
            PublicGraphs graphs,
            MonthDumps months,
            DatasetConfig config,
            Iris iris,
            RequestLimit limit) {
        this.limit = limit;
        this.said = config.catalogue();
        this.months = months;
        this.dataset = dataset;
        this.graphs = graphs;
        this.iris = iris;
    }

    /** The catalogue as triples. */
    @GET
    @Path("catalogue.{form:ttl|jsonld|nt}")
    public Response graph(
            @PathParam("form") String suffix, @Context Request request, @Context HttpServerRequest asker) {
        limit.countMade(asker);
        Form form = Form.of(suffix);
        byte[] body = form.write(CatalogueGraph.of(iris.base(), issue(), said, dump(), months.all()));
        Response.ResponseBuilder answer = open(request, body, form.contentType());
        answer.header("Link", "<" + iris.base() + "id/catalogue>; rel=\"describes\"");
        Form.faces("/catalogue").stream()
                .filter(face -> !face.type().equals(form.mediaType()))
                .forEach(face -> answer.header(
                        "Link", "<" + face.href() + ">; rel=\"alternate\"; type=\"" + face.type() + "\""));
        return answer.build();
    }

    /** The catalogue in the form that many portals harvest (Project Open Data metadata 1.1). */
    @GET
    @Path("data.json")
    public Response dataJson(@Context Request request, @Context HttpServerRequest asker) {
        limit.countMade(asker);
        Issue issue = issue();
        Map<String, Object> out = Json.object();
        out.put("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
        List<Object> datasets = new ArrayList<>();
        List<Object> files = new ArrayList<>();
        dump().ifPresent(file -> files.add(file("dump/" + file.publication() + ".nq.gz", "application/n-quads")));
        months.all()
                .forEach(one -> files.add(file("dump/" + one.path(), one.form().mediaType())));
        Map<String, Object> results = dataset(
                "id/dataset/publication-" + issue.publication().id(),
                "Results of " + issue.publication().round().en(),
                "Outcome of every clause, score, facts and sources for each site as of "
                        + issue.publication().onDate()
                        + (issue.publication().synthetic() ? ". Demonstration: the facts are synthetic." : "."),
                issue,
                files);
        results.put("issued", issue.publication().publishedAt().toString());
        results.put("spatial", issue.district().en());
        results.put(
                "temporal",
                issue.publication().onDate() + "/" + issue.publication().onDate());
        said.frequency().ifPresent(frequency -> results.put("accrualPeriodicity", frequency.interval()));
        datasets.add(results);
        for (Edition edition : issue.editions()) {
            Map<String, Object> one = dataset(
                    "id/dataset/standard/" + edition.key(),
                    edition.title().en(),
                    edition.summary().en(),
                    issue,
                    List.of(
                            file("standard/" + edition.key() + ".ttl", "text/turtle"),
                            file("standard/" + edition.key() + ".json", "application/json")));
            one.put("issued", edition.issued().toString());
            datasets.add(one);
        }
        out.put("dataset", datasets);
        byte[] body = Json.write(out).getBytes(StandardCharsets.UTF_8);
        return open(request, body, "application/json;charset=UTF-8").build();
    }

    /** The whole public dataset, N-Quads in gzip. */
    @GET
    @Path("dump/{publication:[0-9]+}.nq.gz")
    public Response dump(@PathParam("publication") long publication, @Context Request request) {
        Dump dump = dump().filter(one -> one.publication() == publication).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(dump.sha256().substring(0, 32));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return known.tag(tag).build();
        }
        return packed(dump.file(), dump.bytes(), dump.sha256(), publication + ".nq.gz")
                .tag(tag)
                .build();
    }

    /** The results of an edition in a month: a table, JSON-LD or N-Quads, in gzip. */
    @GET
    @Path("dump/{month}/{file}")
    public Response month(@PathParam("month") String month, @PathParam("file") String file, @Context Request request) {
        MonthDump dump = months.find(month + "/" + file).orElseThrow(() -> {
            // It may be on its way: after an erasure all are made again.
            dataset.renew();
            return new NotFoundException();
        });
        EntityTag tag = new EntityTag(dump.sha256().substring(0, 32));
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return known != null
                ? known.tag(tag).build()
                : packed(dump.file(), dump.bytes(), dump.sha256(), month + "-" + file)
                        .tag(tag)
                        .build();
    }

    private static Response.ResponseBuilder packed(java.nio.file.Path file, long bytes, String sha256, String name) {
        StreamingOutput body = out -> Files.copy(file, out);
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return Response.ok(body, "application/gzip")
                .header("Content-Length", bytes)
                .header("Content-Disposition", "attachment; filename=\"plumbline-" + name + "\"")
                .header("Content-Digest", "sha-256=:" + digest + ":")
                .header("Access-Control-Allow-Origin", "*");
    }

    private Issue issue() {
        return graphs.now().orElseThrow(NotFoundException::new);
    }

    private Optional<Dump> dump() {
        try {
            return dataset.dump();
        } catch (PublicDataset.NotReady e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> dataset(String id, String title, String description, Issue issue, List<Object> files) {
        Map<String, Object> dataset = Json.object();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("identifier", iris.base() + id);
        dataset.put("title", title);
        dataset.put("description", description);
        dataset.put("modified", issue.publication().publishedAt().toString());
        dataset.put("accessLevel", "public");
        Map<String, Object> publisher = Json.object();
        publisher.put("@type", "org:Organization");
        publisher.put("name", CatalogueGraph.publisher(issue, said).en());
        dataset.put("publisher", publisher);
        said.licence().ifPresent(licence -> dataset.put("license", licence.toString()));
        said.contact().ifPresent(address -> dataset.put("contactPoint", contact(issue, address)));
        dataset.put("keyword", CatalogueGraph.KEYWORDS.stream().map(Text::en).toList());
        dataset.put("theme", List.of(CatalogueGraph.GOVERNMENT.getURI()));
        dataset.put("language", List.of("zh-CN", "en"));
        dataset.put("landingPage", iris.base() + "en/data");
        dataset.put("distribution", files);
        return dataset;
    }

    private Map<String, Object> contact(Issue issue, URI address) {
        Map<String, Object> contact = Json.object();
        contact.put("@type", "vcard:Contact");
        contact.put("fn", CatalogueGraph.publisher(issue, said).en());
        contact.put("mailto".equals(address.getScheme()) ? "hasEmail" : "hasURL", address.toString());
        return contact;
    }

    private Map<String, Object> file(String path, String type) {
        Map<String, Object> file = Json.object();
        file.put("@type", "dcat:Distribution");
        file.put("downloadURL", iris.base() + path);
        file.put("mediaType", type);
        return file;
    }

    /** What the catalogue says changes with each dump that is made, so that its tag is one of its content. */
    private static Response.ResponseBuilder open(Request request, byte[] body, String type) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(Canonical.hash(body), 0, 16), true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(body) : known)
                .type(type)
                .tag(tag)
                .header("Vary", "Accept-Encoding")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=60");
    }
}
