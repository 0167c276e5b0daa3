package org.plumbline.rdf;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.RiotParsers;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;

/** Turtle and JSON-LD files read into one graph that remembers in which file and line each triple stands. */
public final class Sources {
    static {
        JenaSystem.init();
    }

    /** A position in a file; {@code line} and {@code column} count from 1. */
    public record Place(String file, long line, long column) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int files = file.compareTo(other.file);
            int lines = Long.compare(line, other.line);
            return files != 0 ? files : lines != 0 ? lines : Long.compare(column, other.column);
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** A file that is not Turtle: where it stops being so, and in sentences what is wrong there and what to write. */
    public record Broken(Place place, String message) {
        private static final int LONGEST = 2000;

        public Broken {
            // What a parser quotes of the file may be a command to the terminal.
            message = Literals.shown(message, LONGEST);
        }
    }

    /** A long prefix used many times makes gigabytes of a short file: past these signs no more of it is read. */
    private static final long MOST_SIGNS = 1L << 28;

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Map<Triple, Place> places = new HashMap<>();
    private final Map<Node, Place> subjects = new HashMap<>();
    private final List<Broken> broken = new ArrayList<>();
    private final Map<Triple, Place> repeated = new HashMap<>();
    private long signs;

    /** All triples read. */
    public Graph graph() {
        return graph;
    }

    /** The files that could not be read to their end. */
    public List<Broken> broken() {
        return broken;
    }

    /** Triples that stand more than once, with their second place: what is described twice. */
    public Map<Triple, Place> repeated() {
        return repeated;
    }

    /** Where a triple stands; for one that was not read, where its subject begins, else an empty place. */
    public Place place(Triple triple) {
        Place place = places.get(triple);
        return place != null ? place : place(triple.getSubject());
    }

    /** Where a subject begins. */
    public Place place(Node subject) {
        return subjects.getOrDefault(subject, new Place("", 0, 0));
    }

    /** The subjects of a class in the order in which they stand in the files. */
    public List<Node> instances(Node type) {
        return graph.find(Node.ANY, RDF.type.asNode(), type).toList().stream()
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(this::place))
                .toList();
    }

    /**
     * Reads one Turtle file. What stands before an error is kept; the error is in {@link #broken}.
     *
     * @param file the name to use in messages
     * @param base the IRI against which the file's relative IRIs resolve unless it says another
     */
    public void read(String file, byte[] turtle, String base) {
        if (garbled(file, turtle)) {
            return;
        }
        String text = new String(turtle, StandardCharsets.UTF_8);
        ErrorHandler handler = new ErrorHandler() {
            @Override
            public void warning(String message, long line, long column) {
                broken.add(new Broken(new Place(file, line, column), message + ". Mend it here."));
            }

            @Override
            public void error(String message, long line, long column) {
                broken.add(TurtleFault.of(file, text, line, column, message));
                throw new RiotException(message);
            }

            @Override
            public void fatal(String message, long line, long column) {
                error(message, line, column);
            }
        };
        Placing profile = new Placing(RiotLib.profile(Lang.TURTLE, base, handler), file);
        try {
            RiotParsers.factoryTTL
                    .create(Lang.TURTLE, profile)
                    .read(
                            new ByteArrayInputStream(turtle),
                            base,
                            Lang.TURTLE.getContentType(),
                            StreamRDFLib.graph(graph),
                            new Context());
            if (TurtleFault.unfinished(text)) {
                broken.add(
                        new Broken(
                                new Place(file, text.lines().count(), 1),
                                "the file ends in the middle of a statement. Write a full stop at its end, or fetch the whole file again."));
            }
        } catch (StackOverflowError e) {
            broken.add(new Broken(
                    new Place(file, 1, 1), "the file nests brackets or lists too deep. Write the inner ones apart."));
        } catch (RuntimeException e) {
            // Over some signs the tokenizer itself stumbles, with whatever exception comes of it.
            if (!(e instanceof RiotException)
                    || broken.isEmpty()
                    || !broken.getLast().place().file().equals(file)) {
                broken.add(new Broken(
                        new Place(file, profile.last, 1),
                        "the file cannot be read from about here on (" + e.getMessage() + "). Mend the syntax here."));
            }
        }
    }

    /**
     * Reads one JSON-LD file, whose context stands inside: nothing is fetched. A triple's place is the line that first names its
     * subject.
     *
     * @param file the name to use in messages
     * @param base the IRI against which the file's relative IRIs resolve unless it says another
     */
    public void readJson(String file, byte[] json, String base) {
        if (!garbled(file, json)) {
            JsonLdSource.read(file, json, base, this);
        }
    }

    /** Whether a file is in another encoding, which is told then; each parser would guess at it in its own way. */
    private boolean garbled(String file, byte[] bytes) {
        long wrong = notUtf8(bytes);
        if (wrong > 0) {
            broken.add(new Broken(
                    new Place(file, wrong, 1),
                    "the file is not UTF-8 here, it may be " + (wide(bytes) ? "UTF-16" : "GBK")
                            + ", and what it says would be garbled. Save it again with the encoding UTF-8."));
        }
        return wrong > 0;
    }

    /** Adds a triple that another reader of this package has read. */
    void add(Triple triple, Place place) {
        note(triple, place);
        graph.add(triple);
    }

    private void note(Triple triple, Place place) {
        if (triple.getSubject().isTripleTerm() || triple.getObject().isTripleTerm()) {
            broken.add(new Broken(
                    place,
                    "a triple stands here as a thing of its own (RDF 1.2: <<( )>>, << >>, {| |} or ~), and nothing here reads what is"
                            + " said of it. Write it as a statement."));
            throw new RiotException("a triple term");
        }
        signs += length(triple.getSubject()) + length(triple.getPredicate()) + length(triple.getObject());
        if (signs > MOST_SIGNS) {
            broken.add(new Broken(place, "the file says too much to be read at once. Split it into several files."));
            throw new RiotException("too much");
        }
        if (places.putIfAbsent(triple, place) != null) {
            repeated.putIfAbsent(triple, place);
        }
        subjects.putIfAbsent(triple.getSubject(), place);
    }

    private static int length(Node node) {
        return node.isURI()
                ? node.getURI().length()
                : node.isLiteral() ? node.getLiteralLexicalForm().length() : 0;
    }

    /** Whether every second byte of Latin letters is zero: UTF-16, which may pass for UTF-8. */
    private static boolean wide(byte[] bytes) {
        return bytes.length > 3 && (bytes[2] == 0 || bytes[3] == 0);
    }

    /** The line in which the bytes cease to be UTF-8; 0 when they all are. */
    private static long notUtf8(byte[] bytes) {
        if (wide(bytes)) {
            return 1;
        }
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(left, text, true);
        if (!result.isError()) {
            return 0;
        }
        return 1 + text.flip().chars().filter(c -> c == '\n').count();
    }

    /** Notes the line of each triple as the parser makes it. */
    private final class Placing extends ParserProfileWrapper {
        private final String file;
        private long last = 1;

        Placing(ParserProfile profile, String file) {
            super(profile);
            this.file = file;
        }

        @Override
        public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
            Triple triple = super.createTriple(subject, predicate, object, line, column);
            last = line;
            note(triple, new Place(file, line, column));
            return triple;
        }
    }
}
