package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.rdf.Sources.Place;

/** What is said of changes that no example notices; that the shipped editions have none is the affair of their own test. */
class MutationsTest {
    private static final String KEY = "public-culture/2026";

    @Test
    void without_examples_every_change_is_missed_and_says_where_its_clause_stands() throws IOException {
        Edition edition = new EditionReader(
                        StandardFolder.folder(KEY, StandardFolder.packed("facts"), StandardFolder.packed(KEY)))
                .read();
        Mutations.Result result = Mutations.run(without(edition));
        assertThat(result.share()).isZero();
        assertThat(result.missed()).hasSize(result.tried()).hasSizeGreaterThan(100);
        for (Mutations.Missed missed : result.missed()) {
            Place written = missed.written();
            if (written == null) {
                assertThat(missed.of()).startsWith("fact f:");
            } else {
                List<String> lines = Files.readAllLines(Path.of("standards", KEY, written.file()));
                assertThat(lines.get((int) written.line() - 1))
                        .startsWith("<" + missed.of().replace(' ', '/') + ">");
            }
        }
    }

    private static Edition without(Edition edition) {
        return new Edition(
                edition.key(),
                edition.iri(),
                edition.number(),
                edition.title(),
                edition.summary(),
                edition.documentType(),
                edition.legalNature(),
                edition.publisher(),
                edition.issued(),
                edition.validFrom(),
                edition.validTo(),
                edition.chapters(),
                edition.provisions(),
                List.of(),
                edition.rulebook(),
                edition.rulebookHash(),
                edition.book(),
                edition.graph(),
                edition.vocabulary());
    }
}
