package org.plumbline.rdf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks through a JSON-LD file before it is expanded: whether its contexts stand inside, and whether what it would become is in
 * proportion to it, for a long prefix used many times makes gigabytes of a few kilobytes. Remembers in which line what is named.
 */
final class JsonScan {
    private static final int DEEPEST = 64;
    private static final int LONGEST = 100_000;
    /** Signs of all contexts times keys and texts outside them: what expansion can make at most, in rough. */
    private static final long MOST = 1L << 30;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST / 10)
                    .build())
            .build();

    private final Map<String, Integer> lines = new HashMap<>();
    private String problem = "";
    private int line = 1;
    private long inContexts;
    private long outside;

    private JsonScan() {}

    static JsonScan of(byte[] json) throws IOException {
        JsonScan scan = new JsonScan();
        try (JsonParser parser = FACTORY.createParser(json)) {
            scan.read(parser);
        }
        if (scan.problem.isEmpty() && scan.inContexts * scan.outside > MOST) {
            scan.problem =
                    "the context is too long for a file of this size. Shorten it, split the file, or write Turtle.";
        }
        return scan;
    }

    /** What forbids to read the file; empty when nothing does. */
    String problem() {
        return problem;
    }

    /** The line of the problem. */
    int line() {
        return line;
    }

    /** The line in which an IRI is first written, as a whole, with a prefix or relative; 1 when it cannot be told. */
    int line(String iri) {
        for (int from = 0; from >= 0; from = next(iri, from)) {
            Integer found = lines.get(iri.substring(from));
            if (found != null) {
                return found;
            }
        }
        return 1;
    }

    private static int next(String iri, int from) {
        int slash = iri.indexOf('/', from);
        int hash = iri.indexOf('#', from);
        int end = slash < 0 ? hash : hash < 0 ? slash : Math.min(slash, hash);
        return end < 0 || end + 1 >= iri.length() ? -1 : end + 1;
    }

    /** What an open object or array is: inside a context or not, and whether it is an array of contexts. */
    private record Open(boolean context, boolean contexts) {}

    private void read(JsonParser parser) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(false, false));
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            Open in = open.element();
            boolean context = in.contexts()
                    || "@context".equals(parser.currentName())
                            && !parser.getParsingContext().inArray();
            switch (token) {
                case START_OBJECT -> open.push(new Open(in.context() || begins(parser, in), false));
                case START_ARRAY -> open.push(new Open(in.context(), begins(parser, in)));
                case END_OBJECT, END_ARRAY -> open.pop();
                case FIELD_NAME -> count(in, parser.currentName());
                case VALUE_STRING -> {
                    if (context || in.context() && "@import".equals(parser.currentName())) {
                        elsewhere(parser);
                        return;
                    }
                    count(in, parser.getText());
                    note(parser);
                }
                default -> outside++;
            }
        }
    }

    /** Whether the object or array that begins here is the value of {@code @context}, or stands in an array that is. */
    private static boolean begins(JsonParser parser, Open in) {
        var parent = parser.getParsingContext().getParent();
        return in.contexts() || parent != null && parent.inObject() && "@context".equals(parent.getCurrentName());
    }

    private void count(Open in, String text) {
        if (in.context()) {
            inContexts += text.length();
        } else {
            outside++;
        }
    }

    private void elsewhere(JsonParser parser) throws IOException {
        line = parser.currentTokenLocation().getLineNr();
        problem = "the context " + parser.getText()
                + " stands elsewhere, and nothing is fetched. Write the context itself into the file.";
    }

    private void note(JsonParser parser) throws IOException {
        String text = parser.getText();
        int number = parser.currentTokenLocation().getLineNr();
        lines.putIfAbsent(text, number);
        int colon = text.indexOf(':');
        if (colon > 0 && !text.startsWith("//", colon + 1)) {
            lines.putIfAbsent(text.substring(colon + 1), number);
        }
    }
}
