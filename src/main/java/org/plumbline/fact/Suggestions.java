package org.plumbline.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What misspelt words may have meant. Each word is looked up once, and after many misses none is suggested any more: a file whose
 * codes are all of another register shall not cost its length times that of the register.
 */
final class Suggestions {
    private static final int MOST = 200;

    private final List<String> words = new ArrayList<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    Suggestions(Collection<String> words) {
        this.words.addAll(words);
    }

    /** The word that is nearest to this one; see {@link Spelling#nearest}. */
    Optional<String> nearest(String word) {
        Optional<String> before = known.get(word);
        if (before != null || known.size() >= MOST) {
            return before == null ? Optional.empty() : before;
        }
        Optional<String> nearest = Spelling.nearest(word, words);
        known.put(word, nearest);
        return nearest;
    }
}
