package org.plumbline.publication.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.plumbline.publication.page.PublicGraphs;
import org.plumbline.rdf.sparql.RefusedQuery;
import org.plumbline.rdf.store.ResultFormat;
import org.plumbline.rdf.store.Spool;
import org.plumbline.rdf.store.StoppedQuery;
import org.plumbline.web.Face;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;
import org.plumbline.web.Page;

/** The page where queries over the public dataset are written and answered; works without script. */
@Path("/{lang:zh|en}")
@PermitAll
@Blocking
public class QueryResource {
    private static final int SHOWN = 200;
    private static final int LONGEST_GRAPH = 60_000;

    private final PublicDataset dataset;
    private final PublicGraphs graphs;
    private final MonthDumps months;

    QueryResource(PublicDataset dataset, PublicGraphs graphs, MonthDumps months) {
        this.months = months;
        this.dataset = dataset;
        this.graphs = graphs;
    }

    /** The pages. */
    @CheckedTemplate(basePath = "QueryPages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance query(
                Page p, String query, List<QueryExamples.Example> examples, Answered answered);

        static native TemplateInstance data(
                Page p, PublicGraphs.@Nullable Issue issue, @Nullable Dump dump, List<MonthDump> months);
    }

    /**
     * What came of a query.
     *
     * @param problem why there is no answer; empty when there is one, or nothing was asked
     * @param heads names of columns; empty for a graph
     * @param rows the first rows
     * @param more whether there are further rows
     * @param graph the answer as Turtle; empty for a table
     * @param forms the same answer as data
     */
    public record Answered(
            String problem, List<String> heads, List<List<String>> rows, boolean more, String graph, List<Face> forms) {
        static Answered none(String problem) {
            return new Answered(problem, List.of(), List.of(), false, "", List.of());
        }

        /** Whether anything was answered. */
        public boolean answered() {
            return !forms.isEmpty();
        }
    }

    /** The query page; with a query, its answer below. */
    @GET
    @Path("query")
    public Response query(@PathParam("lang") String language, @QueryParam("query") @DefaultValue("") String query) {
        Lang lang = Lang.of(language);
        String text = query.isBlank() ? QueryExamples.all().getFirst().query() : query;
        Answered answered = query.isBlank() ? Answered.none("") : ask(lang, query);
        String path = query.isBlank() ? "/query" : "/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        Page page = graphs.frame(lang, path);
        return html(
                lang, Templates.query(page, text, QueryExamples.all(), answered).render());
    }

    /**
     * What the editor completes.
     *
     * @param prefixes namespaces by their prefix
     * @param classes IRIs of classes and their names in the reader's language, empty where they have none
     * @param properties the same of properties
     */
    public record Words(Map<String, String> prefixes, Map<String, String> classes, Map<String, String> properties) {}

    /** The prefixes, classes and properties of the dataset. */
    @GET
    @Path("query/words.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response words(@PathParam("lang") String language) {
        Lang lang = Lang.of(language);
        Terms terms = dataset.terms();
        return Response.ok(new Words(terms.prefixes(), names(terms.classes(), lang), names(terms.properties(), lang)))
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static Map<String, String> names(List<Terms.Term> terms, Lang lang) {
        Map<String, String> names = new LinkedHashMap<>();
        terms.forEach(term -> names.put(term.iri(), term.name().in(lang)));
        return names;
    }

    /** What there is as data, and how to take it. */
    @GET
    @Path("data")
    public Response data(@PathParam("lang") String language) {
        Lang lang = Lang.of(language);
        Dump dump = null;
        try {
            dump = dataset.dump().orElse(null);
        } catch (PublicDataset.NotReady e) {
            // The page says that the dump is being made.
        }
        PublicGraphs.Issue issue = graphs.now().orElse(null);
        return html(
                lang,
                Templates.data(graphs.frame(lang, "/data"), issue, dump, months.all())
                        .render());
    }

    private static Response html(Lang lang, String html) {
        return Response.ok(html, "text/html;charset=UTF-8")
                .header("Content-Language", lang.tag())
                .header("Cache-Control", "no-cache")
                .build();
    }

    private Answered ask(Lang lang, String text) {
        try {
            PublicDataset.Open ready = dataset.ready();
            Query query = ready.guard().read(text);
            List<ResultFormat> formats = ResultFormat.of(query);
            boolean table = formats.contains(ResultFormat.CSV);
            String answer = run(ready, query, table ? ResultFormat.CSV : ResultFormat.TURTLE);
            List<Face> forms =
                    formats.stream().map(format -> form(text, format)).toList();
            if (!table) {
                String shown = answer.length() > LONGEST_GRAPH ? answer.substring(0, LONGEST_GRAPH) : answer;
                return new Answered("", List.of(), List.of(), shown.length() < answer.length(), shown, forms);
            }
            List<List<String>> rows = rows(answer);
            List<String> heads = rows.isEmpty() ? List.of() : rows.removeFirst();
            boolean more = rows.size() > SHOWN;
            return new Answered("", heads, more ? List.copyOf(rows.subList(0, SHOWN)) : rows, more, "", forms);
        } catch (RefusedQuery e) {
            return Answered.none(Labels.say(lang, "query.refused", String.valueOf(e.getMessage())));
        } catch (StoppedQuery e) {
            return Answered.none(
                    Labels.say(lang, "query.limit." + e.limit().name().toLowerCase(Locale.ROOT)));
        } catch (PublicDataset.NotReady e) {
            return Answered.none(Labels.say(lang, "query.notReady"));
        }
    }

    private static String run(PublicDataset.Open ready, Query query, ResultFormat format) {
        try (Spool spool = ready.runner().run(query, format)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            spool.sendTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The answer of a query cannot be read back", e);
        }
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields());
                if (rows.size() > SHOWN + 1) {
                    return rows;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can always be read", e);
        }
        return rows;
    }

    private static Face form(String query, ResultFormat format) {
        String name = format.name().toLowerCase(Locale.ROOT);
        return new Face(
                format.name(),
                format.mediaType(),
                "/sparql?format=" + name + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
