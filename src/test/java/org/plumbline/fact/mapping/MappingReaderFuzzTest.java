package org.plumbline.fact.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.MappingFiles;

/** Whatever stands in a file of mappings: it is a mapping, or what is wrong with it is told. */
class MappingReaderFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final FactBook BOOK = book();

    @FuzzTest(maxDuration = "2m")
    void a_mapping_is_sound_or_its_fault_told(byte[] bytes) {
        MappingReader.Result result = assertTimeout(SOON, () -> MappingReader.read("m.ttl", bytes, BOOK));
        assertThat(result.findings())
                .allSatisfy(
                        finding -> assertThat(finding.toString()).isNotBlank().doesNotContainPattern("\\p{Cntrl}"));
        assertThat(result.mappings().isEmpty() && result.findings().isEmpty()).isFalse();
        result.mappings().forEach(mapping -> {
            assertThat(mapping.finder()).isNotNull();
            mapping.columns()
                    .forEach(column -> column.sumOf()
                            .forEach(part -> assertThat(mapping.named(part)).isNotNull()));
        });
    }

    private static FactBook book() {
        try {
            return MappingFiles.facts(Path.of("standards"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
