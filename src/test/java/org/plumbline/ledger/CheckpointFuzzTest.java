package org.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.signature.Signer;

/** Whatever is brought as a checkpoint: it is none, or it is compared and its verdict told in one line. */
class CheckpointFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path keys;

    @FuzzTest(maxDuration = "2m")
    void a_checkpoint_is_none_or_compared(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTimeout(SOON, () -> {
            Checkpoint checkpoint;
            try {
                checkpoint = Checkpoint.read(text);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).startsWith("No checkpoint").doesNotContainPattern("\\p{Cntrl}");
                return;
            }
            assertThat(Checkpoint.read(checkpoint.json())).isEqualTo(checkpoint);
            for (String base : List.of("https://data.example.org/", checkpoint.base())) {
                Verification verification = new Verifier(base, new Signer(keys), hashes -> List.of())
                        .walk(Stream.empty(), List.of(checkpoint));
                assertThat(verification.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.message()).doesNotContainPattern("\\p{Cntrl}"));
            }
        });
    }
}
