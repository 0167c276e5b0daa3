package org.plumbline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plumbline.fact.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline template}: the import template of editions. */
@Command(name = "template", description = "Writes the workbook in which facts for editions are collected.")
final class TemplateCommand implements Callable<Integer> {
    @Option(
            names = "--standard",
            required = true,
            paramLabel = "STANDARD",
            description = "Folder of an edition; may be given more than once.")
    private List<Path> standards = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The workbook to write (.xlsx).")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new CommandFailure("The template is a workbook: name a file that ends with .xlsx, not " + out + ".");
        }
        var editions = standards.stream().map(StandardArgument::edition).toList();
        try (OutputStream to = Files.newOutputStream(out)) {
            Template.write(editions, to);
        }
        spec.commandLine().getOut().println("Wrote " + out + ". Fill its sheets, then: plumbline import facts " + out);
        return 0;
    }
}
