package org.plumbline.rulebook.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.plumbline.rulebook.Rulebook;

/** Whatever text stands for JSON: it is read as another reader reads it, or refused; and what is read is written the same each time. */
class JsonFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ObjectMapper OTHER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @FuzzTest(maxDuration = "2m")
    void what_is_read_is_json_to_others_too_and_stays_itself(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTimeout(SOON, () -> {
            Object value;
            try {
                value = Json.read(text);
            } catch (Json.Malformed refused) {
                assertThat(refused.getMessage()).startsWith("This is not JSON");
                return;
            }
            assertThatCode(() -> OTHER.readTree(text)).doesNotThrowAnyException();
            String written = Json.write(value);
            assertThat(Json.read(written)).isEqualTo(value);
            assertThat(Json.write(Json.read(written))).isEqualTo(written);
            assertThat(OTHER.readTree(written)).isEqualTo(OTHER.readTree(text));
        });
    }

    @FuzzTest(maxDuration = "2m")
    void a_rulebook_is_read_or_malformed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTimeout(SOON, () -> {
            try {
                Rulebook rulebook = RulebookReader.read(text);
                String written = RulebookWriter.write(rulebook);
                assertThat(RulebookWriter.write(RulebookReader.read(written))).isEqualTo(written);
            } catch (Json.Malformed refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }
}
