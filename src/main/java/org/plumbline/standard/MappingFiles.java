package org.plumbline.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.rdf.Sources;

/** The files of mappings: those packed with the program, and over them those of the district's own folder of standards. */
public final class MappingFiles {
    private static final String FOLDER = "mappings";
    private static final String BASE = "https://w3id.org/plumbline/standard/";

    private MappingFiles() {}

    /** The files packed with the program, by name. */
    public static Map<String, byte[]> packed() {
        return StandardFolder.packed(FOLDER);
    }

    /**
     * Those, and over them the files of {@code mappings} in a folder of standards.
     *
     * @throws IOException when the folder cannot be read
     */
    public static Map<String, byte[]> with(Path standards) throws IOException {
        return StandardFolder.packedAndOwn(FOLDER, standards);
    }

    /**
     * The facts to which mappings of a folder of standards map: those packed with the program, and over them those of its
     * {@code facts}.
     *
     * @throws IOException when the folder cannot be read
     */
    public static FactBook facts(Path standards) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(StandardFolder.packed("facts"));
        files.putAll(files(standards.resolve("facts"), "facts/"));
        Sources sources = new Sources();
        files.forEach((name, bytes) -> sources.read(name, bytes, BASE));
        return new FactReader(new Reading(sources)).read();
    }

    private static Map<String, byte[]> files(Path folder, String prefix) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> list = Files.list(folder)) {
                List<Path> found =
                        list.filter(file -> file.toString().endsWith(".ttl")).toList();
                for (Path file : found) {
                    files.put(prefix + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
