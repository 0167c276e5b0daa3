package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.ledger.Iris;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.publication.snapshot.Publications;
import org.plumbline.rdf.Canonical;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.signature.Signer;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Editions;
import org.plumbline.web.Labels;
import org.plumbline.web.Text;

/**
 * The file with which anybody repeats a published assessment without asking the portal: one HTML page that carries the evaluator, the
 * rules of every edition, the public keys and what was published, and may not send or fetch anything. Its parts stand in
 * {@code resources/check}.
 */
@ApplicationScoped
class CheckFile {
    private static final String EVALUATOR = "/META-INF/resources/evaluator.js";
    private static final List<String> PARTS =
            List.of("words.js", "pdf.js", "proof.js", "verdict.js", "view.js", "tables.js", "check.js");
    private static final int ROUNDS = 400;

    /** The last statement of the evaluator as a module; inside one script its functions are kept under a name instead. */
    private static final Pattern EXPORT = Pattern.compile("export\\{([^}]*)};\\s*$");

    private final Editions editions;
    private final Publications publications;
    private final Signer signer;
    private final Iris iris;
    private final Clock clock;

    CheckFile(Editions editions, Publications publications, Signer signer, Iris iris, Clock clock) {
        this.editions = editions;
        this.publications = publications;
        this.signer = signer;
        this.iris = iris;
        this.clock = clock;
    }

    /** The page as HTML; some 300 kB compressed. */
    String html() {
        String style = part("check.css");
        String script = evaluator() + PARTS.stream().map(CheckFile::part).collect(Collectors.joining("", "\n", ""));
        // Nothing but these two texts may run or style, and nothing at all may be fetched.
        String policy =
                "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
                        .formatted(source(style), source(script));
        return part("check.html")
                .replace("%CSP%", policy)
                .replace("%CSS%", style)
                .replace("%PORTAL%", Json.write(portal()).replace("<", "\\u003c"))
                .replace("%SCRIPT%", script);
    }

    private Map<String, Object> portal() {
        Map<String, Object> portal = Json.object();
        portal.put("name", text(Labels.text("brand")));
        portal.put("base", iris.base());
        portal.put("made", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        portal.put(
                "keys",
                signer.publicKeys().entrySet().stream()
                        .map(key -> object(
                                "id", key.getKey(), "spki", Base64.getEncoder().encodeToString(key.getValue())))
                        .toList());
        portal.put("editions", editions.list().stream().map(CheckFile::edition).toList());
        portal.put(
                "rounds",
                publications.history(ROUNDS).stream()
                        .filter(act -> act.withdrawnAt() == null)
                        .map(act -> round(act.publication()))
                        .toList());
        return portal;
    }

    private static Map<String, Object> edition(Edition edition) {
        Map<String, Object> out = object("key", edition.key(), "iri", edition.iri());
        out.put("number", edition.number());
        out.put("title", text(Standards.text(edition.title())));
        out.put("hash", edition.rulebookHash());
        out.put("rulebook", RulebookWriter.write(edition.rulebook()));
        return out;
    }

    private static Map<String, Object> round(Publication publication) {
        Map<String, Object> out = object("onDate", publication.onDate().toString(), "head", publication.head());
        out.put("name", text(publication.round()));
        out.put("position", Json.Number.of(publication.position()));
        return out;
    }

    private static Map<String, Object> text(Text text) {
        return object("zh", text.zh(), "en", text.en());
    }

    private static Map<String, Object> object(String first, String one, String second, String other) {
        Map<String, Object> object = Json.object();
        object.put(first, one);
        object.put(second, other);
        return object;
    }

    private static String evaluator() {
        Matcher export = EXPORT.matcher(read(EVALUATOR));
        if (!export.find()) {
            throw new IllegalStateException("The compiled evaluator does not end in its exports: look at evaluator.js");
        }
        String named = Stream.of(export.group(1).split(","))
                .map(one -> one.trim().split(" as "))
                .map(one -> one[1] + ":" + one[0])
                .collect(Collectors.joining(","));
        return export.replaceFirst(Matcher.quoteReplacement("const evaluator={" + named + "};"));
    }

    /** How a policy names a text that may stand in the page. */
    private static String source(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Canonical.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(String name) {
        return read("/check/" + name);
    }

    private static String read(String path) {
        try (var in = Objects.requireNonNull(CheckFile.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
