package org.plumbline.rulebook.json;

/**
 * Pairs of UTF-16 units that stand for one character. Half of one has no bytes in UTF-8, so that a text with it has no canonical form
 * (RFC 8785, section 3.2.2.2): two different texts would get the same bytes.
 */
final class Surrogates {
    private Surrogates() {}

    /** Whether every half has its other half behind or before it. */
    static boolean paired(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
