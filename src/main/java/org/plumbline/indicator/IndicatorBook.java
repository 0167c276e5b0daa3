package org.plumbline.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources;
import org.plumbline.standard.Editions;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.StandardConfig;
import org.plumbline.standard.StandardFolder;

/** The catalogue of indicators: the one packed with the program, or what a district's own folder of standards puts over it. */
@ApplicationScoped
public class IndicatorBook {
    /** The namespace of indicators and their measures. */
    public static final String NS = "https://w3id.org/plumbline/indicator#";

    private static final Logger LOG = Logger.getLogger(IndicatorBook.class);
    private static final String FOLDER = "indicators";

    private final StandardConfig config;
    private final Editions editions;
    private @Nullable Catalogue catalogue;

    /** Groups, and the indicators in their order. */
    private record Catalogue(List<Topic> topics, List<Indicator> indicators) {}

    IndicatorBook(StandardConfig config, Editions editions) {
        this.config = config;
        this.editions = editions;
    }

    /** The groups that indicators are listed in. */
    public List<Topic> topics() {
        return catalogue().topics();
    }

    /** All indicators, in the order of the groups. */
    public List<Indicator> indicators() {
        return catalogue().indicators();
    }

    /** The indicator with a number such as {@code I04}. */
    public Optional<Indicator> find(String notation) {
        return indicators().stream()
                .filter(one -> one.notation().equals(notation))
                .findFirst();
    }

    private synchronized Catalogue catalogue() {
        Catalogue known = catalogue;
        if (known == null) {
            known = load();
            catalogue = known;
        }
        return known;
    }

    /** A district's own catalogue that cannot be read leaves the packed one in force, with a line in the log. */
    private Catalogue load() {
        FactBook facts = editions.list().getFirst().book();
        Optional<Path> own = config.folder();
        if (own.isPresent()) {
            try {
                return read(own.get(), facts);
            } catch (IOException | IndicatorReader.Broken e) {
                LOG.error("The indicators of " + own.get() + " are not loaded, those of the program stand: "
                        + e.getMessage());
            }
        }
        try {
            return read(null, facts);
        } catch (IOException e) {
            throw new IllegalStateException("The packed indicators cannot be read", e);
        }
    }

    private static Catalogue read(@Nullable Path own, FactBook facts) throws IOException {
        Sources sources = new Sources();
        for (Map.Entry<String, byte[]> file :
                StandardFolder.packedAndOwn(FOLDER, own).entrySet()) {
            sources.read(FOLDER + "/" + file.getKey(), file.getValue(), NS);
        }
        IndicatorReader reader = new IndicatorReader(sources, facts);
        List<Indicator> indicators = reader.indicators();
        return new Catalogue(reader.topics(), indicators);
    }
}
