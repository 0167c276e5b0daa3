package org.plumbline.publication.snapshot;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What is published. */
@ConfigMapping(prefix = "plumbline.publication")
public interface PublicationConfig {
    /**
     * The district that is published, because a register may hold several, of which a portal shows one. Its code in the register.
     * Default: of the districts in which sites stand the first by code.
     */
    Optional<String> district();
}
