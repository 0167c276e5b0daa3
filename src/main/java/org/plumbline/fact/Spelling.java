package org.plumbline.fact;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.standard.EditDistance;

/** Forms of writing that mean the same, and what a misspelt word may have meant. */
final class Spelling {
    private Spelling() {}

    /** Full-width letters, digits and signs as half-width ones (compatibility normal form), trimmed. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** The same without difference of case. */
    static String folded(String text) {
        return plain(text).toLowerCase(Locale.ROOT);
    }

    /** The word that is nearest to {@code word}, at most two letters away, or a third of a longer one. */
    static Optional<String> nearest(String word, Collection<String> words) {
        int most = Math.max(2, word.length() / 6);
        String wanted = folded(word);
        return words.stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= most)
                .filter(other ->
                        EditDistance.between(wanted, folded(other)) <= Math.min(most, Math.max(1, other.length() - 1)))
                .min(Comparator.comparingInt((String other) -> EditDistance.between(wanted, folded(other)))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
