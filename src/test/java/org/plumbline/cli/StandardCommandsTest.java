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
                "head.csv | 'site,siteClas,floorArea\\na,RS,300' | did you mean siteClass?",
                "site.csv | 'siet,siteClass,floorArea\\na,RS,300' | Did you mean site by siet?",
                "class.ttl | '@prefix f: <https://w3id.org/plumbline/facts#> .\\n<http://a.example/b> a f:XX ; f:floorArea 3 .' "
                        + "| class.ttl:2: http://a.example/b: f:XX is no class of sites, so that this site would be left out. "
                        + "Use a class of the edition: f:RS, f:VS, f:AC, f:TC.",
                "term.ttl | '@prefix f: <https://w3id.org/plumbline/facts#> .\\n@prefix pl: <https://w3id.org/plumbline/ns#> .\\n"
                        + "<http://a.example/b> a f:RS ;\\n pl:observedNon f:closure .' | term.ttl:4: http://a.example/b: "
                        + "pl:observedNon is not a term",
                "dot.ttl | '@prefix f: <https://w3id.org/plumbline/facts#> .\\n<http://a.example/b> a f:RS\\n f:exits 2 .' "
                        + "| dot.ttl:2: This is not Turtle: ; is missing before f:exits.",
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
    void every_bad_row_of_a_sheet_is_told_on_a_line_of_its_own_up_to_a_limit() throws IOException {
        Path csv = folder.resolve("facts.csv");
        Files.writeString(csv, "site,siteClass,floorArea,exits\na,RS,big,2\nb,RS,300,2\nc,RS,300,two\nd,XX,x,2\n");
        Answer answer = run("assess", "--standard", STANDARD, "--facts", csv.toString(), "--on", "2026-11-01");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("facts.csv:2 column floorArea: ")
                                .contains("write a plain number"),
                        line -> assertThat(line).startsWith("facts.csv:4 column exits: "),
                        line -> assertThat(line)
                                .startsWith("facts.csv:5 column siteClass: ")
                                .contains(" | facts.csv:5 column floorArea: "));
        Files.writeString(csv, "site,siteClass,floorArea\n" + "a,RS,big\n".repeat(50));
        answer = run("assess", "--standard", STANDARD, "--facts", csv.toString(), "--on", "2026-11-01");
        assertThat(answer.err().lines()).hasSize(21).last().asString().startsWith("and 30 more like these.");
    }

    @Test
    void what_is_left_out_of_a_graph_is_told_beside_the_result() throws IOException {
        Path file = Files.writeString(folder.resolve("judged.ttl"), FACTS + """
                @prefix earl: <http://www.w3.org/ns/earl#> .
                @prefix e: <https://w3id.org/plumbline/standard/model-station/> .
                <https://example.org/id/site/a> pl:judgement
                  [ pl:clause <https://w3id.org/plumbline/standard/model-station/2025/clause/12.7> ; pl:outcome earl:passed ] ,
                  [ pl:clause <https://w3id.org/plumbline/standard/model-station/2026/clause/5.1> ; pl:outcome earl:passed ] ;
                  pl:observation [ pl:fact f:floorArea ; pl:value 500 ; pl:observedOn "2026-11-02" ; pl:source pl:Inspector ] ,
                    [ pl:fact f:exits ; pl:value 2 ; pl:observedOn "2027-01-01" ; pl:source pl:Inspector ] .
                """);
        Answer answer = run("assess", "--standard", STANDARD, "--facts", file.toString(), "--on", "2026-11-01");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("score").contains("site/a");
        assertThat(answer.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(file + ":8: warning: https://example.org/id/site/a: ")
                                .contains("2025/clause/12.7", "Did you mean <", "2026/clause/12.7>?"),
                        line -> assertThat(line)
                                .startsWith(file + ":9: warning: ")
                                .contains("Clause 5.1 is decided from facts and not by people"),
                        line -> assertThat(line)
                                .startsWith(file + ": warning: 2 observations dated after 2026-11-01 left out"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pl:clause <https://w3id.org/plumbline/standard/model-station/2026/clause/12.8> | Clause 12.8 is decided from facts
            pl:clause <https://w3id.org/plumbline/standard/model-station/2026/clause/12.70> ; pl:outcome earl:passed | :6: https://example.org/id/site/a: This edition has no clause 12.70, so that its judgement would count nowhere. People judge 12.7. Did you mean 12.7?
            pl:clause <https://w3id.org/plumbline/standard/model-station/2026/clause/12.7> ; pl:outcome earl:pass | Write pl:outcome earl:passed or earl:failed.
            pl:outcome earl:passed | The judgement names no clause
            """)
    void a_judgement_that_cannot_count_is_told(String judgement, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("judged.ttl"),
                FACTS + "@prefix earl: <http://www.w3.org/ns/earl#> .\n<https://example.org/id/site/a> pl:judgement [ "
                        + judgement + " ] .\n");
        Answer answer = run("assess", "--standard", STANDARD, "--facts", file.toString(), "--on", "2026-11-01");
        assertThat(answer.err()).contains(message);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void an_observation_without_a_fact_or_a_day_that_can_be_read_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("a.ttl"), FACTS + """
                <https://example.org/id/site/a> pl:observation [ pl:value 500 ] ,
                  [ pl:fact f:exits ; pl:value 2 ;
                    pl:observedOn "yesterday" ] .
                """);
        Answer answer = run("assess", "--standard", STANDARD, "--facts", file.toString(), "--on", "2026-11-01");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("a.ttl:5: ", "names no fact"),
                        line -> assertThat(line).contains("a.ttl:7: ", "\"yesterday\" is no date"));
    }

    @Test
    void the_mark_of_a_provisional_score_is_explained_once() throws IOException {
        for (String[] sites : new String[][] {{}, {"--site", "a"}}) {
            assertThat(assess(sites).out())
                    .containsOnlyOnce("* provisional: less than 90 % of the points are decided")
                    .contains("No star * ");
        }
    }

    @Test
    void a_format_that_does_not_exist_is_one_line_that_names_those_that_do() throws IOException {
        Answer answer = assess("--format", "xls");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip())
                .isEqualTo(
                        "Invalid value for option '--format': there is no format \"xls\". Write table, json, jsonl, ttl, pdf, docx or xlsx."
                                + " See: plumbline help assess");
        assertThat(assess("--site", "a", "--format", "JSON").out()).startsWith("{");
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
