package org.plumbline.web;

/** A language of the public pages. Chinese is the first: it stands at {@code /zh}, English beside it at {@code /en}. */
public enum Lang {
    /** Simplified Chinese. */
    ZH("zh", "zh-CN"),
    /** English. */
    EN("en", "en");

    private final String code;
    private final String tag;

    Lang(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** First segment of a page's path: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    /** BCP 47 tag for {@code <html lang>} and {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The language the switch in the page's head leads to. */
    public Lang other() {
        return this == ZH ? EN : ZH;
    }

    /**
     * The language of a path segment, or of an {@code Accept-Language} header.
     *
     * @param hint path segment, header or empty; only the first language named counts, anything else is Chinese
     */
    public static Lang of(String hint) {
        return hint.strip().toLowerCase(java.util.Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}
