package org.plumbline.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is brought as a backup: it is unusable and says why, or names all that a restore asks of it. */
class BackupReaderFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    @FuzzTest(maxDuration = "2m")
    void bytes_are_a_backup_or_unusable(byte[] bytes) throws IOException {
        Path file = folder.resolve("bytes.zip");
        Files.write(file, bytes);
        read(file);
    }

    /** The first line is the name of a key, the rest the manifest. */
    @FuzzTest(maxDuration = "2m")
    void a_manifest_is_whole_or_the_backup_unusable(byte[] bytes) throws IOException {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        Path file = folder.resolve("manifest.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "manifest.json", parts.length < 2 ? "" : parts[1]);
            put(zip, "tables/a.csv", "a,b\n1,2\n");
            put(zip, "keys/" + parts[0], "key");
        } catch (IllegalArgumentException | IOException unwritten) {
            return;
        }
        read(file);
    }

    private static void read(Path file) {
        assertTimeout(SOON, () -> {
            Path data = Files.createTempDirectory(folder, "data");
            try (BackupReader reader = BackupReader.open(file)) {
                assertThat(List.of(reader.base(), reader.made(), reader.checkpoint()))
                        .doesNotContain("");
                reader.restoreKeys(data.resolve("keys"));
            } catch (BackupReader.Unusable refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } finally {
                clear(data);
            }
        });
    }

    /** Restored keys stand in their folder and nowhere else. */
    private static void clear(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).isSubsetOf("bytes.zip", "manifest.zip");
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
