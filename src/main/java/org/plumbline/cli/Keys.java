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

    /** Where the linked data of a data folder is kept, unless a setting says another place. */
    static void linkedDataIn(Path data) {
        String setting = "plumbline.linked-data.folder";
        if (System.getProperty(setting) == null && System.getenv("PLUMBLINE_LINKED_DATA_FOLDER") == null) {
            System.setProperty(
                    setting, data.resolve("linked-data").toAbsolutePath().toString());
        }
    }

    /** The folder that {@link #keepIn} or a setting names. */
    static Path folder() {
        String set = System.getProperty(SETTING);
        return Path.of(set != null ? set : System.getenv("PLUMBLINE_SIGNATURE_FOLDER"));
    }
}
