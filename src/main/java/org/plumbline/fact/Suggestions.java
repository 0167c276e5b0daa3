package org.plumbline.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What misspelt words may have meant. Each word is looked up once, and after many misses none is suggested any more: a file whose
 * codes are all of another register shall not cost its length times that of the register.
 */
final class Suggestions {
    private static final int MOST = 200;

    private final Function<String, Optional<String>> search;
    private final Map<String, Optional<String>> known = new HashMap<>();

    /** Looks a word up. */
    Suggestions(Function<String, Optional<String>> search) {
        this.search = search;
    }

    /** The word that is nearest to this one. */
    Optional<String> nearest(String word) {
        Optional<String> before = known.get(word);
        if (before != null || known.size() >= MOST) {
            return before == null ? Optional.empty() : before;
        }
        Optional<String> nearest = search.apply(word);
        known.put(word, nearest);
        return nearest;
    }
}
