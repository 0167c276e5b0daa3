package org.plumbline.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.plumbline.rdf.Sources.Broken;
import org.plumbline.rdf.Sources.Place;

/**
 * Reads JSON-LD 1.1 into {@link Sources}. Nothing is fetched: a context stands inside the file. What JSON-LD passes over in
 * silence, a key that no context explains, is an error here, for what somebody stated would be lost.
 */
final class JsonLdSource {
    /** A file within the other limits takes seconds; one that takes longer was made to. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Pattern UNDEFINED = Pattern.compile("undefined term has been found \\[([^\\]]*)\\]");

    private final String file;
    private final Sources into;

    private JsonLdSource(String file, Sources into) {
        this.file = file;
        this.into = into;
    }

    static void read(String file, byte[] json, String base, Sources into) {
        new JsonLdSource(file, into).read(json, base);
    }

    private void read(byte[] json, String base) {
        try {
            JsonScan scan = JsonScan.of(json);
            if (!scan.problem().isEmpty()) {
                broken(scan.line(), scan.problem());
                return;
            }
            parse(json, base, scan);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            broken(line, "this is no JSON: " + e.getOriginalMessage() + ". Mend the syntax here.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parse(byte[] json, String base, JsonScan scan) {
        JsonLdOptions options = new JsonLdOptions((address, how) -> {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "nothing is fetched: " + address);
        });
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setTimeout(LONGEST);
        Context context = new Context();
        context.set(LangJSONLD11.JSONLD_OPTIONS, options);
        ErrorHandler handler = new Findings();
        StreamRDF sink = new Sink(scan);
        try {
            new LangJSONLD11(Lang.JSONLD11, RiotLib.profile(Lang.JSONLD11, base, handler), handler)
                    .read(new ByteArrayInputStream(json), base, Lang.JSONLD11.getContentType(), sink, context);
        } catch (StackOverflowError e) {
            broken(1, "the file nests objects too deep. Write the inner ones apart.");
        } catch (RiotException | IllegalStateException e) {
            refuse(1, String.valueOf(e.getMessage()));
        }
    }

    /** Says why the file cannot be read to its end, unless that was said: what the sink refused comes back in fewer words. */
    private void refuse(long line, String message) {
        if (!into.broken().isEmpty() && into.broken().getLast().place().file().equals(file)) {
            return;
        }
        Matcher undefined = UNDEFINED.matcher(message);
        broken(
                Math.max(1, line),
                undefined.find()
                        ? "no context of the file says what " + undefined.group(1)
                                + " means, so that it would be lost. Add it to @context, correct or remove it."
                        : message + ". Mend it.");
    }

    private void broken(long line, String message) {
        into.broken().add(new Broken(new Place(file, line, 1), message));
    }

    /** Turns what the parser says into findings. */
    private final class Findings implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            broken(Math.max(1, line), message + ". Mend it here.");
        }

        @Override
        public void error(String message, long line, long column) {
            refuse(line, message);
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }

    /** Puts what the parser makes into the sources, with the line in which its subject is named. */
    private final class Sink extends StreamRDFBase {
        private final JsonScan scan;

        Sink(JsonScan scan) {
            this.scan = scan;
        }

        @Override
        public void triple(Triple triple) {
            String subject = triple.getSubject().isURI() ? triple.getSubject().getURI() : "";
            into.add(triple, new Place(file, scan.line(subject), 1));
        }

        @Override
        public void quad(Quad quad) {
            if (!quad.isDefaultGraph()) {
                broken(
                        1,
                        "the file holds a graph with a name, <" + quad.getGraph()
                                + ">, and only one graph is read. Take the @id beside @graph away.");
                throw new RiotException("a graph with a name");
            }
            triple(quad.asTriple());
        }
    }
}
