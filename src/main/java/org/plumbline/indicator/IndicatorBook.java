package org.plumbline.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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
            FactBook facts = editions.list().getFirst().book();
            known = StandardFolder.load(FOLDER, NS, config.folder(), sources -> read(sources, facts));
            catalogue = known;
        }
        return known;
    }

    private static Catalogue read(Sources sources, FactBook facts) {
        IndicatorReader reader = new IndicatorReader(sources, facts);
        List<Indicator> indicators = reader.indicators();
        return new Catalogue(reader.topics(), indicators);
    }
}
