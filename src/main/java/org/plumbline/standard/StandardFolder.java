package org.plumbline.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.rdf.Sources;

/**
 * The files of one edition with the shared facts that it stands on: those packed with the program, and over them those of the
 * {@code facts} folder beside the standard.
 */
public final class StandardFolder {
    private static final Logger LOG = Logger.getLogger(StandardFolder.class);
    private static final String ROOT = "https://w3id.org/plumbline/standard/";

    private static final Pattern FACT = Pattern.compile("\\bf:([A-Za-z][A-Za-z0-9]*)");

    private final String key;
    private final Sources sources = new Sources();
    private final Graph own = GraphFactory.createDefaultGraph();
    private final Graph shared = GraphFactory.createDefaultGraph();
    private final Set<String> factsOfSiblings = new TreeSet<>();

    private StandardFolder(String key) {
        this.key = key;
    }

    /**
     * Reads an edition's folder from disk.
     *
     * @throws IOException when the folder cannot be read
     */
    public static StandardFolder of(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new IOException("There is no folder " + folder
                    + ". Name an edition's folder, such as standards/model-station/2026.");
        }
        if (!Files.isRegularFile(absolute.resolve("standard.ttl"))) {
            throw new IOException("There is no standard.ttl in " + folder + ". Name the edition's folder, such as "
                    + folder + "/2026.");
        }
        Path standard = absolute.getParent();
        Path root = standard == null ? null : standard.getParent();
        String key = (standard == null ? "" : standard.getFileName() + "/") + absolute.getFileName();
        Map<String, byte[]> facts = new TreeMap<>(packed("facts"));
        if (root != null && Files.isDirectory(root.resolve("facts"))) {
            facts.putAll(read(root.resolve("facts"), "facts/"));
        }
        StandardFolder result = folder(key, facts, read(absolute, ""));
        if (root != null) {
            for (String sibling : keys(root)) {
                result.noteFacts(root.resolve(sibling));
            }
        }
        return result;
    }

    private void noteFacts(Path sibling) {
        try {
            read(sibling, "").values().forEach(this::noteFacts);
        } catch (IOException e) {
            // What is wrong with another edition is told where that one is read.
        }
    }

    private void noteFacts(byte[] turtle) {
        FACT.matcher(new String(turtle, StandardCharsets.UTF_8))
                .results()
                .forEach(match -> factsOfSiblings.add(match.group(1)));
    }

    /** Names of facts that editions in the same folder of standards mention. */
    Set<String> factsOfSiblings() {
        return factsOfSiblings;
    }

    /** Makes a folder of files that are in memory already; used by the editions packed with the program. */
    static StandardFolder folder(String key, Map<String, byte[]> facts, Map<String, byte[]> files) {
        StandardFolder result = new StandardFolder(key);
        files.forEach((name, bytes) ->
                result.sources.read(name, bytes, result.base() + (name.startsWith("examples/") ? "example/" : "")));
        GraphUtil.addInto(result.own, result.sources.graph());
        Graph before = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(before, result.own);
        facts.forEach((name, bytes) -> result.sources.read(name, bytes, ROOT));
        GraphUtil.addInto(result.shared, result.sources.graph());
        GraphUtil.deleteFrom(result.shared, before);
        return result;
    }

    /** Keys of the editions packed with the program, such as {@code model-station/2026}. */
    static List<String> packedKeys() {
        return walk("", root -> keys(root));
    }

    /** Keys of the editions in a folder of standards. */
    static List<String> keys(Path root) {
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> file.endsWith("standard.ttl"))
                    .map(file -> root.relativize(file.getParent()).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a packed folder by name. */
    static Map<String, byte[]> packed(String folder) {
        return walk("/" + folder, path -> {
            try {
                return read(path, folder.equals("facts") || folder.equals("vocabulary") ? folder + "/" : "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * The files of a packed folder by name, and over them those of the folder of that name in a district's own folder of standards.
     *
     * @param own a district's own folder of standards; null for none
     * @throws IOException when that folder cannot be read
     */
    public static Map<String, byte[]> packedAndOwn(String folder, @Nullable Path own) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(packed(folder));
        if (own != null && Files.isDirectory(own.resolve(folder))) {
            files.putAll(read(own.resolve(folder), ""));
        }
        return files;
    }

    /**
     * What stands in a folder that is packed with the program, and over which a district may put files of its own. Own files that cannot be
     * read leave the packed ones in force, with a line in the log.
     *
     * @param folder name of the folder, such as {@code indicators}
     * @param base the IRI against which relative IRIs resolve
     * @param own a district's own folder of standards
     * @param read makes the result; throws {@link IllegalArgumentException} with place and remedy when something is wrong
     */
    public static <T> T load(String folder, String base, Optional<Path> own, Function<Sources, T> read) {
        if (own.isPresent() && Files.isDirectory(own.get().resolve(folder))) {
            try {
                return read.apply(sources(folder, packedAndOwn(folder, own.get()), base));
            } catch (IOException | IllegalArgumentException e) {
                LOG.error("The " + folder + " of " + own.get() + " cannot be used, those of the program stand: "
                        + e.getMessage());
            }
        }
        return read.apply(sources(folder, packed(folder), base));
    }

    private static Sources sources(String folder, Map<String, byte[]> files, String base) {
        Sources sources = new Sources();
        files.forEach((name, bytes) -> sources.read(folder + "/" + name, bytes, base));
        return sources;
    }

    private static <T> T walk(String folder, Function<Path, T> use) {
        URL url = StandardFolder.class.getClassLoader().getResource("standards" + folder);
        if (url == null) {
            throw new IllegalStateException("The program was packed without standards" + folder);
        }
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("file")) {
                return use.apply(Path.of(uri));
            }
            String jar = uri.toString().substring(0, uri.toString().indexOf("!/"));
            try (FileSystem system = FileSystems.newFileSystem(Path.of(URI.create(jar.substring("jar:".length()))))) {
                return use.apply(system.getPath("/standards" + folder));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The packed standards cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> read(Path folder, String prefix) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            for (Path file :
                    new ArrayList<>(walk.filter(path -> path.toString().endsWith(".ttl") && Files.isRegularFile(path))
                            .toList())) {
                files.put(prefix + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The folder's key, such as {@code model-station/2026}. */
    public String key() {
        return key;
    }

    /** The IRI against which its files are read. */
    public String base() {
        return ROOT + key + "/";
    }

    /** All triples with their places: the edition's and the shared facts'. */
    Sources sources() {
        return sources;
    }

    /** The facts, code lists and units that the edition stands on. */
    Graph shared() {
        return shared;
    }

    /** The edition's own triples. */
    Graph own() {
        return own;
    }
}
