package org.plumbline.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds sites and places by name. A committee is called 红旗居民委员会 in one list, 红旗居委会 in the next and 红旗社区 in a third: a name
 * that is none as it stands is looked for without that ending. Two of one name are both found, for nobody knows which is meant.
 */
final class NameIndex {
    private static final Pattern ENDING = Pattern.compile("(社区|居民区)?(居民委员会|居委会|居委|社区|居民区)$|(村民委员会|村委会|村委|村)$");

    private final Map<String, List<String>> whole = new HashMap<>();
    private final Map<String, List<String>> stems = new HashMap<>();

    /** Names that are wanted: of a whole register only what may go by one of them needs to be in an index. */
    static final class Wanted {
        private final Set<String> names = new HashSet<>();
        private final Set<String> stems = new HashSet<>();

        void add(String name) {
            names.add(Spelling.folded(name));
            stems.add(stem(name));
        }

        /** Whether what has this name is found by one of those wanted. */
        boolean fits(String name) {
            return names.contains(Spelling.folded(name)) || stems.contains(stem(name));
        }
    }

    /** Adds a site or place under its names. */
    void add(String code, @Nullable String... names) {
        for (String name : names) {
            if (name != null && !name.isBlank()) {
                put(whole, Spelling.folded(name), code);
                put(stems, stem(name), code);
            }
        }
    }

    /** Codes of those that go by a name. */
    List<String> find(String name) {
        List<String> exact = whole.getOrDefault(Spelling.folded(name), List.of());
        return exact.isEmpty() ? stems.getOrDefault(stem(name), List.of()) : exact;
    }

    private static void put(Map<String, List<String>> index, String key, String code) {
        List<String> codes = index.computeIfAbsent(key, made -> new ArrayList<>());
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    /** A committee of residents and one of villagers keep apart: the ending says which of the two it is. */
    private static String stem(String name) {
        String folded = Spelling.folded(name);
        var ending = ENDING.matcher(folded);
        if (!ending.find() || ending.start() == 0) {
            return folded;
        }
        return folded.substring(0, ending.start()) + (ending.group(3) == null ? "/居" : "/村");
    }
}
