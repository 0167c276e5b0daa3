package org.plumbline.house;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.cli.database.Database;

/**
 * The PostgreSQL of all tests: the program's own way to start one, on a folder of this test run. Every {@code @QuarkusTest} has it
 * without asking; a test beside Quarkus calls {@link #database()}.
 */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static @Nullable Database database;

    /** The running database, started when no test has needed it yet; stopped with the JVM. */
    public static synchronized Database database() {
        if (database == null) {
            Path runs = Path.of("target", "test-data");
            deleteFinished(runs);
            Path run = runs.resolve(Long.toString(ProcessHandle.current().pid()));
            database = Database.open(run, Path.of("target", "postgres-bin"), "tests", false);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        }
        return database;
    }

    /** Folders of test runs whose process is gone: each holds some 50 MB. */
    private static void deleteFinished(Path runs) {
        File[] folders = runs.toFile().listFiles();
        for (File folder : folders == null ? new File[0] : folders) {
            if (ProcessHandle.of(Long.parseLong(folder.getName())).isEmpty()) {
                try (Stream<Path> files = Files.walk(folder.toPath())) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public Map<String, String> start() {
        return database().settings();
    }

    /** Quarkus may start again for another test profile: the database outlives it. */
    @Override
    public void stop() {}
}
