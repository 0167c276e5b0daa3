package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import org.plumbline.cli.backup.BackupWriter;
import org.plumbline.cli.database.Database;
import org.plumbline.ledger.Iris;
import org.plumbline.ledger.Ledger;
import org.plumbline.signature.SignatureConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline backup}: everything the installation keeps, as one file; also while it serves. */
@Command(
        name = "backup",
        description = "Writes everything the installation keeps to one file, also while it serves. The file holds the"
                + " signing key and what is not public: keep it safe.")
final class BackupCommand extends DatabaseCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write it; must not be there yet.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    String name() {
        return "backup";
    }

    @Override
    void prepare() {
        if (Files.exists(out)) {
            throw new CommandFailure("There is " + out + " already: name a file that is not there yet.");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandFailure("There is no folder " + folder + " to write to: make it, or choose another.");
        }
    }

    @Override
    int work() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Ledger ledger = CDI.current().select(Ledger.class).get();
        Clock clock = CDI.current().select(Clock.class).get();
        String base = CDI.current().select(Iris.class).get().base();
        Path keys = CDI.current().select(SignatureConfig.class).get().folder();
        String checkpoint = ledger.checkpoint(clock).json();
        try (Connection connection = database().connect(Database.Role.OWNER)) {
            long rows = new BackupWriter(connection, keys)
                    .write(out, base, checkpoint, clock.instant(), table -> err.println("Writing " + table));
            spec.commandLine()
                    .getOut()
                    .println("Wrote " + rows + " rows to " + out + " (" + Files.size(out) / 1024
                            + " KiB). It holds the signing key: keep it safe.");
        }
        return 0;
    }
}
