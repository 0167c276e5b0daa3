package org.plumbline.web;

/**
 * The same words in both languages of the portal.
 *
 * @param zh Chinese, the authoritative wording
 * @param en English
 */
public record Text(String zh, String en) {

    /** The words in one language. */
    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }

    /** Words that are the same in both languages: a code, a number, a Chinese name that has no official English form. */
    public static Text same(String words) {
        return new Text(words, words);
    }
}
