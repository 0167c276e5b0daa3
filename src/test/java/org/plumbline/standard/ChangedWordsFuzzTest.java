package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A sound edition in which some words are changed for others: lint says what is wrong with it, whatever they are. */
class ChangedWordsFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CHANGE = 5;
    private static final int MOST = 8;
    private static final Pattern WORD =
            Pattern.compile("\"[^\"]*\"(?:@\\w+|\\^\\^\\S+)?|<[^>]*>|[\\[\\]();,]|[^\\s\\[\\]();,]+");

    /** What people write by mistake, and what no reader may take for granted. */
    private static final List<String> ODD = List.of(
            "[]",
            "()",
            "_:a",
            "<>",
            "\"x\"",
            "\"\"@zh",
            "\"2026-13-45\"",
            "\"2026-10-01\"",
            "\"P1D\"",
            "\"?area / ?age\"",
            "\"?double + 1\"",
            "\"EXISTS { ?s ?p ?o }\"",
            "\"(\"",
            "1",
            "-1",
            "0.5",
            "1e3",
            "99999999999999999999",
            "true",
            "a",
            "f:nothing",
            "f:room",
            "f:Room",
            "c:k9",
            "sh:not",
            "sh:or",
            "sh:in",
            "sh:qualifiedValueShape",
            "sh:minCount",
            "pl:count",
            "pl:judged",
            "pl:grading",
            "pl:validFor",
            "pl:across",
            "pl:heldBy",
            "pl:keyedBy",
            "pl:WorkingCalendar",
            "pl:year",
            "pl:holiday",
            "pl:gate",
            "pl:onDate",
            "pl:expectScore",
            "pl:observation",
            "<<( _:a a f:P )>>");

    private final List<String> files =
            List.copyOf(new TreeSet<>(SoundEdition.files().keySet()));
    private final List<String> pool = pool();

    /** Five bytes a change: file and kind of change, where, and by which word. */
    @FuzzTest(maxDuration = "2m")
    void changed_words_are_sound_or_lint_tells(byte[] bytes) {
        Map<String, List<String>> changed = new TreeMap<>();
        SoundEdition.files().forEach((name, text) -> changed.put(name, words(text)));
        for (int i = 0; i + CHANGE <= Math.min(bytes.length, CHANGE * MOST); i += CHANGE) {
            List<String> words = changed.get(files.get((bytes[i] & 3) % files.size()));
            int at = number(bytes, i + 1) % words.size();
            String word = pool.get(number(bytes, i + 3) % pool.size());
            switch (bytes[i] >> 2 & 3) {
                case 0, 1 -> words.set(at, word);
                case 2 -> words.add(at, word);
                default -> words.remove(at);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        changed.forEach((name, words) -> texts.put(name, String.join(" ", words) + "\n"));
        assertTimeout(SOON, () -> {
            Linter.Result result = SoundEdition.lint(texts);
            assertThat(result.findings())
                    .as("%s", texts)
                    .allSatisfy(finding -> assertThat(finding.toString()).isNotBlank());
            assertThat(result.fine() || !result.findings().isEmpty()).isTrue();
        });
    }

    private static int number(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    private List<String> pool() {
        TreeSet<String> all = new TreeSet<>(ODD);
        SoundEdition.files().values().forEach(text -> all.addAll(words(text)));
        return List.copyOf(all);
    }

    private static List<String> words(String text) {
        return new ArrayList<>(
                WORD.matcher(text).results().map(MatchResult::group).toList());
    }
}
