package org.plumbline.rulebook.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values, written in the canonical form of RFC 8785 and read strictly. Objects are sorted maps, arrays lists,
 * numbers {@link Number} in their canonical digits. Own code because the evaluator runs in a browser too, on {@code java.base}
 * alone, and must give the same bytes there.
 */
public final class Json {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A number in the digits of ECMAScript's shortest form. */
    public record Number(String digits) {
        /** A whole number; beyond 2^53, which JSON cannot carry exactly, a string stands for it. */
        public static Object of(long value) {
            return Math.abs(value) < 1L << 53 ? new Number(Long.toString(value)) : Long.toString(value);
        }

        /** A plain decimal without trailing zeros; with more than 15 digits a string stands for it. */
        public static Object ofDecimal(String decimal) {
            int digits = 0;
            for (int i = 0; i < decimal.length(); i++) {
                digits += Character.isDigit(decimal.charAt(i)) ? 1 : 0;
            }
            return digits <= 15 ? new Number(decimal) : decimal;
        }
    }

    /** What is wrong with a JSON text, and at which character. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** A new object. */
    public static Map<String, Object> object() {
        return new TreeMap<>();
    }

    /** The canonical text of a value. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String string -> string(string, out);
            case Boolean flag -> out.append(flag.booleanValue());
            case Number number -> out.append(number.digits());
            case List<?> list -> {
                char separator = '[';
                for (Object member : list) {
                    out.append(separator);
                    write(member, out);
                    separator = ',';
                }
                out.append(separator == '[' ? "[]" : "]");
            }
            case Map<?, ?> map -> {
                char separator = '{';
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(separator);
                    string((String) entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    separator = ',';
                }
                out.append(separator == '{' ? "{}" : "}");
            }
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private static void string(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /**
     * Reads a JSON text: maps, lists, strings, booleans, {@link Number}, null.
     *
     * @throws Malformed when the text is not JSON, has a key twice, half a surrogate pair or is nested deeper than 64
     */
    public static @Nullable Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.malformed("something after the end");
        }
        return value;
    }

    /** Reads a JSON object. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readObject(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new Malformed("An object was expected.");
    }

    private @Nullable Object value(int depth) {
        space();
        if (depth > DEEPEST) {
            throw malformed("nesting deeper than " + DEEPEST);
        }
        char c = at < text.length() ? text.charAt(at) : 0;
        return switch (c) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        at++;
        space();
        if (take('}')) {
            return map;
        }
        do {
            space();
            String key = string();
            space();
            expect(':');
            if (map.containsKey(key)) {
                throw malformed("the key \"" + key + "\" a second time");
            }
            map.put(key, value(depth + 1));
            space();
        } while (take(','));
        expect('}');
        return map;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        space();
        if (take(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
            space();
        } while (take(','));
        expect(']');
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw malformed("a bare control character in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        if (!Surrogates.paired(out)) {
            throw malformed("half of a surrogate pair, which is no character");
        }
        expect('"');
        return out.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw malformed("a cut-off \\u");
                }
                int code = 0;
                for (int end = at + 4; at < end; at++) {
                    int digit = "0123456789abcdef".indexOf(Character.toLowerCase(text.charAt(at)));
                    if (digit < 0) {
                        throw malformed("a \\u without four hexadecimal digits");
                    }
                    code = code * 16 + digit;
                }
                yield (char) code;
            }
            default -> throw malformed("an unknown escape");
        };
    }

    private Number number() {
        int start = at;
        take('-');
        if (!take('0')) {
            digits();
        }
        if (take('.')) {
            digits();
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        return new Number(text.substring(start, at));
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("no value");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw malformed("no " + c);
        }
    }

    private Malformed malformed(String what) {
        return new Malformed("This is not JSON: " + what + " at character " + (at + 1) + ".");
    }
}
