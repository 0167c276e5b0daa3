package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.cli.Answer.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.rulebook.json.Json;

/** The commands that need no database, each with good and bad input. */
class StandardCommandsTest {
    private static final String STANDARD = "standards/model-station/2026";
    private static final String FACTS = """
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            <https://example.org/id/site/a> a f:RS ; f:floorArea 480 ; f:exits 1 ; f:occupants 80 ; f:storey 1 .
            <https://example.org/id/site/b> a f:AC ; f:floorArea 810 ; pl:observedNone f:closure .
            """;

    @TempDir
    Path folder;

    private Path facts() throws IOException {
        return Files.writeString(folder.resolve("sites.ttl"), FACTS);
    }

    /** Assesses {@link #FACTS} on a fixed day, with {@code more} arguments. */
    private Answer assess(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("assess", "--standard", STANDARD, "--facts", facts().toString(), "--on", "2026-11-01"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void lint_says_that_the_shipped_editions_are_well_formed() {
        Answer answer = run("lint", STANDARD, "standards/public-culture/2026");
        assertThat(answer.out()).contains("0 to mend").contains("90 clauses");
        assertThat(answer.code()).isZero();
    }

    @Test
    void one_site_is_one_object_and_several_are_a_list() throws IOException {
        String one = assess("--site", "a", "--format", "json").out();
        assertThat(Json.readObject(one))
                .containsKeys(
                        "site", "standard", "rulebook", "score", "scoreLow", "scoreHigh", "band", "settles", "clauses");
        assertThat(one).contains("\"vetoes\":[\"8.1\"]").contains("\"shortfall\"");
        String all = assess("--format", "json").out();
        assertThat(all).startsWith("[{");
    }

    @Test
    void every_format_can_be_written() throws IOException {
        for (String format : new String[] {"table", "jsonl", "ttl"}) {
            Answer answer = assess("--format", format);
            assertThat(answer.code()).as(format).isZero();
            assertThat(answer.out()).as(format).contains("site/a");
        }
        Path pdf = folder.resolve("a.pdf");
        Answer answer = assess("--site", "a", "--format", "pdf", "--out", pdf.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        try (var document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("480 m²");
        }
    }

    @Test
    void a_filled_template_is_assessed_like_any_file() throws IOException {
        Path csv = Files.writeString(folder.resolve("facts.csv"), "site,siteClass,floorArea,exits\nx-1,RS,３００,2\n");
        Answer answer = run(
                "assess", "--standard", STANDARD, "--facts", csv.toString(), "--on", "2026-11-01", "--format", "json");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("\"value\":\"300\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing.ttl | - | There is no file",
                "bad.ttl | this is not turtle | This is not Turtle",
                "odd.doc | x | is of a kind that is not read here",
                "none.ttl | <http://a.example/b> <http://a.example/c> 1 . | states facts about no site",
                "wrong.ttl | <http://a.example/b> a <https://w3id.org/plumbline/facts#RS> ; <https://w3id.org/plumbline/facts#florArea> 3 . | Did you mean",
                "empty.csv | '' | empty",
                "type.csv | 'site,siteClass,floorArea\\na,RS,big' | floorArea",
            })
    void unreadable_input_is_one_line_and_exit_code_2(String name, String content, String message) throws IOException {
        Path file = folder.resolve(name);
        if (!content.equals("-")) {
            Files.writeString(file, content.replace("\\n", "\n"));
        }
        Answer answer = run("assess", "--standard", STANDARD, "--facts", file.toString(), "--on", "2026-11-01");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip().lines()).as(answer.err()).hasSize(1);
        assertThat(answer.err()).contains(message);
    }

    @Test
    void a_folder_that_is_no_edition_is_one_line() {
        Answer answer = run("assess", "--standard", "standards/nowhere/1", "--facts", "x.ttl");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("There is no folder");
    }

    @Test
    void the_shapes_and_the_rulebook_can_be_exported() {
        assertThat(run("export", STANDARD, "--shapes").out())
                .contains("a sh:NodeShape")
                .contains("cannot carry");
        assertThat(Json.readObject(run("export", STANDARD, "--json").out())).containsKey("clauses");
    }
}
