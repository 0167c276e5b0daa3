package org.plumbline.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.plumbline.publication.snapshot.Books;
import org.plumbline.rdf.Sources;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** The catalogue of indicators, and what its reader says of a wrong one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorReaderTest {
    private static final String HEAD = """
            @prefix ind: <https://w3id.org/plumbline/indicator#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            ind:T a pl:Topic ; skos:prefLabel "组"@zh , "Topic"@en .
            ind:X01 a pl:Indicator ; skos:notation "X01" ; pl:topic ind:T ; pl:cycle "P1Y" ;
              skos:prefLabel "名"@zh , "Name"@en ; skos:definition "义"@zh , "Meaning"@en ;
            """;
    private static final String MEASURE = """
            ind:X01-a skos:prefLabel "名"@zh , "Name"@en ; pl:formula "式"@zh , "formula"@en ;
              pl:form pl:ShareForm ; pl:decimals 1 ; pl:compute""";

    private static Edition edition;

    @BeforeAll
    static void read() throws IOException {
        edition = Linter.lint(StandardFolder.of(Path.of("standards/model-station/2026")))
                .edition();
    }

    @Test
    void the_catalogue_has_all_thirty_four_and_says_of_each_what_is_missing() throws IOException {
        Sources sources = new Sources();
        StandardFolder.packedAndOwn("indicators", null)
                .forEach((name, bytes) -> sources.read(name, bytes, IndicatorBook.NS));
        List<Indicator> indicators = new IndicatorReader(sources, edition.book()).indicators();
        TreeSet<String> numbers = new TreeSet<>();
        for (int i = 1; i <= 34; i++) {
            numbers.add("I%02d".formatted(i));
        }
        assertThat(indicators).extracting(Indicator::notation).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(indicators.stream().filter(one -> !one.measured()).map(Indicator::notation))
                .containsExactlyInAnyOrder("I08", "I09", "I14", "I17", "I18");
        List<String> measures = indicators.stream()
                .flatMap(one -> one.measures().stream())
                .map(Measure::id)
                .toList();
        assertThat(measures).doesNotHaveDuplicates();
        Contributions contributions = new Contributions(edition.rulebook());
        assertThat(indicators.stream()
                        .flatMap(one -> one.measures().stream())
                        .filter(measure -> !contributions.gives(measure.computation()))
                        .map(Measure::id))
                .as("measures whose facts the model standard does not read")
                .isEmpty();
    }

    @Test
    void an_indicator_without_figure_must_say_what_it_waits_for() {
        refused(HEAD + "  pl:anchor \"参\"@zh , \"compare\"@en .", "own.ttl:6: ", "Say what it waits for");
    }

    @Test
    void a_fact_that_is_none_is_named() {
        refused(
                HEAD + "  pl:measure ind:X01-a .\n" + MEASURE + " [ a pl:Mean ; pl:fact f:nothing ] .",
                "own.ttl:",
                "which is no fact");
    }

    @Test
    void no_figure_rests_on_what_is_not_public() {
        String turtle = HEAD + "  pl:measure ind:X01-a .\n" + MEASURE + " [ a pl:Mean ; pl:fact f:openHoursWeek ] .";
        assertThat(reader(turtle, edition.book()).indicators()).hasSize(1);
        assertThatThrownBy(() -> reader(turtle, Books.with(edition.book(), "openHoursWeek", "Restricted"))
                        .indicators())
                .hasMessageContaining("f:openHoursWeek is not public");
    }

    @Test
    void a_missing_language_is_told() {
        refused(HEAD + "  pl:lacks \"缺\"@zh .", "own.ttl:6: ", "lacks is missing in en");
    }

    @Test
    void an_unknown_way_of_computing_is_told() {
        refused(
                HEAD + "  pl:measure ind:X01-a .\n" + MEASURE + " [ a pl:Median ; pl:fact f:floorArea ] .",
                "own.ttl:",
                "pl:Median is no way");
    }

    private static void refused(String turtle, String... words) {
        var thrown = assertThatThrownBy(() -> reader(turtle, edition.book()).indicators())
                .isInstanceOf(IndicatorReader.Broken.class);
        for (String word : words) {
            thrown.hasMessageContaining(word);
        }
    }

    private static IndicatorReader reader(String turtle, FactBook book) {
        Sources sources = new Sources();
        sources.read("own.ttl", turtle.getBytes(StandardCharsets.UTF_8), IndicatorBook.NS);
        return new IndicatorReader(sources, book);
    }
}
