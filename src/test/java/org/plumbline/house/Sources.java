package org.plumbline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project's own files as the house tests read them; the tests run in the project's folder. */
final class Sources {
    static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "data", "demo-data", ".cifuzz-corpus", ".idea", ".vscode", "vendor");
    private static final Set<String> TEXT = Set.of(
            "java",
            "md",
            "properties",
            "sql",
            "html",
            "js",
            "mjs",
            "css",
            "ttl",
            "xml",
            "jrxml",
            "json",
            "sh",
            "txt",
            "csv",
            "config",
            "run",
            "");

    private Sources() {}

    /** Every text file of the project outside build output, data folders and vendored libraries. */
    static List<Path> text() {
        return files(path -> TEXT.contains(extension(path)));
    }

    /** Java files below src whose path passes. */
    static List<Path> java(Predicate<Path> wanted) {
        return files(
                path -> path.startsWith(ROOT.resolve("src")) && extension(path).equals("java") && wanted.test(path));
    }

    static boolean isMain(Path path) {
        return path.startsWith(ROOT.resolve("src/main"));
    }

    static String read(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "src/main/java/…:12: what is there", for each line in which {@code wrong} finds something. */
    static List<String> lines(List<Path> files, Predicate<String> wrong) {
        return files.stream()
                .flatMap(file -> {
                    String[] lines = read(file).split("\n", -1);
                    return Stream.iterate(0, i -> i < lines.length, i -> i + 1)
                            .filter(i -> wrong.test(lines[i]))
                            .map(i -> ROOT.relativize(file) + ":" + (i + 1) + ": " + lines[i].strip());
                })
                .toList();
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    private static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> top = Files.list(ROOT)) {
            return top.filter(entry -> !NOT_OURS.contains(entry.getFileName().toString()))
                    .flatMap(Sources::below)
                    .filter(Files::isRegularFile)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path entry) {
        try (Stream<Path> walk = Files.walk(entry)) {
            return walk
                    .filter(path -> !NOT_OURS.contains(path.getFileName().toString())
                            && !ROOT.relativize(path).toString().contains("/vendor/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
