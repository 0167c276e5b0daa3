package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whatever a browser sends: one of the faces on offer, or none. */
class AcceptFuzzTest {
    private static final List<String> OFFERED = List.of("text/html", "application/json", "text/turtle", "text/csv");

    @FuzzTest(maxDuration = "1m")
    void a_header_asks_for_a_face_on_offer_or_for_none(byte[] bytes) {
        String header = new String(bytes, StandardCharsets.UTF_8);
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(Accept.best(header, OFFERED).map(OFFERED::contains)).isNotEqualTo(Optional.of(false));
            assertThat(Accept.page(header)).isIn(true, false);
            assertThat(Lang.of(header)).isNotNull();
        });
    }
}
