package org.plumbline.fact.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be handed in. */
@ConfigMapping(prefix = "plumbline.intake")
public interface IntakeConfig {
    /** So many files of one person may wait at a time, because they are read one after another. A number from 1. */
    @WithDefault("5")
    int waiting();
}
