package org.plumbline.publication.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Papers in bulk. */
@ConfigMapping(prefix = "plumbline.papers")
public interface BatchConfig {
    /** So long a batch of papers is kept after it was asked for, because it takes room and can be printed again. */
    @WithDefault("P7D")
    Duration keep();
}
