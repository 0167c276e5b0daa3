package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.json.Json;
import org.plumbline.standard.Edition;

/** Whatever file of facts is named on the command line: it is refused in words for a person, or each site in it has a verdict. */
class FactsArgumentFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate ON = LocalDate.of(2026, 11, 1);
    private static final Edition EDITION = StandardArgument.edition(Path.of("standards/model-station/2026"));
    private static final Evaluator EVALUATOR = new Evaluator(EDITION.rulebook());

    @TempDir
    static Path folder;

    @FuzzTest(maxDuration = "2m")
    void a_graph_of_facts_is_refused_or_judged(byte[] bytes) throws IOException {
        judge("facts.ttl", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void the_published_data_of_a_site_is_refused_or_judged(byte[] bytes) throws IOException {
        judge("site.json", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void a_sheet_of_facts_is_refused_or_judged(byte[] bytes) throws IOException {
        judge("facts.csv", bytes);
    }

    private static void judge(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        assertTimeout(SOON, () -> {
            try {
                for (FactsArgument.Stated site : FactsArgument.read(file, EDITION, ON, warning -> told(warning))) {
                    assertThat(EVALUATOR.assess(site.record(), (int) ON.toEpochDay()))
                            .isNotNull();
                    assertThat(Json.write(site.provenance())).isNotBlank();
                }
            } catch (CommandFailure refused) {
                told(refused.getMessage());
            }
        });
    }

    /** Lines that no terminal takes for a command. */
    private static void told(String text) {
        assertThat(text).isNotBlank();
        assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
    }
}
