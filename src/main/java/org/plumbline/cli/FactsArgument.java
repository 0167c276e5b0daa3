package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.json.AssessmentWriter;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactsGraph;
import org.plumbline.standard.Finding;

/** A file of facts named on the command line. */
final class FactsArgument {
    /** Of more mistakes than this nobody reads each; the last line says how many there are. */
    private static final int MOST_TOLD = 20;

    /** A site's record, and its facts as stated, for output. */
    record Stated(SiteRecord record, Map<String, ?> provenance) {}

    private FactsArgument() {}

    /**
     * The sites of a file.
     *
     * @param warn takes what a person should know although the sites can be assessed, a line each
     * @throws CommandFailure when something in the file cannot be read: all such places, a line each
     */
    static List<Stated> read(Path file, Edition edition, LocalDate on, Consumer<String> warn) throws IOException {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure("There is no file " + file + " that can be read. Name a file of facts.");
        }
        return switch (ending) {
            case "ttl", "nt" -> graph(file, edition, on, warn);
            case "json", "jsonld" -> PublishedArgument.read(file, edition, on);
            case "csv", "xlsx" -> SheetArgument.read(file, edition, on, warn);
            default ->
                throw new CommandFailure(
                        file
                                + " is of a kind that is not read here. Use .ttl, .nt, .csv, .xlsx, or the .json of a published site.");
        };
    }

    /** The first of all these lines, and how many more there are. */
    static String lines(List<String> all) {
        String shown = all.stream().limit(MOST_TOLD).collect(Collectors.joining("\n"));
        return all.size() <= MOST_TOLD
                ? shown
                : shown + "\nand " + (all.size() - MOST_TOLD) + " more like these. Correct all of them.";
    }

    private static List<Stated> graph(Path file, Edition edition, LocalDate on, Consumer<String> warn)
            throws IOException {
        Sources sources = new Sources();
        try {
            sources.read(file.toString(), Files.readAllBytes(file), "https://w3id.org/plumbline/example/");
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file " + file + ". Name a file of facts.", e);
        }
        if (!sources.broken().isEmpty()) {
            throw new CommandFailure(lines(sources.broken().stream()
                    .map(broken -> broken.place() + ": This is not Turtle: " + broken.message())
                    .toList()));
        }
        FactsGraph.Result result = FactsGraph.read(sources, edition, (int) on.toEpochDay());
        Map<Boolean, List<String>> findings = result.findings().stream()
                .collect(Collectors.partitioningBy(
                        Finding::error, Collectors.mapping(Finding::toString, Collectors.toList())));
        if (!findings.getOrDefault(true, List.of()).isEmpty()) {
            throw new CommandFailure(lines(findings.getOrDefault(true, List.of())));
        }
        List<String> warnings = findings.getOrDefault(false, List.of());
        if (!warnings.isEmpty()) {
            warn.accept(lines(warnings));
        }
        if (result.later() > 0) {
            warn.accept(file + ": warning: " + Plural.of(result.later(), "observation") + " dated after " + on
                    + " left out, since nobody could know them on that day. Give a later --on to count them.");
        }
        return result.records().stream()
                .map(one -> new Stated(one, stated(one, edition)))
                .toList();
    }

    /** The facts of a record as it states them, by name; a bare graph names no sources. */
    private static Map<String, ?> stated(SiteRecord record, Edition edition) {
        return AssessmentWriter.stated(Json.readObject(RecordWriter.write(record, edition.rulebook())));
    }
}
