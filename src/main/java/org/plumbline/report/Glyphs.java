package org.plumbline.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.util.BitSet;

/**
 * Which font prints a character. Nearly all stand in the font of reports; some rare ones, such as 𠮷 in names, only in the second. A character that
 * is in neither is printed as its code point, 〔U+2EBE0〕, so that nobody takes a name with a gap for the name.
 */
final class Glyphs {
    private static final int PLANES = 0x40000;
    private static final String SECOND = "Noto Sans JP";
    private static final BitSet MAIN = characters("NotoSansSC-Regular.ttf");
    private static final BitSet RARE = characters("NotoSansJP-Regular.ttf");

    private Glyphs() {}

    /** Writes a character as styled text. */
    static void append(StringBuilder out, int character) {
        if (character < ' ' || MAIN.get(character)) {
            out.appendCodePoint(character);
        } else if (RARE.get(character)) {
            out.append("<style fontName=\"" + SECOND + "\" isBold=\"false\">")
                    .appendCodePoint(character)
                    .append("</style>");
        } else {
            out.append("〔U+%04X〕".formatted(character));
        }
    }

    private static BitSet characters(String file) {
        try (var in = Resources.open("fonts/" + file)) {
            var font = Font.createFont(Font.TRUETYPE_FONT, in);
            var has = new BitSet(PLANES);
            for (int c = ' '; c < PLANES; c++) {
                if (font.canDisplay(c)) {
                    has.set(c);
                }
            }
            return has;
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font " + file + " cannot be read", e);
        }
    }
}
