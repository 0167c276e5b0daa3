package org.plumbline.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Files packed with the program, found by their path on the class path. */
final class Resources {

    private Resources() {}

    /** Opens the file; its absence is an error that names it. */
    static InputStream open(String path) throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        var in = (loader == null ? Resources.class.getClassLoader() : loader).getResourceAsStream(path);
        if (in == null) {
            throw new FileNotFoundException("The file " + path + " is missing from the program; build it again.");
        }
        return in;
    }
}
