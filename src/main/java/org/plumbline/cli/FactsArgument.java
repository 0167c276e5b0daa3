package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.rdf.Sources;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactsGraph;

/** A file of facts named on the command line. */
final class FactsArgument {
    /** A site's record, and its facts as stated, for output. */
    record Stated(SiteRecord record, Map<String, ?> provenance) {}

    private FactsArgument() {}

    static List<Stated> read(Path file, Edition edition, LocalDate on) throws IOException {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure("There is no file " + file + " that can be read. Name a file of facts.");
        }
        return switch (ending) {
            case "ttl", "nt" -> graph(file, edition, on);
            case "csv", "xlsx" -> SheetArgument.read(file, edition, on);
            default ->
                throw new CommandFailure(file + " is of a kind that is not read here. Use .ttl, .nt, .csv or .xlsx.");
        };
    }

    private static List<Stated> graph(Path file, Edition edition, LocalDate on) throws IOException {
        Sources sources = new Sources();
        try {
            sources.read(file.toString(), Files.readAllBytes(file), "https://w3id.org/plumbline/example/");
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file " + file + ". Name a file of facts.", e);
        }
        if (!sources.broken().isEmpty()) {
            Sources.Broken broken = sources.broken().getFirst();
            throw new CommandFailure(
                    broken.place() + ": This is not Turtle: " + broken.message() + ". Mend the syntax here.");
        }
        FactsGraph.Result result = FactsGraph.read(sources, edition, (int) on.toEpochDay());
        if (!result.findings().isEmpty()) {
            throw new CommandFailure(result.findings().getFirst()
                    + (result.findings().size() > 1
                            ? " (and " + (result.findings().size() - 1) + " more)"
                            : ""));
        }
        return result.records().stream()
                .map(one -> new Stated(one, stated(one, edition)))
                .toList();
    }

    /** The facts of a record as it states them, by name; a bare graph names no sources. */
    private static Map<String, ?> stated(SiteRecord record, Edition edition) {
        return facts(Json.readObject(RecordWriter.write(record, edition.rulebook())));
    }

    /** The facts of a record's JSON by name. */
    static Map<String, ?> facts(Map<String, ?> record) {
        Map<String, Object> facts = new TreeMap<>();
        if (record.get("facts") instanceof Map<?, ?> stated) {
            stated.forEach((name, value) -> facts.put(String.valueOf(name), value));
        }
        return facts;
    }
}
