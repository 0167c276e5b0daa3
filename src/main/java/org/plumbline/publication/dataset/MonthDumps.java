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

/** The results by edition and month as files: those of publications that stand, each as table, JSON-LD and N-Quads. */
@ApplicationScoped
public class MonthDumps {
    private final DatasetConfig config;
    private final SiteDumps sites;

    MonthDumps(DatasetConfig config, SiteDumps sites) {
        this.config = config;
        this.sites = sites;
    }

    /** Those that are there, the latest month first. */
    List<MonthDump> all() {
        List<MonthDump> found = new ArrayList<>();
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
                    return find(month, form);
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

    /** Deletes all that were made before the last erasure, which a file beside them remembers, so that they are written again. */
    void forgetErased(long erasures) throws IOException {
        Path note = config.folder().resolve("erasures.txt");
        String now = Long.toString(erasures);
        if (erasures > 0 && !(Files.exists(note) && Files.readString(note).equals(now))) {
            delete(file -> true);
            Files.writeString(note, now);
        }
    }

    /** Writes those that are missing, and deletes those of publications that were withdrawn or replaced. */
    void renew() throws IOException {
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
