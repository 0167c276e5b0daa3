package org.plumbline.rdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.rdf.Sources.Broken;
import org.plumbline.rdf.Sources.Place;

/**
 * Looks at where a parser stopped for the mistakes that people commonly make in Turtle, and says what to write instead. The
 * parser's own words are for people who know its grammar, and it often stops a line after the mistake.
 */
final class TurtleFault {
    private static final Pattern UNDECLARED = Pattern.compile("Undefined prefix: (\\S*)");
    private static final Pattern DECLARED = Pattern.compile("(?im)^[ \\t]*@?prefix\\s+(\\S*:)");
    private static final Pattern ADDRESS = Pattern.compile("<[^\\s<>]*>");
    private static final Pattern WORD = Pattern.compile("Unrecognized keyword: (.*)");

    /** Signs that an input method writes in place of those of the language; their order is that of {@link #MEANT}. */
    private static final String WRITTEN = "；，、。．：（）【】［］《》〈〉“”„‟＂‘’";

    private static final String MEANT = ";,,..:()[][]<><>\"\"\"\"\"''";

    /** Spaces that nobody sees and no parser takes for one, and the byte order mark inside a file. */
    private static final String INVISIBLE = "\u3000\u00A0\u200B\uFEFF";

    private final String file;
    private final String text;
    private final int at;
    private final Place stopped;

    /** The text up to where the parser stopped and to the end of that line, with strings, addresses and comments blank. */
    private final StringBuilder code = new StringBuilder();

    private final Deque<Integer> brackets = new ArrayDeque<>();
    private int unclosed = -1;

