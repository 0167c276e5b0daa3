package org.plumbline.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One text in the two languages of every report.
 *
 * @param zh Chinese, printed first
 * @param en English, printed under it and smaller; empty when the Chinese (a number, a code) says it all
 */
public record Words(String zh, String en) {

    /** Colour of the second language, dark enough for 7:1 on white. */
    private static final String SECOND = "#4C555E";

    /** A text that is the same in both languages: a number, a code, a date. */
    public static Words same(String text) {
        return new Words(text, "");
    }

    /** The English; the Chinese where that says it all. */
    public String english() {
        return en.isEmpty() ? zh : en;
    }

    /** Several texts as one, in their order. */
    public static Words joined(List<Words> texts) {
        return new Words(
                texts.stream().map(Words::zh).collect(Collectors.joining("；")),
                texts.stream().map(Words::english).collect(Collectors.joining("; ")));
    }

    /**
     * Both languages as JasperReports styled text: Chinese as the field is styled, English on a line of its own.
     *
     * @param size font size of the English line in points
     */
    public String stacked(double size) {
        return alone() ? escape(zh) : escape(zh) + "\n" + second(size, en);
    }

    /** Both languages on one line, the English smaller, as styled text. */
    public String inline(double size) {
        return alone() ? escape(zh) : escape(zh) + " " + second(size, en);
    }

    /** Both languages on one line, for places without styles (metadata, bookmarks, alternate texts). */
    public String plain() {
        return alone() ? zh : zh + " " + en;
    }

    /** Whether the Chinese already says it: "480 m²", "5 项" beside "5". */
    private boolean alone() {
        return en.isBlank() || zh.contains(en);
    }

    /** The English line; its curly quotes become straight, for a Chinese font sets them as wide as an ideograph. */
    private static String second(double size, String text) {
        var straight = text.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"');
        return "<style size=\"" + size + "\" isBold=\"false\" forecolor=\"" + SECOND + "\">" + escape(straight)
                + "</style>";
    }

    /**
     * Text as styled text content. Characters that XML 1.0 cannot hold are dropped, so that no fact can stop a report; rare ones are set in the
     * font that has them, see {@link Glyphs}.
     */
    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Words::printable).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> Glyphs.append(out, c);
            }
        });
        return out.toString();
    }

    private static boolean printable(int c) {
        return c == '\n' || c >= ' ' && c != 0x7F && (c < 0xD800 || c > 0xDFFF) && (c < 0xFFFE || c > 0xFFFF);
    }
}
