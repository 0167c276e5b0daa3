package org.plumbline.fact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.fact.mapping.Mapping.Use;
import org.plumbline.standard.Edition;
import org.plumbline.standard.FactBook;
import org.plumbline.standard.Finding;
import org.plumbline.standard.Linter;
import org.plumbline.standard.MappingFiles;
import org.plumbline.standard.StandardFolder;

/** Mappings are data, and what is wrong with one is told at its line and column. */
class MappingReaderTest {
    private static final FactBook BOOK = book();
    private static final String HEAD = """
            @base <https://w3id.org/plumbline/mapping/> .
            @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <t> a pl:Mapping , csvw:Schema ; dcterms:title "表"@zh , "Table"@en ;
            """;
    private static final String IDS = """
            [ csvw:title "编号" ; csvw:propertyUrl pl:siteCode ]
            [ csvw:title "日期" ; csvw:propertyUrl pl:observedOn ]
            [ csvw:virtual true ; csvw:propertyUrl pl:source ; csvw:default "Manager" ]
            """;

    @Test
    void the_mappings_packed_with_the_program_are_well_formed() {
        assertThat(MappingFiles.packed()).isNotEmpty();
        MappingFiles.packed().forEach((name, bytes) -> {
            MappingReader.Result result = MappingReader.read(name, bytes, BOOK);
            assertThat(result.findings()).as(name).isEmpty();
            assertThat(result.mappings()).as(name).isNotEmpty();
        });
    }

