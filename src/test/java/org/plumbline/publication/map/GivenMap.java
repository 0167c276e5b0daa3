package org.plumbline.publication.map;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Gives the portal a map for a test, and takes it away again. */
@Singleton
public class GivenMap {
    private final DistrictMap map;

    GivenMap(DistrictMap map) {
        this.map = map;
    }

    /** Settings with these; a null is not set. */
    public record Settings(String streetsPath, String sitesPath, String approvalNumber, String system)
            implements MapConfig {
        @Override
        public Optional<Path> streets() {
            return Optional.ofNullable(streetsPath).map(Path::of);
        }

        @Override
        public Optional<Path> sites() {
            return Optional.ofNullable(sitesPath).map(Path::of);
        }

        @Override
        public Optional<String> approval() {
            return Optional.ofNullable(approvalNumber);
        }

        @Override
        public Optional<String> coordinates() {
            return Optional.ofNullable(system);
        }

        @Override
        public Optional<String> tilesOrigin() {
            return Optional.empty();
        }

        @Override
        public Optional<String> tilesPath() {
            return Optional.empty();
        }

        @Override
        public Optional<String> tilesCredit() {
            return Optional.empty();
        }
    }

    /** Whether there is a map of these settings. */
    public boolean use(Settings settings) {
        map.read(settings);
        return map.given().isPresent();
    }
}
