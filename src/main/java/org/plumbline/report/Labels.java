package org.plumbline.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The fixed words of a report, from {@code labels_zh.properties} and {@code labels_en.properties} beside its template.
 *
 * <p>As the template's resource bundle, {@code $R{key}} gives the label stacked as styled text, {@code $R{key.line}} the same on one line as plain
 * text, {@code $R{key.heading}} as the heading of a section, {@code $R{key.first}} and {@code $R{key.second}} what stands first and second: the second is empty in a paper of one language. A missing key
 * is an error, never an empty place in a signed document.
 */
final class Labels extends ResourceBundle {

    /** Size of the English line under a Chinese label, in points. */
    private static final double SECOND_LINE = 6.5;

    private final ResourceBundle zh;
    private final ResourceBundle en;
    /** Kept, for JasperReports asks for labels on threads of its own. */
    private final Tongue tongue = Tongue.now();

    private Labels(ResourceBundle zh, ResourceBundle en) {
        this.zh = zh;
        this.en = en;
    }

    /** Reads both files of a report's folder on the class path, such as {@code reports/assessment}, for the language that is bound now. */
    static Labels of(String folder) throws IOException {
        return new Labels(read(folder + "/labels_zh.properties"), read(folder + "/labels_en.properties"));
    }

    private static ResourceBundle read(String path) throws IOException {
        try (var in = Resources.open(path);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        }
    }

    /** A label in both languages; {@code {0}} and so on stand for the arguments, {@link Words} give their own language. */
    Words words(String key, Object... arguments) {
        return new Words(fill(zh.getString(key), arguments, true), fill(en.getString(key), arguments, false));
    }

    private static String fill(String pattern, Object[] arguments, boolean chinese) {
        if (arguments.length == 0) {
            return pattern;
        }
        var texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i] instanceof Words w ? chinese ? w.zh() : w.english() : arguments[i].toString();
        }
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }

    @Override
    protected Object handleGetObject(String key) {
        return tongue.in(() -> {
            int dot = key.lastIndexOf('.');
            return switch (key.substring(dot + 1)) {
                case "first" -> words(key.substring(0, dot)).first();
                case "second" -> words(key.substring(0, dot)).second();
                case "heading" -> words(key.substring(0, dot)).heading();
                case "line" -> words(key.substring(0, dot)).apart("  ");
                default -> words(key).stacked(SECOND_LINE);
            };
        });
    }

    @Override
    public Enumeration<String> getKeys() {
        return zh.getKeys();
    }
}
