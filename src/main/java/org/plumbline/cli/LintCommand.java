package org.plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.standard.Finding;
import org.plumbline.standard.Linter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline lint}: is this edition well formed? */
@Command(
        name = "lint",
        description = "Says whether editions are well formed: file:line: clause: what, why, what to do.")
final class LintCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "STANDARD", description = "Folders of editions.")
    private List<Path> standards = List.of();

    @Option(names = "--quiet", description = "Print errors only, no warnings and no summary.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean fine = true;
        for (Path folder : standards) {
            Linter.Result result = StandardArgument.lint(folder);
            fine &= result.fine();
            print(folder, result);
        }
        return fine ? 0 : 1;
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
                                        .replaceFirst("^[^:]*", shown.toString().replace("\\", "/")));
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
