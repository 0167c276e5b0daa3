package org.plumbline.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.json.RecordReader;

/** The editions that the portal knows: those packed with the program and the district's own. Read once, on first use. */
@ApplicationScoped
public class Editions {
    private static final Logger LOG = Logger.getLogger(Editions.class);

    private final StandardConfig config;
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable Map<String, Known> known;

    /** An edition ready to hold sites against, and what reads their records for it. */
    public record Known(Edition edition, Evaluator evaluator, RecordReader reader) {
        /** What holds sites against an edition. */
        public Known(Edition edition) {
            this(edition, new Evaluator(edition.rulebook()), new RecordReader(edition.rulebook()));
        }
    }

    Editions(StandardConfig config) {
        this.config = config;
    }

    /** All editions by key, such as {@code model-station/2026}; the packed ones first. */
    public synchronized Map<String, Known> all() {
        Map<String, Known> all = known;
        if (all == null) {
            all = new LinkedHashMap<>();
            for (String key : StandardFolder.packedKeys()) {
                add(
                        all,
                        new EditionReader(StandardFolder.folder(
                                key, StandardFolder.packed("facts"), StandardFolder.packed(key))));
            }
            Path own = config.folder().orElse(null);
            if (own != null && !Files.isDirectory(own)) {
                leaveOut("There is no folder " + own + ", which plumbline.standard.folder names: correct the setting.");
            } else if (own != null) {
                addOwn(all, own);
            }
            known = all;
        }
        return all;
    }

    /** The edition with a key. */
    public Optional<Known> find(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** Why some of the district's own editions are not among them, a line each. */
    public synchronized List<String> leftOut() {
        all();
        return List.copyOf(leftOut);
    }

    /** All editions, in order. */
    public List<Edition> list() {
        return all().values().stream().map(Known::edition).toList();
    }

    private static void add(Map<String, Known> all, EditionReader reader) {
        Edition edition = reader.read();
        if (edition != null) {
            all.put(edition.key(), new Known(edition));
        }
    }

    private void leaveOut(String line) {
        leftOut.add(line);
        LOG.error(line);
    }

    /** A district's own editions are checked like any other; what is wrong with one leaves it out with a line, and stops nothing else. */
    private void addOwn(Map<String, Known> all, Path own) {
        try {
            for (String key : StandardFolder.keys(own)) {
                Path folder = own.resolve(key);
                addOwn(all, folder, () -> Linter.lint(StandardFolder.of(folder)));
            }
        } catch (UncheckedIOException e) {
            leaveOut("The folder " + own + ", which plumbline.standard.folder names, cannot be read (" + e.getMessage()
                    + "): let this program read all of it.");
        }
    }

    /**
     * Adds one edition of a district's own.
     *
     * @param reader reads and checks it; whatever it throws is told in the line
     */
    void addOwn(Map<String, Known> all, Path folder, Callable<Linter.Result> reader) {
        try {
            Linter.Result result = reader.call();
            if (result.fine() && result.edition() != null) {
                all.put(result.edition().key(), new Known(result.edition()));
            } else {
                String line = folder + " is not loaded, because it is not well formed: "
                        + result.findings().getFirst();
                leaveOut(line);
            }
        } catch (IOException e) {
            leaveOut(folder + " is not loaded, because it cannot be read: " + e.getMessage());
        } catch (Exception | StackOverflowError e) {
            // A fault of the reader's; the other editions, and the portal, do without this one.
            LOG.error("Reading " + folder + " failed", e);
            leaveOut(folder + " is not loaded, because the program failed over it (" + e
                    + "). Take back the last change, or run plumbline lint on it and report what it says.");
        }
    }
}
