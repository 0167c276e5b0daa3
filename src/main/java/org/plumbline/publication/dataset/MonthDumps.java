package org.plumbline.publication.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plumbline.publication.dataset.MonthDump.Form;
import org.plumbline.publication.page.SiteDumps;
import org.plumbline.publication.page.SiteDumps.Month;
import org.plumbline.publication.snapshot.Publications;

/** The results by edition and month as files: those of publications that stand, each as table, JSON-LD and N-Quads. */
@ApplicationScoped
public class MonthDumps {
    private final DatasetConfig config;
    private final SiteDumps sites;
    private final Publications publications;

    MonthDumps(DatasetConfig config, SiteDumps sites, Publications publications) {
        this.publications = publications;
        this.config = config;
        this.sites = sites;
    }

    /** Those that are there, the latest month first. */
    List<MonthDump> all() {
        List<MonthDump> found = new ArrayList<>();
        if (!fresh()) {
            return found;
        }
        for (Month month : sites.months()) {
            for (Form form : Form.values()) {
                find(month, form).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The dump at an address below {@code /dump/}. */
    Optional<MonthDump> find(String path) {
        for (Month month : sites.months()) {
            for (Form form : Form.values()) {
                if (MonthDump.path(month, form).equals(path)) {
                    return fresh() ? find(month, form) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Optional<MonthDump> find(Month month, Form form) {
        try {
            return MonthDump.find(config.folder(), month, form);
        } catch (IOException e) {
            throw new UncheckedIOException("The dumps in " + config.folder() + " cannot be read", e);
        }
    }

    /** Whether nothing was erased since the dumps were made; those made before are as good as gone. */
    private boolean fresh() {
        long erasures = publications.erasures();
        try {
            return erasures == 0
                    || Files.exists(note()) && Files.readString(note()).equals(Long.toString(erasures));
        } catch (IOException e) {
            throw new UncheckedIOException("The dumps in " + config.folder() + " cannot be read", e);
        }
    }

    private void forgetErased() throws IOException {
        if (!fresh()) {
            // Read first: what is erased meanwhile makes them stale again.
            String erasures = Long.toString(publications.erasures());
            delete(file -> true);
            Files.writeString(note(), erasures);
        }
    }

    private Path note() {
        return config.folder().resolve("erasures.txt");
    }

    /** Writes those that are missing, and deletes those of publications that were withdrawn or replaced. */
    void renew() throws IOException {
        forgetErased();
        Set<Path> keep = new HashSet<>();
        for (Month month : sites.months()) {
            for (Form form : Form.values()) {
                if (find(month, form).isEmpty()) {
                    MonthDump.write(config.folder(), month, form, out -> switch (form) {
                        case CSV -> sites.csv(month, out);
                        case JSON_LD -> sites.jsonLd(month, out);
                        case N_QUADS -> sites.nquads(month, out);
                    });
                }
                find(month, form).ifPresent(dump -> keep.add(dump.file()));
            }
        }
        delete(file -> !keep.contains(file));
    }

    private void delete(Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.list(config.folder())) {
            for (Path old : files.filter(file -> file.getFileName().toString().matches("month-.*\\.gz"))
                    .filter(which)
                    .toList()) {
                Files.deleteIfExists(old.resolveSibling(old.getFileName() + ".txt"));
                Files.deleteIfExists(old);
            }
        }
    }
}
