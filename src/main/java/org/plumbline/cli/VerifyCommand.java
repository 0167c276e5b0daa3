package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.ledger.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline verify}: does the record hold, and does what derives from it agree? */
@Command(name = "verify", description = "Walks the ledger's chain and checkpoints and compares what derives from it.")
final class VerifyCommand extends DatabaseCommand {
    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint kept elsewhere (JSON), such as from a report; may be given more than once.")
    private List<Path> checkpoints = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    String name() {
        return "verify";
    }

    @Override
    int work() throws IOException {
        List<Checkpoint> outside = new ArrayList<>();
        for (Path file : checkpoints) {
            outside.add(checkpoint(file));
        }
        return Proof.print(outside, spec.commandLine().getOut()) ? 0 : 1;
    }

    private static Checkpoint checkpoint(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure("There is no file " + file + " that can be read. Name a checkpoint file.");
        }
        try {
            return Checkpoint.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(file + " is no checkpoint: " + e.getMessage(), e);
        }
    }
}
