package org.plumbline.cli;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.account.Act;
import org.plumbline.account.Actor;
import org.plumbline.account.audit.Audit;
import org.plumbline.account.audit.Deed;
import org.plumbline.cli.database.Database;
import org.plumbline.ledger.StorageFault;
import picocli.CommandLine.Option;

/**
 * A command that works on the record: opens the data folder's database (or shares that of the server that runs on it), starts
 * Quarkus without HTTP, and does its {@link #work}.
 */
abstract class DatabaseCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    private @Nullable Database database;

    /** The command's name, told to others who want the folder meanwhile. */
    abstract String name();

    /**
     * What the command does, with Quarkus up: beans by {@code CDI.current().select(Type.class).get()}.
     *
     * @return the exit code
     */
    abstract int work() throws Exception;

    /** Whether the command may be the first to work on a data folder, and so makes one where there is none. */
    boolean begins() {
        return false;
    }

    /** Insists that the act is allowed everywhere, and notes in the audit trail that it is done. */
    static void note(Actor by, Act act, String deed) {
        by.requireEverywhere(act);
        CDI.current().select(Audit.class).get().note(by.login(), by.address(), new Deed(deed, ""));
    }

    /** What has to be done before the database is opened. */
    void prepare() throws Exception {}

    /** The database that is open while the command works. */
    final Database database() {
        Database opened = database;
        if (opened == null) {
            throw new IllegalStateException("The database is open only while the command works");
        }
        return opened;
    }

    @Override
    public final Integer call() throws Exception {
        System.setProperty("quarkus.http.host-enabled", "false");
        if (!begins() && !Files.isDirectory(data) && !Database.configured()) {
            throw new CommandFailure(
                    "There is no data folder " + data + ": name the one to work on with --data. A first"
                            + " `plumbline serve` or `plumbline import` makes one.");
        }
        Keys.keepIn(data);
        prepare();
        try (Database opened = Database.open(data, name())) {
            database = opened;
            return Boot.run(this::work);
        } catch (RuntimeException e) {
            StorageFault fault = StorageFault.of(e).orElse(null);
            if (fault != null) {
                throw new CommandFailure(
                        (fault == StorageFault.FULL ? "The disk is full" : "The database was lost")
                                + " while `plumbline "
                                + name() + "` worked. What was answered is kept, nothing else was recorded; "
                                + (fault == StorageFault.FULL ? "make room and " : "") + "run the"
                                + " same command again, nothing is taken twice.",
                        e);
            }
            throw e;
        }
    }
}
