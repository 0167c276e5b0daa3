package org.plumbline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plumbline.cli.database.Database;
import picocli.CommandLine.Option;

/**
 * A command that works on the record: opens the data folder's database (or shares that of the server that runs on it), starts
 * Quarkus without HTTP, and does its {@link #work}.
 */
abstract class DatabaseCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    /** The command's name, told to others who want the folder meanwhile. */
    abstract String name();

    /**
     * What the command does, with Quarkus up: beans by {@code CDI.current().select(Type.class).get()}.
     *
     * @return the exit code
     */
    abstract int work() throws Exception;

    @Override
    public final Integer call() throws Exception {
        System.setProperty("quarkus.http.host-enabled", "false");
        Keys.keepIn(data);
        try (Database _ = Database.open(data, name())) {
            return Boot.run(this::work);
        }
    }
}
