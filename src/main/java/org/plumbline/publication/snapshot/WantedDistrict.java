package org.plumbline.publication.snapshot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.plumbline.place.Place;
import org.plumbline.place.PlaceKind;

/** The district that the settings name, held against the register: publishing would refuse a wrong one, so it is told before that. */
@ApplicationScoped
public class WantedDistrict {
    private static final Logger LOG = Logger.getLogger(WantedDistrict.class);
    private static final int MOST_TOLD = 5;

    private final PublicationConfig config;

    WantedDistrict(PublicationConfig config) {
        this.config = config;
    }

    /**
     * A setting that names no open district of the register.
     *
     * @param named what it names
     * @param open some districts that it could name, by code, with commas; empty when the register has none
     */
    public record Wrong(String named, String open) {}

    /** What is wrong with the setting; empty when it names an open district, nothing is set, or the register is still empty. */
    public Optional<Wrong> wrong() {
        return config.district()
                .flatMap(code -> QuarkusTransaction.joiningExisting()
                        .call(() -> fits(code) ? Optional.empty() : Optional.of(new Wrong(code, districts()))));
    }

    /** A portal whose setting is wrong starts all the same: what is public stays public, and who corrects it needs the log. */
    void start(@Observes StartupEvent event) {
        wrong().ifPresent(one -> LOG.warnf(
                "plumbline.publication.district names %s, which is no district of the register that is open, so that nothing can be"
                        + " published. Correct the setting and start again, or import the district.%s",
                one.named(), one.open().isEmpty() ? "" : " The register has " + one.open() + "."));
    }

    private static boolean fits(String code) {
        return Place.count() == 0
                || Place.byCode(code)
                        .filter(place -> place.kind == PlaceKind.DISTRICT && place.validTo == null)
                        .isPresent();
    }

    private static String districts() {
        List<String> open = Place.open(PlaceKind.DISTRICT, MOST_TOLD + 1).stream()
                .map(place -> place.code + " " + place.nameZh)
                .toList();
        return String.join(", ", open.subList(0, Math.min(MOST_TOLD, open.size())))
                + (open.size() > MOST_TOLD ? ", …" : "");
    }
}
