package org.plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Examples;
import org.plumbline.standard.Mutations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline test}: do the examples of an edition get what they must? */
@Command(
        name = "test",
        description =
                "Runs the examples of editions; with --mutate also asks whether they would notice a changed rule.")
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "STANDARD", description = "Folders of editions.")
    private List<Path> standards = List.of();

    @Option(names = "--mutate", description = "Change each rule a little and list the changes that no example notices.")
    private boolean mutate;

    @Option(
            names = "--least",
            paramLabel = "SHARE",
            description = "With --mutate: the share of changes that must be noticed (default: ${DEFAULT-VALUE}).")
    private double least = 0.95;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean fine = true;
        for (Path folder : standards) {
            Edition edition = StandardArgument.edition(folder);
            List<Examples.Mismatch> mismatches = Examples.run(edition.examples(), new Evaluator(edition.rulebook()));
            mismatches.forEach(mismatch -> out.println(folder + "/" + mismatch));
            out.println(folder + ": " + Plural.of(edition.examples().size(), "example") + ", " + mismatches.size()
                    + " wrong.");
            fine &= mismatches.isEmpty();
            if (mutate && mismatches.isEmpty()) {
                Mutations.Result result = Mutations.run(edition);
                result.missed().forEach(missed -> out.println(line(folder, missed)));
                out.println(String.format(
                        Locale.ROOT,
                        "%s: %s, %d noticed: %.1f %%.",
                        folder,
                        Plural.of(result.tried(), "change"),
                        result.tried() - result.missed().size(),
                        100 * result.share()));
                fine &= result.share() >= least;
            }
        }
        return fine ? 0 : 1;
    }

    private static String line(Path folder, Mutations.Missed missed) {
        var written = missed.written();
        String where = written == null ? folder.toString() : folder.resolve(written.file()) + ":" + written.line();
        return where + ": " + missed.of() + ": no example notices when it is changed: " + missed.what()
                + ". Add an example that does.";
    }
}
