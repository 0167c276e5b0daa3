package org.plumbline.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One text in the two languages of every report. What is printed of it, and in which order, says the {@link Tongue} of the paper.
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

    /** What stands first, as plain text: the Chinese, or the English of a paper in English. */
    public String first() {
        return Tongue.now() == Tongue.EN ? straight(english()) : zh;
    }

    /** What stands beside the first, as plain text: the English of a bilingual paper, else nothing. */
    public String second() {
        return Tongue.now() == Tongue.BOTH ? straight(en) : "";
    }

    /**
     * As JasperReports styled text: the first as the field is styled, the second on a line of its own.
     *
     * @param size font size of the second line in points
     */
    public String stacked(double size) {
        return styled("\n", size);
    }

    /** On one line, the second smaller, as styled text. */
    public String inline(double size) {
        return styled(" ", size);
    }

    /** As the heading of a section, as styled text: the second in smaller type after the first. */
    String heading() {
        return styled("   ", 9.5);
    }

    /** On one line, for places without styles (metadata, bookmarks, alternate texts). */
    public String plain() {
        return apart(" ");
    }

    /** First and second as plain text with something between them; the first alone where it already says the second: "480 m²", "5 项" beside "5". */
    public String apart(String between) {
        return alone() ? first() : first() + between + second();
    }

    private String styled(String between, double size) {
        String first = escape(first());
        return alone()
                ? first
                : first + between + "<style size=\"" + size + "\" isBold=\"false\" forecolor=\"" + SECOND + "\">"
                        + escape(second()) + "</style>";
    }

    private boolean alone() {
        return second().isBlank() || zh.contains(en);
    }

    /** Curly quotes become straight, for a Chinese font sets them as wide as an ideograph. */
    private static String straight(String text) {
        return text.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"');
    }

    /**
     * Text as styled text content. Characters that XML 1.0 cannot hold are dropped, so that no fact can stop a report; rare ones are set in the
     * font that has them, see {@link Glyphs}.
     */
    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        plainText(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> Glyphs.append(out, c);
            }
        });
        return out.toString();
    }

    /** Text without the characters that XML 1.0 cannot hold. */
    static String plainText(String text) {
        return text.codePoints()
                .filter(Words::printable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean printable(int c) {
        return c == '\n' || c >= ' ' && c != 0x7F && (c < 0xD800 || c > 0xDFFF) && (c < 0xFFFE || c > 0xFFFF);
    }
}
