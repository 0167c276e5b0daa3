package org.plumbline.publication.dataset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the public dataset is kept, and what its catalogue says of it. */
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

    /** What only the office that publishes can say. */
    Catalogue catalogue();

    /** What the catalogue says of the data and nobody can know but the office; what is not set is left out, for it may not be made up. */
    interface Catalogue {
        /** The licence of the data, because nobody may use data without one. The IRI of a licence; none by default. */
        Optional<URI> licence();

        /** Name of the office that publishes, because it need not be the district as such. Chinese; the district by default. */
        Optional<String> publisher();

        /** The same name in English, because catalogues are read abroad. English; none by default. */
        Optional<String> publisherEn();

        /** Where to ask about the data, because figures raise questions. A mailto: or https: address; none by default. */
        Optional<URI> contact();

        /** How often results are published, because a reader wants to know when to come back. See {@link Frequency}; none by default. */
        Optional<Frequency> frequency();
    }
}
