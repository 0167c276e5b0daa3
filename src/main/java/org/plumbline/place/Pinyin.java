package org.plumbline.place;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chinese names of places and sites in Latin letters, made by ICU's table of readings and a few of our own for characters that names of
 * places read otherwise ({@code place/readings.csv}). Words for the kind of place are put into English ({@code place/terms.csv}). What comes
 * of it is nobody's official name, and has to be marked so wherever it is shown.
 */
public final class Pinyin {
    /** How the language of such a name is tagged (RFC 5646). */
    public static final String TAG = "zh-Latn-pinyin";

    /** Stands behind such a name wherever an official English one would stand. */
    public static final String MARK = " (pinyin, automatic)";

    private static final Map<String, String> READINGS = read("/place/readings.csv");
    private static final Map<String, String> TERMS = read("/place/terms.csv");
    /** Tone marks go, the two dots of ü stay. */
    private static final Transliterator ICU =
            Transliterator.getInstance("Han-Latin/Names; NFD; [\u0300\u0301\u0304\u030C] Remove; NFC");

    private static final Pattern ORDINAL = Pattern.compile("第([0-9]+|[一二三四五六七八九十]+)$");
    private static final Pattern NAMED_SO = Pattern.compile("[新一二三四五六七八九十]村$");
    private static final String DIGITS = "一二三四五六七八九";
    /** Longer names are parted where a common word begins, so that they can be read. */
    private static final Pattern PARTS =
            Pattern.compile("(?<=.)(?=新村|新苑|花园|花苑|公寓|小区|家园|名苑|(?<![一二三四五六七八九十])[一二三四五六七八九十]+村|(?<![新花名])苑$|路|坊$)");

    private static final Pattern MARKS = Pattern.compile("[\u0300\u0301\u0304\u0308\u030C]");

    private Pinyin() {}

    /** What stands for the English name of a place or site: the official one where there is one, else pinyin that says so. */
    public static String english(@Nullable String official, String chinese) {
        return official != null ? official : name(chinese) + MARK;
    }

    /** The name itself when it was made so; empty for an official name. */
    public static Optional<String> automatic(String english) {
        return english.endsWith(MARK)
                ? Optional.of(english.substring(0, english.length() - MARK.length()))
                : Optional.empty();
    }

    /** The name in Latin letters, such as {@code Xinzhuang Town} for 莘庄镇. */
    public static String name(String chinese) {
        String rest = chinese.strip();
        List<String> words = new ArrayList<>();
        for (String term = term(rest); term != null; term = term(rest)) {
            rest = rest.substring(0, rest.length() - term.length());
            words.addFirst(Objects.requireNonNull(TERMS.get(term)));
            Matcher ordinal = ORDINAL.matcher(rest);
            if (ordinal.find() && ordinal.start() > 0) {
                words.addFirst("No. " + number(ordinal.group(1)));
                rest = rest.substring(0, ordinal.start());
            }
        }
        for (String part : Arrays.asList(PARTS.split(rest)).reversed()) {
            words.addFirst(joined(syllables(part)));
        }
        return String.join(" ", words);
    }

    /**
     * What a name may be found by when one types the beginning of it or of any of its characters: in Chinese, in pinyin, by the first
     * letters of its syllables, and by the words that it has in Latin letters; {@code 莘庄}, {@code xinzhuang}, {@code xz} and
     * {@code town} among them for 莘庄镇. Small letters, ü as u and as v, no spaces.
     */
    public static Set<String> keys(String chinese) {
        Set<String> keys = new TreeSet<>();
        List<String> syllables = syllables(chinese);
        typed(syllables, keys);
        if (syllables.stream().anyMatch(one -> one.contains("ü"))) {
            typed(syllables.stream().map(one -> one.replace('ü', 'v')).toList(), keys);
        }
        words(name(chinese)).forEach(keys::add);
        String bare = plain(chinese);
        for (int i = 0; i < bare.length(); i++) {
            keys.add(bare.substring(i));
        }
        return keys;
    }

    private static void typed(List<String> syllables, Set<String> keys) {
        List<String> letters = syllables.stream()
                .map(Pinyin::plain)
                .filter(one -> !one.isEmpty())
                .toList();
        for (int i = 0; i < letters.size(); i++) {
            List<String> from = letters.subList(i, letters.size());
            keys.add(String.join("", from));
            keys.add(from.stream().map(one -> one.substring(0, 1)).collect(Collectors.joining()));
        }
    }

    /** The words of a name or a query, each as {@link #keys} has them. */
    public static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).map(Pinyin::plain).filter(word -> !word.isEmpty());
    }

    /** Letters as {@link #keys} has them: small, without the marks of tones, ü as u. */
    public static String plain(String letters) {
        return Normalizer.normalize(
                        MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                                .replaceAll(""),
                        Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}-]", "");
    }

    /** The syllables; what is not Chinese stays as it is. */
    private static List<String> syllables(String chinese) {
        List<String> syllables = new ArrayList<>();
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < chinese.length(); ) {
            String known = reading(chinese, i);
            if (known == null) {
                int character = chinese.codePointAt(i);
                others.appendCodePoint(character);
                i += Character.charCount(character);
            } else {
                letters(others, syllables);
                syllables.addAll(
                        List.of(Objects.requireNonNull(READINGS.get(known)).split(" ")));
                i += known.length();
            }
        }
        letters(others, syllables);
        return syllables;
    }

    private static void letters(StringBuilder chinese, List<String> syllables) {
        if (!chinese.isEmpty()) {
            String[] read = ICU.transliterate(chinese.toString()).strip().split("\\s+");
            Arrays.stream(read).filter(one -> !one.isEmpty()).forEach(syllables::add);
            chinese.setLength(0);
        }
    }

    private static @Nullable String reading(String chinese, int at) {
        return READINGS.keySet().stream()
                .filter(known -> chinese.startsWith(known, at))
                .findFirst()
                .orElse(null);
    }

    /** The word for a kind that a name ends in; never the whole of it. */
    private static @Nullable String term(String name) {
        return TERMS.keySet().stream()
                .filter(term -> name.endsWith(term) && name.length() > term.length())
                // A name of one character is read together with its kind: 莘县.
                .filter(term -> !READINGS.containsKey(name))
                // 一村 and 新村 are names of estates.
                .filter(term -> !term.equals("村") || !NAMED_SO.matcher(name).find())
                .findFirst()
                .orElse(null);
    }

    /** Numbers up to 99. */
    private static String number(String chinese) {
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            int one = DIGITS.indexOf(chinese.charAt(0)) + 1;
            return one == 0 || chinese.length() > 1 ? chinese : String.valueOf(one);
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(0)) + 1;
        int ones = ten == chinese.length() - 1 ? 0 : DIGITS.indexOf(chinese.charAt(ten + 1)) + 1;
        return String.valueOf(10 * tens + ones);
    }

    /** One word; an apostrophe keeps a syllable that begins with a vowel apart (GB/T 16159, 6.3). */
    private static String joined(List<String> syllables) {
        StringBuilder word = new StringBuilder();
        for (String one : syllables) {
            boolean vowel = "aoe".indexOf(one.charAt(0)) >= 0;
            word.append(word.isEmpty() ? capital(one) : vowel ? "'" + one : one);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The lines of a table, the longest first. */
    private static Map<String, String> read(String table) {
        var file = Objects.requireNonNull(Pinyin.class.getResourceAsStream(table), table);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, String> read = new LinkedHashMap<>();
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .sorted(Comparator.comparing(cell -> -cell[0].length()))
                    .forEach(cell -> read.put(cell[0], cell[1]));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
