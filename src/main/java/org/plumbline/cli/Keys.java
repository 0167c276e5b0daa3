package org.plumbline.cli;

import java.nio.file.Path;

/** Where the signing key of a data folder is kept, unless a setting says another place. */
final class Keys {
    private static final String SETTING = "plumbline.signature.folder";

    private Keys() {}

    static void keepIn(Path data) {
        if (System.getProperty(SETTING) == null && System.getenv("PLUMBLINE_SIGNATURE_FOLDER") == null) {
            System.setProperty(SETTING, data.resolve("keys").toAbsolutePath().toString());
        }
    }

    /** The folder that {@link #keepIn} or a setting names. */
    static Path folder() {
        String set = System.getProperty(SETTING);
        return Path.of(set != null ? set : System.getenv("PLUMBLINE_SIGNATURE_FOLDER"));
    }
}