    private TurtleFault(String file, String text, Place stopped) {
        this.file = file;
        this.text = text;
        this.stopped = stopped;
        int offset = 0;
        for (long line = 1; line < stopped.line() && text.indexOf('\n', offset) >= 0; line++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        at = (int) Math.min(text.length(), offset + Math.max(0, stopped.column() - 1));
        scan();
    }

    /** Whether the last statement lacks its end: a file that was cut off, which a parser may take for whole. */
    static boolean unfinished(String text) {
        String last = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .reduce("", (before, line) -> line);
        boolean whole = last.isEmpty() || last.endsWith(".") || last.matches("(?i)(prefix|base)\\s.*>.*");
        return !whole && !last.matches(".*\\.\\s*#.*");
    }

    /** What is wrong with a file at which the parser stopped with {@code message}: where, what, and what to do. */
    static Broken of(String file, String text, long line, long column, String message) {
        return new TurtleFault(file, text, new Place(file, line, column)).find(message);
    }

    private Broken find(String message) {
        if (unclosed >= 0) {
            return unclosedString();
        }
        for (int i = Math.max(0, code.lastIndexOf("\n", last(at))); i < code.length(); i++) {
            int sign = WRITTEN.indexOf(code.charAt(i));
            if (sign >= 0) {
                return broken(
                        i,
                        code.charAt(i) + " is a sign of Chinese text and means nothing here. Write "
                                + MEANT.charAt(sign) + " instead.");
            }
            if (INVISIBLE.indexOf(code.charAt(i)) >= 0) {
                return broken(
                        i,
                        String.format(
                                "an invisible sign (U+%04X) stands here. Write a plain space instead.",
                                (int) code.charAt(i)));
            }
        }
        Matcher prefix = UNDECLARED.matcher(message);
        if (prefix.find()) {
            return broken(at, undeclared(prefix.group(1)));
        }
        if (message.startsWith("Bad character in IRI")) {
            return broken(
                    at,
                    "an address that begins with < is not closed, or holds a sign that addresses cannot have. Write > at its end.");
        }
        Matcher word = WORD.matcher(message);
        if (word.find()) {
            return broken(
                    at,
                    word.group(1)
                            + " is no word of the language. Write true or false in small letters, give a name its prefix "
                            + "(f:name), put a text in \"quotes\".");
        }
        return structure(message);
    }

    private Broken unclosedString() {
        String quote = text.substring(unclosed, unclosed + 1);
        if (text.startsWith(quote.repeat(3), unclosed)) {
            return broken(
                    unclosed,
                    "the text that begins with " + quote.repeat(3) + " is closed nowhere. Write " + quote.repeat(3)
                            + " at its end.");
        }
        String line = text.substring(unclosed).lines().findFirst().orElse("");
        String shown = line.length() > 20 ? line.substring(0, 20) + "…" : line;
        return broken(
                unclosed,
                "the text that begins with " + shown + " is not closed on its line. Write " + quote
                        + (line.contains("”") ? " instead of ”." : " at its end."));
    }

    private String undeclared(String prefix) {
        Set<String> declared = new LinkedHashSet<>();
        DECLARED.matcher(text).results().forEach(match -> declared.add(match.group(1)));
        Map<String, String> known = Turtle.PREFIXES;
        return "the prefix " + prefix + ": is not declared in this file. Write @prefix " + prefix + ": <"
                + known.getOrDefault(prefix, "https://w3id.org/plumbline/code/" + prefix + "/") + "> . at its head"
                + (known.containsKey(prefix)
                        ? "."
                        : " if it is a code list, or use one that is declared: " + String.join(" ", declared) + ".");
    }

    /** What is wrong with the signs that hold statements together; the parser's words when it is something else. */
    private Broken structure(String message) {
        String next = text.substring(at).strip().split("\\s", 2)[0];
        char first = next.isEmpty() ? '.' : next.charAt(0);
        int open = brackets.isEmpty() ? -1 : brackets.peek();
        String closing = open < 0 ? "" : text.charAt(open) == '[' ? "]" : ")";
        if (".])".indexOf(first) >= 0 && !closing.isEmpty() && !next.startsWith(closing)) {
            return broken(
                    next.isEmpty() ? last(at) : at,
                    "the " + text.charAt(open) + " of line " + line(open) + " is not closed. Write " + closing
                            + (next.isEmpty() ? " at the end." : " before this " + first + " sign."));
        }
        if ("])".indexOf(first) >= 0 && closing.isEmpty()) {
            return broken(at, first + " closes nothing that is open. Remove it, or open it before.");
        }
        if (next.startsWith("//") || next.startsWith("/*")) {
            return broken(at, "a comment begins with #. Write # instead of " + next.substring(0, 2) + ".");
        }
        if (message.startsWith("Out of place") && first == ';') {
            return broken(
                    at,
                    "; goes on with a statement that a . has ended before. Write ; instead of that . too, or remove this ;.");
        }
        return message.startsWith("Triples not terminated")
                ? missing(next, closing)
                : new Broken(stopped, message + ". Mend the syntax here.");
    }

    /** A missing sign belongs behind what stands before it, which may be on an earlier line. */
    private Broken missing(String next, String closing) {
        boolean begins = closing.isEmpty() && (stopped.column() == 1 || next.startsWith("<"));
        String sign = begins ? "." : ";";
        String other = begins
                ? "; if the statement goes on"
                : closing.isEmpty() ? ". if a new statement begins" : closing + " if it ends";
        boolean earlier = line(last(at)) < stopped.line();
        return broken(
                last(at),
                sign + " is missing before " + next + ". Write " + sign
                        + (earlier ? " at the end of this line" : " before it") + " (or " + other + ").");
    }

    private Broken broken(int offset, String message) {
        int column = offset - text.lastIndexOf('\n', Math.max(0, offset - 1));
        return new Broken(new Place(file, line(offset), column), message);
    }

    private long line(int offset) {
        return 1
                + text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Where the last sign before {@code offset} stands that is no space and no comment. */
    private int last(int offset) {
        int i = Math.min(offset, code.length()) - 1;
        while (i > 0 && Character.isWhitespace(code.charAt(i))) {
            i--;
        }
        return Math.max(i, 0);
    }

    private void scan() {
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        int i = 0;
        while (i < end && (i < at || unclosed < 0)) {
            char c = text.charAt(i);
            int to = i + 1;
            if (c == '"' || c == '\'') {
                to = string(i, text.substring(i, i + 1));
            } else if (c == '#') {
                to = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i);
                code.append(" ".repeat(to - i));
                i = to;
                continue;
            } else if (c == '<') {
                Matcher address = ADDRESS.matcher(text).region(i, text.length());
                to = address.lookingAt() ? address.end() : to;
            } else if (i < at) {
                bracket(i, c);
            }
            // What is left out still counts as something written, and line ends stay.
            code.append(to == i + 1 ? String.valueOf(c) : text.substring(i, to).replaceAll("[^\\n]", "_"));
            i = to;
        }
    }

    private void bracket(int i, char c) {
        if (c == '[' || c == '(') {
            brackets.push(i);
        } else if ((c == ']' || c == ')') && !brackets.isEmpty()) {
            brackets.pop();
        }
    }

    /** The end of the string that begins at {@code from}; notes one that has none. */
    private int string(int from, String quote) {
        boolean isLong = text.startsWith(quote.repeat(3), from);
        String end = isLong ? quote.repeat(3) : quote;
        int i = from + end.length();
        while (i < text.length() && !text.startsWith(end, i) && (isLong || text.charAt(i) != '\n')) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= text.length() || !text.startsWith(end, i)) {
            unclosed = from;
            return text.length();
        }
        return i + end.length();
    }
}
