package org.plumbline.publication.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the public dataset is kept. */
@ConfigMapping(prefix = "plumbline.linked-data")
public interface DatasetConfig {
    /** The folder of the embedded store and of the dump, because they are made again from what is published. A path. */
    @WithDefault("data/linked-data")
    Path folder();

    /** A server of one's own for the graphs, because others may use it too: its SPARQL 1.1 Query endpoint. An address. */
    Optional<URI> query();

    /** The same server's SPARQL 1.1 Update endpoint; both are given, or none. An address. */
    Optional<URI> update();

    /** So many visitors' queries run at once, because each may hold a core and 128 MB. A number from 1. */
    @WithDefault("2")
    int places();
}
