package org.plumbline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.ShapesExport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline export}: an edition as plain SHACL, or as its rulebook. */
@Command(
        name = "export",
        description = "Writes an edition as plain SHACL shapes, or as its rulebook in canonical JSON.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STANDARD", description = "Folder of the edition.")
    private Path standard = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Kind kind = new Kind();

    /** What to write: exactly one. */
    static final class Kind {
        @Option(names = "--shapes", description = "Plain SHACL for any engine, on completed facts.")
        private boolean shapes;

        @Option(names = "--json", description = "The rulebook.")
        private boolean json;
    }

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: the terminal).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Edition edition = StandardArgument.edition(standard);
        try (OutputStream to =
                out == null ? new PrintStream(System.out, true, StandardCharsets.UTF_8) : Files.newOutputStream(out)) {
            if (kind.shapes && !kind.json) {
                ShapesExport.write(edition, to);
            } else {
                to.write(RulebookWriter.write(edition.rulebook()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return 0;
    }
}
