package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.rulebook.json.RulebookReader;
import org.plumbline.rulebook.json.RulebookWriter;

/** Whatever stands in a standard: lint says what is wrong with it, or it is an edition that can be used. */
class LinterFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @FuzzTest(maxDuration = "2m")
    void clauses_are_sound_or_lint_tells(byte[] bytes) {
        lint("chapter-1.ttl", SoundEdition.BASE, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void an_edition_is_sound_or_lint_tells(byte[] bytes) {
        lint("standard.ttl", SoundEdition.BASE, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void shared_facts_are_sound_or_lint_tells(byte[] bytes) {
        lint("facts/facts.ttl", RandomStandard.PREFIXES, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void examples_are_sound_or_lint_tells(byte[] bytes) {
        lint(
                "examples/1.ttl",
                "@base <https://w3id.org/plumbline/standard/t/1/example/> .\n" + RandomStandard.PREFIXES,
                bytes);
    }

    /** One file of a sound edition replaced; the prefixes stand before, so that seeds show what matters. */
    private static void lint(String file, String head, byte[] bytes) {
        Map<String, byte[]> facts = new TreeMap<>();
        Map<String, byte[]> own = new TreeMap<>();
        Map<String, String> files = new TreeMap<>(SoundEdition.files());
        files.put(file, head + new String(bytes, StandardCharsets.UTF_8));
        files.forEach((name, text) ->
                (name.startsWith("facts/") ? facts : own).put(name, text.getBytes(StandardCharsets.UTF_8)));
        assertTimeout(SOON, () -> {
            Linter.Result result = Linter.lint(StandardFolder.folder("t/1", facts, own));
            assertThat(result.findings())
                    .allSatisfy(finding ->
                            assertThat(finding.toString()).isNotBlank().doesNotContainPattern("\\p{Cntrl}"));
            if (result.fine() && result.edition() != null) {
                String rulebook = RulebookWriter.write(result.edition().rulebook());
                assertThat(RulebookWriter.write(RulebookReader.read(rulebook))).isEqualTo(rulebook);
                result.edition()
                        .examples()
                        .forEach(example -> assertThat(example.record()).isNotNull());
            } else {
                assertThat(result.findings()).isNotEmpty();
            }
        });
    }
}
