package org.plumbline.publication.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The map that the office provides, read once at start. One that cannot be used is not shown, and the log says what to mend. */
@Named("districtMap")
@ApplicationScoped
public class DistrictMap {
    private static final Logger LOG = Logger.getLogger(DistrictMap.class);

    private final MapConfig config;
    private volatile Optional<Given> given = Optional.empty();

    DistrictMap(MapConfig config) {
        this.config = config;
    }

    /**
     * A map.
     *
     * @param streets outlines by code of the street, GeoJSON geometries
     * @param sites points by code of the site; empty when none were given
     * @param approval the approval number (审图号)
     * @param coordinates name of the coordinate system
     * @param tiles address of background tiles; empty for none
     * @param tilesCredit who made them
     */
    public record Given(
            Map<String, JsonNode> streets,
            Map<String, JsonNode> sites,
            String approval,
            String coordinates,
            String tiles,
            String tilesCredit) {}

    /** The map; empty when none is set, or it cannot be used. */
    public Optional<Given> given() {
        return given;
    }

    void read(@Observes StartupEvent start) {
        read(config);
    }

    /** Reads the map that some settings name; none when it cannot be used. */
    void read(MapConfig named) {
        try {
            given = named.streets().isPresent()
                    ? Optional.of(read(named.streets().get(), named))
                    : Optional.empty();
        } catch (GeoFile.Broken e) {
            given = Optional.empty();
            LOG.error("The district's map is not shown: " + e.getMessage());
        }
    }

    private static Given read(Path streets, MapConfig named) throws GeoFile.Broken {
        String approval = named.approval().orElseThrow(() -> missing("approval", "the map's approval number (审图号)"));
        String coordinates = named.coordinates()
                .orElseThrow(() -> missing("coordinates", "the coordinate system, such as CGCS2000"));
        String tiles = named.tilesOrigin().orElse("") + named.tilesPath().orElse("");
        if (!tiles.isEmpty() && (named.tilesOrigin().isEmpty() || !tiles.contains("{z}"))) {
            throw new GeoFile.Broken(
                    "plumbline.map.tiles-origin and plumbline.map.tiles-path belong together, and the path has {z}, {x}"
                            + " and {y}. Set both or none.");
        }
        return new Given(
                GeoFile.read(streets, Set.of("Polygon", "MultiPolygon")),
                named.sites().isPresent() ? GeoFile.read(named.sites().get(), Set.of("Point")) : Map.of(),
                approval,
                coordinates,
                tiles,
                named.tilesCredit().orElse(""));
    }

    private static GeoFile.Broken missing(String key, String what) {
        return new GeoFile.Broken("plumbline.map." + key + " is not set. Say " + what + ".");
    }
}
