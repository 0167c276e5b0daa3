package org.plumbline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.plumbline.rulebook.Rulebook;
import org.plumbline.rulebook.SiteRecord;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordReader;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** Whatever record is held against a standard: it is malformed, or has a verdict. */
class BrowserEvaluatorFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Rulebook RULEBOOK = rulebook();
    private static final String JSON = RulebookWriter.write(RULEBOOK);

    @FuzzTest(maxDuration = "2m")
    void a_record_is_malformed_or_has_a_verdict(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTimeout(SOON, () -> {
            try {
                SiteRecord record = new RecordReader(RULEBOOK).read(text);
                String written = RecordWriter.write(record, RULEBOOK);
                assertThat(RecordWriter.write(new RecordReader(RULEBOOK).read(written), RULEBOOK))
                        .isEqualTo(written);
                String assessment = BrowserEvaluator.assess(JSON, text, "2026-11-01", "sha256:0");
                assertThat(Json.write(Json.read(assessment))).isEqualTo(assessment);
            } catch (Json.Malformed refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }

    private static Rulebook rulebook() {
        try {
            return Objects.requireNonNull(Linter.check(StandardFolder.of(Path.of("standards/model-station/2026")))
                            .edition())
                    .rulebook();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
