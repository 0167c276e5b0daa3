package org.plumbline.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;

/** What SHACL shapes say against a graph, in lines that tell a person what to mend. */
public final class Violations {
    static {
        JenaSystem.init();
    }

    private static final Map<String, Shapes> READ = new ConcurrentHashMap<>();

    private Violations() {}

    /**
     * The violations in a graph, a line each, in order; warnings are none.
     *
     * @param files shapes on the class path, below <code>/shapes</code>, such as <code>catalogue.ttl</code>
     */
    public static List<String> of(Graph data, String... files) {
        return Arrays.stream(files)
                .flatMap(file -> of(data, file))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> of(Graph data, String file) {
        return ShaclValidator.get().validate(shapes(file), data).getEntries().stream()
                .filter(entry -> entry.severity() == Severity.Violation)
                .map(entry -> line(file, entry));
    }

    /** How many nodes of a graph the shapes of a file look at: that nothing is wrong with none of them would prove nothing. */
    public static long looksAt(Graph data, String file) {
        return shapes(file).getTargetShapes().stream()
                .flatMap(shape -> shape.getTargets().stream())
                .flatMap(target -> target.getFocusNodes(data).stream())
                .filter(node -> data.contains(node, Node.ANY, Node.ANY) || data.contains(Node.ANY, Node.ANY, node))
                .distinct()
                .count();
    }

    /** The graph that a Turtle file on the class path holds. */
    public static Graph graph(String path) {
        try (InputStream in = Objects.requireNonNull(Violations.class.getResourceAsStream(path), path)) {
            return RDFParser.source(in)
                    .lang(Lang.TURTLE)
                    .base("https://w3id.org/plumbline/shapes")
                    .toGraph();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fact vocabulary that the program is packed with: put beside the data, it lets the shapes check the type of each fact. */
    public static Graph vocabulary() {
        Graph vocabulary = GraphFactory.createDefaultGraph();
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(Violations.class.getResource("/standards/facts"))
                        .toURI()))) {
            files.forEach(file -> RDFParser.source(file).lang(Lang.TURTLE).parse(vocabulary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return vocabulary;
    }

    private static Shapes shapes(String file) {
        return READ.computeIfAbsent(file, name -> Shapes.parse(graph("/shapes/" + name)));
    }

    private static String line(String file, ReportEntry entry) {
        String messages = entry.messages().stream()
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .collect(Collectors.joining(" / "));
        return text(entry.focusNode()) + (entry.resultPath() == null ? "" : " " + entry.resultPath())
                + (entry.value() == null ? "" : " " + text(entry.value())) + ": " + messages + " ("
                + file + ", " + text(entry.source()) + ")";
    }

    private static String text(Node node) {
        return NodeFmtLib.strNT(node);
    }
}
