package org.plumbline.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * Names of files as they are kept apart. The entries of a file share one: a hundred thousand rows are no hundred thousand names, and
 * one that names somebody is erased at once. The last few stay here while their rows are read.
 */
final class FileNames {
    private static final int MOST = 16;
    private static final Map<String, Apart> LAST = new LinkedHashMap<>();

    private FileNames() {}

    /**
     * The name, with the salt that it has for this file.
     *
     * @param name the statement of it
     * @param digest SHA-256 of the file; null where it is unknown
     */
    static Apart of(Triple name, @Nullable String digest) {
        synchronized (LAST) {
            Apart known = LAST.computeIfAbsent(
                    digest + " " + name.getObject().getLiteralLexicalForm(), key -> Apart.of(name));
            if (LAST.size() > MOST) {
                LAST.remove(LAST.keySet().iterator().next());
            }
            return known;
        }
    }

    /** Lets names go that were erased: who hands such a file in again gives it a new salt. */
    static void forget(Collection<String> hashes) {
        synchronized (LAST) {
            LAST.values().removeIf(one -> hashes.contains(one.hash()));
        }
    }
}
