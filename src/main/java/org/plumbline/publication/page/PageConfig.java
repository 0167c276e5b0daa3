package org.plumbline.publication.page;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How public pages are answered. */
@ConfigMapping(prefix = "plumbline.pages")
public interface PageConfig {
    /**
     * So much memory holds answers that were made already, because making them takes longer than sending them. A size such as 64M; 0
     * keeps none.
     */
    @WithDefault("64M")
    MemorySize cache();
}
