package org.plumbline.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.ZoneId;

/** What the record is named and dated by. */
@ConfigMapping(prefix = "plumbline")
public interface LedgerConfig {
    /**
     * The address that every IRI of this installation begins with, because what is written down is named by it for ever. An
     * absolute http or https address that ends with a slash; fixed in the database at first start, and refused when it differs
     * later.
     */
    @WithDefault("http://localhost:8080/")
    URI base();

    /** The zone whose calendar the district's dates follow, because facts age and checkpoints are made by the day. A zone id. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
