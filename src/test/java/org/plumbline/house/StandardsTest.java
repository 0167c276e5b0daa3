package org.plumbline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.rulebook.Clause;
import org.plumbline.rulebook.Evaluator;
import org.plumbline.rulebook.Fact;
import org.plumbline.rulebook.Outcome;
import org.plumbline.rulebook.Text;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Example;
import org.plumbline.standard.Examples;
import org.plumbline.standard.Finding;
import org.plumbline.standard.Linter;
import org.plumbline.standard.Mutations;
import org.plumbline.standard.StandardFolder;

/** The editions shipped: sound, tested by their examples, and in both languages throughout. */
class StandardsTest {
    private static final List<String> KEYS = List.of("model-station/2026", "public-culture/2026");
    private static final double LEAST_SHARE_NOTICED = 0.95;
    private static final Map<String, Linter.Result> LINTED = new java.util.TreeMap<>();

    @BeforeAll
    static void lint_them() throws IOException {
        for (String key : KEYS) {
            LINTED.put(key, Linter.lint(StandardFolder.of(Path.of("standards").resolve(key))));
        }
    }

    /** One example, by its name. */
    record Case(Edition edition, Example example) {
        @Override
        public String toString() {
            return edition.key() + " " + example.name();
        }
    }

    static Stream<Case> examples() {
        return KEYS.stream()
                .map(StandardsTest::edition)
                .flatMap(edition -> edition.examples().stream().map(example -> new Case(edition, example)));
    }

    private static Edition edition(String key) {
        Edition edition = LINTED.get(key).edition();
        assertThat(edition)
                .as("the edition %s: run ./plumbline lint standards/%s", key, key)
                .isNotNull();
        return edition;
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void lint_finds_no_error(String key) {
        assertThat(LINTED.get(key).findings().stream().filter(Finding::error))
                .as("what ./plumbline lint standards/%s says: mend each line", key)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_example_gets_what_it_expects(Case one) {
        assertThat(Examples.run(one.example, new Evaluator(one.edition.rulebook())))
                .as("correct the clause or the example")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void examples_notice_nearly_every_change_of_a_rule(String key) {
        Mutations.Result result = Mutations.run(edition(key));
        assertThat(result.tried()).isGreaterThan(100);
        assertThat(result.share())
                .as("share of changed rules that an example notices; add examples for %s", result.missed())
                .isGreaterThanOrEqualTo(LEAST_SHARE_NOTICED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void everything_is_said_in_both_languages_and_has_a_basis(String key) {
        Edition edition = edition(key);
        for (int i = 0; i < edition.rulebook().clauses().size(); i++) {
            Clause clause = edition.rulebook().clauses().get(i);
            said(clause.text(), "pl:text of clause " + clause.number());
            said(clause.plain(), "pl:plain of clause " + clause.number());
            assertThat(edition.provisions().get(i).bases())
                    .as("pl:basis of clause %s", clause.number())
                    .isNotEmpty();
        }
        for (Fact fact : edition.rulebook().facts()) {
            said(fact.label(), "label of f:" + fact.name());
        }
        edition.examples().forEach(example -> said(example.label(), "label of example " + example.name()));
        edition.rulebook().bands().forEach(band -> said(band.label(), "label of band " + band.name()));
    }

    private static void said(Text text, String what) {
        assertThat(text.zh()).as("%s in Chinese", what).isNotBlank();
        assertThat(text.en()).as("%s in English", what).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-station/2026", "public-culture/2026"})
    void each_automatic_clause_has_an_example_that_passes_and_one_that_does_not(String key) {
        Edition edition = edition(key);
        for (int i = 0; i < edition.rulebook().clauses().size(); i++) {
            int index = i;
            List<Outcome> expected = edition.examples().stream()
                    .flatMap(example -> example.expectations().stream())
                    .filter(expectation -> expectation.clause() == index)
                    .map(Example.Expectation::outcome)
                    .toList();
            if (edition.rulebook().clauses().get(i).automatic()) {
                assertThat(expected)
                        .as(
                                "examples of clause %s",
                                edition.rulebook().clauses().get(i).number())
                        .contains(Outcome.PASSED)
                        .containsAnyOf(Outcome.FAILED, Outcome.INAPPLICABLE);
            }
        }
    }

    @Test
    void edition_one_has_its_ninety_clauses_and_edition_two_its_twelve_to_fifteen() {
        assertThat(edition(KEYS.get(0)).rulebook().clauses()).hasSize(90);
        assertThat(edition(KEYS.get(1)).rulebook().clauses()).hasSizeBetween(12, 15);
    }
}
