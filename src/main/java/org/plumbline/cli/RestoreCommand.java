package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.cli.backup.BackupReader;
import org.plumbline.cli.database.Database;
import org.plumbline.ledger.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline restore}: what a backup holds, into a data folder that holds nothing; then everything is compared. */
@Command(name = "restore", description = "Reads a backup into a new data folder and verifies all of it.")
final class RestoreCommand extends DatabaseCommand {
    private static final String BASE = "plumbline.base";

    @Parameters(paramLabel = "FILE", description = "A file that `plumbline backup` wrote.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    private @Nullable BackupReader backup;

    @Override
    boolean begins() {
        return true;
    }

    @Override
    String name() {
        return "restore";
    }

    @Override
    void prepare() throws IOException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure("There is no file " + file + " that can be read. Name a backup.");
        }
        try {
            BackupReader opened = BackupReader.open(file);
            backup = opened;
            if (System.getProperty(BASE) == null && System.getenv("PLUMBLINE_BASE") == null) {
                System.setProperty(BASE, opened.base());
            }
            opened.restoreKeys(Keys.folder());
        } catch (BackupReader.Unusable e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    int work() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (BackupReader opened = backup;
                Connection connection = database().connect(Database.Role.OWNER)) {
            if (opened == null) {
                throw new IllegalStateException("The backup is opened before the database is");
            }
            long rows = opened.restore(connection, table -> err.println("Reading " + table));
            out.println("Read " + rows + " rows of the backup of " + opened.made() + ".");
            boolean fine = Proof.print(List.of(Checkpoint.read(opened.checkpoint())), out);
            out.println(fine ? "The restore is complete." : "Keep the backup, and do not use this folder.");
            return fine ? 0 : 1;
        } catch (BackupReader.Unusable e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
