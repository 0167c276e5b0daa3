package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.ledger.Checkpoint;
import org.plumbline.ledger.DerivedStores;
import org.plumbline.ledger.Ledger;
import org.plumbline.ledger.Verification;
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
        PrintWriter out = spec.commandLine().getOut();
        List<Checkpoint> outside = new ArrayList<>();
        for (Path file : checkpoints) {
            outside.add(checkpoint(file));
        }
        Ledger ledger = CDI.current().select(Ledger.class).get();
        Verification verification = ledger.verify(outside, position -> {});
        verification.faults().forEach(fault -> out.println(fault.message()));
        List<String> drift = CDI.current().select(DerivedStores.class).get().differences();
        drift.forEach(out::println);
        out.println(verification.head().length() + " entries, " + verification.checkpoints() + " checkpoints, head "
                + verification.head().chain() + ".");
        boolean fine = verification.faults().isEmpty() && drift.isEmpty();
        out.println(fine ? "The chain holds, and what derives from it agrees." : "Something does not hold; see above.");
        return fine ? 0 : 1;
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
