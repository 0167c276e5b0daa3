package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import org.plumbline.fact.mapping.MappingReader;
import org.plumbline.standard.Finding;
import org.plumbline.standard.Linter;
import org.plumbline.standard.MappingFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline lint}: is this edition, or this file of mappings, well formed? */
@Command(
        name = "lint",
        description =
                "Says whether editions and mappings are well formed: file:line: clause or column: what, why, what to do.")
final class LintCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "STANDARD",
            description = "Folders of editions, or files of mappings (.ttl).")
    private List<Path> standards = List.of();

    @Option(names = "--quiet", description = "Print errors only, no warnings and no summary.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean fine = true;
        for (Path folder : standards) {
            if (folder.toString().endsWith(".ttl")) {
                fine &= mapping(folder);
            } else {
                Linter.Result result = StandardArgument.lint(folder);
                fine &= result.fine();
                print(folder, result);
            }
        }
        return fine ? 0 : 1;
    }

    /** A file of mappings stands in {@code mappings} of a folder of standards, whose facts it maps to. */
    private boolean mapping(Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Path folder = file.toAbsolutePath().normalize().getParent();
            Path standards = folder == null ? null : folder.getParent();
            MappingReader.Result result = MappingReader.read(
                    file.toString().replace("\\", "/"),
                    Files.readAllBytes(file),
                    MappingFiles.facts(standards == null ? file : standards));
            result.findings().forEach(out::println);
            if (!quiet) {
                out.println(file + ": " + result.findings().size() + " to mend. "
                        + Plural.of(result.mappings().size(), "mapping") + ".");
            }
            return result.findings().isEmpty();
        } catch (IOException e) {
            throw new CommandFailure(
                    "There is no file " + file + " that can be read. Name a file of mappings (.ttl).", e);
        }
    }

    private void print(Path folder, Linter.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : result.findings()) {
            if (finding.error() || !quiet) {
                String file = finding.place().file();
                boolean shared = file.startsWith("facts/") || file.startsWith("vocabulary/");
                Path shown = shared ? folder.resolve("../..").resolve(file).normalize() : folder.resolve(file);
                out.println(
                        file.isEmpty()
                                ? finding
                                : finding.toString()
                                        .replaceFirst(
                                                "^[^:]*",
                                                Matcher.quoteReplacement(
                                                        shown.toString().replace("\\", "/"))));
            }
        }
        if (!quiet) {
            long errors = result.findings().stream().filter(Finding::error).count();
            long warnings = result.findings().size() - errors;
            out.println(
                    folder + ": " + errors + " to mend, " + Plural.of(warnings, "warning") + "." + coverage(result));
        }
    }

    private static String coverage(Linter.Result result) {
        if (result.edition() == null) {
            return "";
        }
        var coverage = result.edition().coverage();
        int clauses = result.edition().rulebook().clauses().size();
        return " " + Plural.of(clauses, "clause") + ": " + coverage.automatic() + " automatic, " + coverage.judged()
                + " judged, " + coverage.notCodified() + " not codified.";
    }
}
