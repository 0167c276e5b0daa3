package org.plumbline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.rulebook.Dates;
import org.plumbline.rulebook.json.Json;
import org.plumbline.rulebook.json.RecordWriter;
import org.plumbline.rulebook.json.RulebookWriter;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Linter;
import org.plumbline.standard.RandomFacts;
import org.plumbline.standard.RandomFacts.Mix;
import org.plumbline.standard.StandardFolder;

/** Every example and a fixed corpus of random records through the JVM and through JavaScript in Chromium: the same bytes. */
class BrowserEvaluatorTest {
    private static final int CORPUS = 1550;
    private static final int BATCH = 100;
    private static final long SEED = 20260601;

    private static Chromium chromium;

    /** One record on one date. */
    private record Case(String name, String record, String onDate) {}

    @BeforeAll
    static void open_a_browser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close_it() {
        chromium.close();
    }

    @Test
    void the_model_standard_gives_the_same_bytes_in_java_and_javascript() throws IOException {
        sameBytes("model-station/2026");
    }

    @Test
    void the_culture_standard_gives_the_same_bytes_in_java_and_javascript() throws IOException {
        sameBytes("public-culture/2026");
    }

    @Test
    void a_broken_record_is_an_error_that_says_what_is_wrong() throws IOException {
        Page page = page(RulebookWriter.write(edition("public-culture/2026").rulebook()), "sha256:0");
        assertThat(
                        page.evaluate(
                                "() => { try { return assess(rulebook, '{', '2026-01-01', hash); } catch (e) { return String(e); } }"))
                .asString()
                .contains("This is not JSON");
    }

    @Test
    void an_assessment_repeats_from_the_facts_that_stand_in_it() throws IOException {
        Edition edition = edition("model-station/2026");
        String rulebook = RulebookWriter.write(edition.rulebook());
        // Examples may state a derived value outright, which no site's record does.
        for (Case one : cases(edition).stream()
                .filter(one -> one.name.startsWith("random"))
                .toList()) {
            String first = BrowserEvaluator.assess(rulebook, one.record, one.onDate, "sha256:0");
            Map<String, Object> published = Json.readObject(first);
            Map<String, Object> judgements = Json.object();
            if (Json.readObject(one.record).get("judgements") instanceof Map<?, ?> stated) {
                String clauses = edition.rulebook().clauseIri("");
                stated.forEach((clause, judgement) ->
                        judgements.put(String.valueOf(clause).substring(clauses.length()), judgement));
            }
            published.put("judgements", judgements);
            published.putIfAbsent("facts", Json.object());
            assertThat(BrowserEvaluator.repeat(rulebook, Json.write(published), "sha256:0"))
                    .as("%s: %s", one.name, one.record)
                    .isEqualTo(first);
        }
    }

    private static void sameBytes(String key) throws IOException {
        Edition edition = edition(key);
        String rulebook = RulebookWriter.write(edition.rulebook());
        List<Case> cases = cases(edition);
        assertThat(cases).hasSizeGreaterThan(CORPUS);
        String hash = "sha256:" + key;
        try (Page page = page(rulebook, hash)) {
            for (int from = 0; from < cases.size(); from += BATCH) {
                List<Case> batch = cases.subList(from, Math.min(from + BATCH, cases.size()));
                List<?> answers = (List<?>) page.evaluate(
                        "cases => cases.map(one => assess(rulebook, one[0], one[1], hash))",
                        batch.stream()
                                .map(one -> List.of(one.record, one.onDate))
                                .toList());
                for (int i = 0; i < batch.size(); i++) {
                    Case one = batch.get(i);
                    assertThat(answers.get(i))
                            .as("%s: %s", one.name, one.record)
                            .isEqualTo(BrowserEvaluator.assess(rulebook, one.record, one.onDate, hash));
                }
            }
        }
    }

    private static List<Case> cases(Edition edition) {
        List<Case> cases = new ArrayList<>();
        edition.examples()
                .forEach(example -> cases.add(new Case(
                        example.name(),
                        RecordWriter.write(example.record(), edition.rulebook()),
                        Dates.iso(example.onDay()))));
        Random random = new Random(SEED);
        RandomFacts facts = new RandomFacts(edition, random);
        for (int i = 0; i < CORPUS; i++) {
            int onDay = Dates.day("2026-06-01") + random.nextInt(400) - 200;
            int siteClass = random.nextInt(edition.rulebook().classes().size());
            Mix mix = i % 2 == 0 ? Mix.WILD : Mix.COMPLETE;
            cases.add(new Case(
                    "random " + i,
                    RecordWriter.write(facts.record("urn:site:" + i, siteClass, onDay, mix), edition.rulebook()),
                    Dates.iso(onDay)));
        }
        return cases;
    }

    private static Edition edition(String key) throws IOException {
        Edition edition = Linter.lint(StandardFolder.of(Path.of("standards", key.split("/"))))
                .edition();
        assertThat(edition).isNotNull();
        return edition;
    }

    private static Page page(String rulebook, String hash) throws IOException {
        Page page = chromium.browser().newPage();
        page.evaluate("""
                async ([source, rulebook, hash]) => {
                  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
                  globalThis.assess = (await import(url)).assess;
                  globalThis.rulebook = rulebook;
                  globalThis.hash = hash;
                }""", List.of(module(), rulebook, hash));
        return page;
    }

    private static String module() throws IOException {
        try (InputStream in = BrowserEvaluator.class.getResourceAsStream("/META-INF/resources/evaluator.js")) {
            assertThat(in)
                    .as(
                            "evaluator.js, which the build compiles with TeaVM in process-classes: run ./mvnw process-classes")
                    .isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
