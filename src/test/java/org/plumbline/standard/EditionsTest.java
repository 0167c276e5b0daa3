package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A district's own editions beside those packed: what is wrong with one never takes the others away. */
class EditionsTest {
    @TempDir
    Path own;

    @Test
    void an_edition_that_cannot_be_read_is_left_out_with_a_line() throws IOException {
        Files.createDirectories(own.resolve("a/1/standard.ttl"));
        Files.createDirectories(own.resolve("b/1"));
        Files.writeString(own.resolve("b/1/standard.ttl"), "<b> a <<( <c> <d> <e> )>> .");
        Path sound = Path.of("standards", "public-culture", "2026");
        try (Stream<Path> files = Files.walk(sound)) {
            for (Path file : files.toList()) {
                Path copy = own.resolve("c/2026").resolve(sound.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Editions editions = new Editions(() -> Optional.of(own));
        assertThat(editions.find("model-station/2026")).isPresent();
        assertThat(editions.find("c/2026")).isPresent();
        assertThat(editions.leftOut()).hasSize(2);
        assertThat(editions.leftOut().getFirst())
                .startsWith(own.resolve("a/1") + " is not loaded, because it cannot be read");
        assertThat(editions.leftOut().getLast()).contains("standard.ttl:1", "RDF 1.2");
    }

    @Test
    void an_edition_over_which_the_reader_fails_is_left_out_with_a_line() {
        Editions editions = new Editions(Optional::empty);
        Map<String, Editions.Known> all = new LinkedHashMap<>();
        List<Callable<Linter.Result>> readers = List.of(
                () -> {
                    throw new IllegalStateException("one");
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new IOException("three");
                });
        readers.forEach(reader -> editions.addOwn(all, Path.of("own", "1"), reader));
        assertThat(all).isEmpty();
        assertThat(editions.leftOut()).hasSize(3);
        assertThat(editions.leftOut())
                .element(0)
                .asString()
                .contains("own", "IllegalStateException: one", "plumbline lint");
        assertThat(editions.leftOut()).element(1).asString().contains("StackOverflowError");
        assertThat(editions.leftOut()).element(2).asString().endsWith("cannot be read: three");
    }
}
