package org.plumbline.standard;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where a district's own standards stand. */
@ConfigMapping(prefix = "plumbline.standard")
public interface StandardConfig {
    /**
     * A folder of standards ({@code <standard>/<edition>/standard.ttl}, and {@code facts/}) that is loaded beside those packed
     * with the program, so that a district can add its own without a rebuild. Default: none.
     */
    Optional<Path> folder();
}
