package org.plumbline.rulebook;

/** One wording in both languages of the portal. */
public record Text(String zh, String en) {
    /** The wording in {@code language}: English for "en", Chinese for everything else. */
    public String in(String language) {
        return language.equals("en") ? en : zh;
    }
}
