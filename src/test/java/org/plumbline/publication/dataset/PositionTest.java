package org.plumbline.publication.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.publication.snapshot.Publication;
import org.plumbline.web.Text;

/** When the store of what is public is filled again: whatever it would say otherwise has another number. */
class PositionTest {
    @Test
    void another_publication_ledger_erasure_or_version_of_the_program_is_another_position() {
        long position = PublicDataset.position(publication(7, "ab"), 3, "1.0.0");
        assertThat(position).isPositive().isEqualTo(PublicDataset.position(publication(7, "ab"), 3, "1.0.0"));
        assertThat(Set.of(
                        position,
                        PublicDataset.position(publication(8, "ab"), 3, "1.0.0"),
                        PublicDataset.position(publication(7, "cd"), 3, "1.0.0"),
                        PublicDataset.position(publication(7, "ab"), 4, "1.0.0"),
                        PublicDataset.position(publication(7, "ab"), 3, "1.0.1")))
                .hasSize(5);
    }

    private static Publication publication(long id, String head) {
        return new Publication(
                id,
                LocalDate.of(2026, 11, 1),
                Text.same("2026"),
                Instant.EPOCH,
                1,
                head.repeat(32),
                "{}",
                "1.0.0",
                false);
    }
}
