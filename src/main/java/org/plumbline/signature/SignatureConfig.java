package org.plumbline.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where this installation keeps the keys it signs with. */
@ConfigMapping(prefix = "plumbline.signature")
public interface SignatureConfig {
    /**
     * Folder of the signing key and of the public keys that are trusted, because a checkpoint proves something only as long as
     * its key is not kept in the database it speaks about. A path; the private key is made at first start, readable by its
     * owner only.
     */
    @WithDefault("data/keys")
    Path folder();
}