    @Test
    void the_form_of_the_ministry_has_its_38_columns_and_a_reason_for_each_that_is_left_out() {
        Mapping mapping = MappingReader.read("m.ttl", MappingFiles.packed().get("community-facilities.ttl"), BOOK)
                .mappings()
                .getFirst();
        assertThat(mapping.written()).hasSize(38);
        assertThat(mapping.written().filter(column -> column.use() instanceof Use.Ignored))
                .hasSize(29);
        assertThat(mapping.columns().stream().map(Mapping.Column::fact).filter(fact -> !fact.isEmpty()))
                .containsExactlyInAnyOrder("officeArea", "floorArea", "activityArea");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [ csvw:title "面积" ; csvw:propertyUrl f:flooArea ]            | column 面积: <https://w3id.org/plumbline/facts#flooArea> is no fact of the vocabulary | Did you mean f:floorArea?
            [ csvw:title "面积" ; csvw:propertyUrl f:areaPer100Households ] | column 面积: f:areaPer100Households is computed | Map what it is computed from
            [ csvw:title "座位" ; csvw:propertyUrl f:roomSeats ]           | is a fact of a record, f:Room | Put the column into pl:nested
            [ csvw:title "房间" ; csvw:propertyUrl f:room ]                | lists records | Describe them with pl:nested
            [ csvw:titles "面积" ; csvw:propertyUrl f:floorArea ]          | csvw:titles is not read here | In Turtle CSVW calls it csvw:title.
            [ csvw:title "面积" ]                                          | column 面积: Nothing is made of the column | csvw:suppressOutput true
            [ csvw:title "面积" ; csvw:suppressOutput true ]               | rdfs:comment is missing in zh | Add rdfs:comment
            [ csvw:title "面积" ; csvw:suppressOutput true ; csvw:propertyUrl f:floorArea ; rdfs:comment "a"@zh , "a"@en ] | is left out and stated as well | Remove
            [ csvw:virtual true ; csvw:propertyUrl f:floorArea ]           | column #4: A column that no table has says nothing | Add csvw:default or pl:sumOf
            [ csvw:virtual true ; csvw:propertyUrl f:floorArea ; csvw:default "480" ] | would invent an observation | Remove it
            [ csvw:title "面积" ; csvw:propertyUrl f:floorArea ; csvw:default "0" ] | would invent an observation | Remove it
            [ csvw:title "面积" ; csvw:virtual true ; csvw:propertyUrl f:floorArea ] | A virtual column stands in no table | Remove csvw:title or csvw:virtual
            [ csvw:title "面积" ; csvw:propertyUrl f:floorArea ; pl:factor "many" ] | "many" is no factor | such as 10000
            [ csvw:title "站名" ; csvw:propertyUrl f:siteName ; pl:factor 2 ] | Only a number can be multiplied | Remove pl:factor
            [ csvw:title "演练" ; csvw:propertyUrl f:lastDrill ; csvw:datatype [ csvw:base xsd:date ; csvw:format "YYYY-MM" ] ] | is no format of a date | yyyy年M月d日
            [ csvw:title "演练" ; csvw:propertyUrl f:lastDrill ; csvw:datatype xsd:decimal ] | xsd:decimal is not what is stated here, which is date | Correct or remove it
            [ csvw:title "流线" ; csvw:propertyUrl f:stepFreeRoute ; csvw:datatype [ csvw:base xsd:boolean ; csvw:format "有" ] ] | The format of a boolean is the word for yes | 有|无
            [ csvw:title "等级" ; csvw:propertyUrl f:structuralGrade ; pl:codeList <grades> ] | has no codes in this file | skos:notation
            [ csvw:title "面积" ; csvw:propertyUrl f:floorArea ; pl:codeList <grades> ] | Only codes can be translated | Remove pl:codeList
            [ csvw:title "面积" ; csvw:propertyUrl f:floorArea ] [ csvw:title "面 积" ; csvw:propertyUrl f:openArea ] | has the same head | Say with pl:under
            [ csvw:title "甲" ; csvw:propertyUrl f:floorArea ] [ csvw:title "乙" ; csvw:propertyUrl f:floorArea ] | Another column states the same | pl:sumOf
            [ csvw:name "a" ; csvw:title "甲" ; csvw:propertyUrl f:floorArea ] [ csvw:name "a" ; csvw:title "乙" ; csvw:propertyUrl f:openArea ] | Another column has this name | Give each its own
            [ csvw:virtual true ; csvw:propertyUrl f:floorArea ; pl:sumOf ( "甲" "乙" ) ] | pl:sumOf names "甲", which is no column | Correct the name
            [ csvw:title "甲" ; csvw:propertyUrl f:siteName ] [ csvw:virtual true ; csvw:propertyUrl f:siteName ; pl:sumOf ( "甲" ) ] | A sum is a fact that is a number | csvw:virtual true
            [ csvw:title "站名" ; csvw:propertyUrl pl:siteName ]           | Several columns say which site a row is about | exactly one
            """)
    void what_is_wrong_is_told_with_the_cure(String columns, String what, String cure) {
        List<Finding> findings = findings(IDS + columns.replace("`", ""));
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.error()).isTrue();
            assertThat(finding.toString()).matches("(?s)t\\.ttl:\\d+: .*").contains(what, cure);
        });
    }

    @Test
    void a_finding_stands_at_the_line_of_its_column() {
        assertThat(findings(IDS + "[ csvw:title \"面积\" ;\n  csvw:propertyUrl f:flooArea ]"))
                .first()
                .satisfies(finding -> assertThat(finding.toString()).startsWith("t.ttl:16: column 面积: "));
    }

    @Test
    void where_when_and_who_must_be_said() {
        assertThat(messages("[ csvw:title \"面积\" ; csvw:propertyUrl f:floorArea ]"))
                .anyMatch(message -> message.startsWith("No column says which site"))
                .anyMatch(message -> message.startsWith("No column says on which day"))
                .anyMatch(message -> message.startsWith("No column says whose word"));
        assertThat(messages(IDS.replace("pl:siteCode", "pl:committeeName")))
                .anyMatch(message -> message.startsWith("A committee may have sites of several classes"));
        assertThat(messages(IDS.replace("Manager", "Mayor")))
                .anyMatch(message -> message.contains("\"Mayor\" in column #3 is none of Inspector, Manager"));
    }

    @Test
    void records_are_a_complete_set_or_none() {
        String nested = "[ csvw:virtual true ; csvw:propertyUrl f:roomKind ; csvw:default \"office\" ]";
        assertThat(findings(
                        IDS, "pl:nested ( [ pl:fact f:room ; pl:key \"office\" ; csvw:column ( " + nested + " ) ] ) ;"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("pl:nested f:room: One table states the complete set of f:room", "pl:wholeSet true"));
        assertThat(findings(
                        IDS,
                        "pl:nested ( [ pl:fact f:room ; pl:key \"office\" ; pl:wholeSet true ; csvw:column ( " + nested
                                + " ) ] ) ;"))
                .isEmpty();
        assertThat(findings(
                        IDS,
                        "pl:nested ( [ pl:fact f:activityMonth ; csvw:column ( [ csvw:title \"场次\" ;"
                                + " csvw:propertyUrl f:events ] ) ] ) ;"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("f:monthStart, which is the key"));
        assertThat(findings(IDS, "pl:nested ( [ pl:fact f:floorArea ; csvw:column ( " + nested + " ) ] ) ;"))
                .anySatisfy(finding -> assertThat(finding.message()).contains("lists records"));
    }

    @Test
    void a_file_that_is_no_turtle_or_no_mapping_says_so() {
        assertThat(MappingReader.read("t.ttl", "<a> <b> ".getBytes(StandardCharsets.UTF_8), BOOK)
                        .findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message()).contains("This is not Turtle"));
        assertThat(MappingReader.read("t.ttl", "<a:a> <a:b> <a:c> .".getBytes(StandardCharsets.UTF_8), BOOK)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("holds no mapping"));
    }

    @Test
    void a_mapping_with_an_error_is_not_used() {
        assertThat(read(IDS, "").mappings()).hasSize(1);
        assertThat(read(IDS + "[ csvw:title \"面积\" ]", "").mappings()).isEmpty();
    }

    private static List<String> messages(String columns) {
        return findings(columns).stream().map(Finding::message).toList();
    }

    private static List<Finding> findings(String columns) {
        return findings(columns, "");
    }

    private static List<Finding> findings(String columns, String more) {
        return read(columns, more).findings();
    }

    private static MappingReader.Result read(String columns, String more) {
        String turtle = HEAD + more + "\ncsvw:column (\n" + columns + "\n) .";
        return MappingReader.read("t.ttl", turtle.getBytes(StandardCharsets.UTF_8), BOOK);
    }

    private static FactBook book() {
        try {
            Edition edition = Linter.lint(StandardFolder.of(Path.of("src/test/resources/fact/standards/small/2026")))
                    .edition();
            if (edition == null) {
                throw new IllegalStateException("The small edition is broken");
            }
            return edition.book();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void codes_are_translated_by_their_notation() {
        String columns = IDS + "[ csvw:title \"等级\" ; csvw:propertyUrl f:structuralGrade ; pl:codeList <grades> ]";
        String codes = """
                \n<grade/1> a skos:Concept ; skos:inScheme <grades> ; skos:notation "一级" , "1" ;
                  skos:exactMatch <https://w3id.org/plumbline/code/grade/A> .
                <grade/2> skos:inScheme <grades> ; skos:notation "二级" ; skos:exactMatch %s .
                """;
        String turtle = HEAD + "csvw:column (\n" + columns + "\n) .";
        byte[] fine = (turtle + String.format(codes, "<https://w3id.org/plumbline/code/grade/B>"))
                .getBytes(StandardCharsets.UTF_8);
        MappingReader.Result result = MappingReader.read("t.ttl", fine, BOOK);
        assertThat(result.findings()).isEmpty();
        assertThat(result.mappings().getFirst().named("等级").conversion().codes())
                .isEqualTo(Map.of("一级", "A", "1", "A", "二级", "B"));
        byte[] wrong = (turtle + String.format(codes, "<https://w3id.org/plumbline/code/grade/E>"))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(MappingReader.read("t.ttl", wrong, BOOK).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("a code of the list grade"));
    }
}
