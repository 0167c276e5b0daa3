package org.plumbline.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The portal's own words, one UTF-8 properties file a language beside this class. A value may hold {@code {0}}, {@code {1}} …;
 * they are replaced literally, without any number formatting, because {@link Format} has done that.
 */
public final class Labels {
    private static final Map<String, String> ZH = read(Lang.ZH);
    private static final Map<String, String> EN = read(Lang.EN);

    private Labels() {}

    /**
     * The words of a key with its places filled.
     *
     * @throws IllegalArgumentException if the key is in no file; a missing word must not reach the public as a blank
     */
    public static String say(Lang lang, String key, Object... values) {
        String words = words(lang).get(key);
        if (words == null) {
            throw new IllegalArgumentException(
                    "No label '" + key + "' in labels_" + lang.code() + ".properties; add it to both files");
        }
        for (int i = 0; i < values.length; i++) {
            words = words.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return words;
    }

    /** The same key in both languages. */
    public static Text text(String key, Object... values) {
        return new Text(say(Lang.ZH, key, values), say(Lang.EN, key, values));
    }

    /** All keys of one language, so that a test can hold the two files against each other. */
    public static Set<String> keys(Lang lang) {
        return words(lang).keySet();
    }

    private static Map<String, String> words(Lang lang) {
        return lang == Lang.ZH ? ZH : EN;
    }

    private static Map<String, String> read(Lang lang) {
        String name = "labels_" + lang.code() + ".properties";
        Properties file = new Properties();
        try (var bytes = Labels.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " is not beside " + Labels.class.getName());
            }
            Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        Map<String, String> words = new TreeMap<>();
        file.stringPropertyNames().forEach(key -> words.put(key, file.getProperty(key)));
        return Map.copyOf(words);
    }
}
