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

    /** Only full-width signs as half-width ones: what else looks like a digit, such as ² or ⑩, is none. */
    static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.strip()
                .chars()
                .map(c -> c >= '\uFF01' && c <= '\uFF5E' ? c - 0xFEE0 : c == '\u3000' ? ' ' : c)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    /** Whether a text holds a character that nobody sees: controls, and marks that turn or join what stands around them. */
    static boolean hidden(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'
                        || Character.getType(c) == Character.FORMAT && c != 0x200D
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }

    /** A text as it is compared, without difference of case. */
    static String folded(String text) {
        return plain(text).toLowerCase(Locale.ROOT);
    }

    /** How many letters may be wrong in a word. */
    static int most(String word) {
        return Math.max(2, word.length() / 6);
    }

    /** The word that is nearest to {@code word}, at most two letters away, or a third of a longer one. */
    static Optional<String> nearest(String word, Collection<String> words) {
        int most = most(word);
        String wanted = folded(word);
        return words.stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= most)
                .filter(other ->
                        EditDistance.between(wanted, folded(other)) <= Math.min(most, Math.max(1, other.length() - 1)))
                .min(Comparator.comparingInt((String other) -> EditDistance.between(wanted, folded(other)))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
