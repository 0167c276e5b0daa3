package org.plumbline.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.publication.snapshot.Publisher;
import org.plumbline.rdf.EARL;
import org.plumbline.report.Archive;
import org.plumbline.report.Golden;
import org.plumbline.standard.Editions;
import org.plumbline.web.Text;

/** The papers about what is published: districts and streets, clauses, standards, indicators. */
@QuarkusTest
class PapersTest {
    private static final String DISTRICT = "310112";

    @Inject
    Fixture fixture;

    @Inject
    Editions editions;

    @Inject
    Publisher publisher;

    @BeforeEach
    void publish() {
        fixture.publish();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/place/" + DISTRICT,
                "/place/" + Fixture.STREET,
                "/indicators",
                "/standard/model-station/2026",
                "/standard/model-station/2026/clause/5.1"
            })
    void each_is_an_archive_that_everybody_can_read(String path) throws Exception {
        byte[] pdf = read(path + ".pdf");
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports", path.substring(1).replace('/', '-') + ".pdf"), pdf);
        Archive.check(pdf);
    }

    @ParameterizedTest
    @CsvSource({
        "place, /place/" + Fixture.STREET + ", 0",
        "indicators, /indicators, 0",
        "standard-cover, /standard/model-station/2026, 0",
        "standard-contents, /standard/model-station/2026, 1",
        "standard-chapter, /standard/model-station/2026, 5",
        "clause, /standard/model-station/2026/clause/5.1, 0"
    })
    void each_looks_as_it_did(String name, String path, int page) throws IOException {
        Golden.check(name, read(path + ".pdf"), page);
    }

    @Test
    void it_says_what_the_page_says() throws IOException {
        String text = text(pdf(Fixture.STREET));
        String page = given().get("/zh/street/" + Fixture.STREET)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("/place/" + Fixture.STREET + ".pdf");
        assertThat(text)
                .contains("标准符合性汇总")
                .contains("星级分布")
                .contains("最常不符合的条款")
                .contains("得分最低的站点")
                .contains(Fixture.FIRST)
                .doesNotContain("个街镇");
        assertThat(text(pdf(DISTRICT))).contains("个街镇").contains(Fixture.STREET.substring(0, 6));
    }

    @Test
    void the_same_paper_has_the_same_bytes() {
        assertThat(pdf(Fixture.STREET)).isEqualTo(pdf(Fixture.STREET + "?edition=model-station%2F2026"));
    }

    @Test
    void what_was_public_before_a_correction_has_its_paper_still() throws IOException {
        Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-3));
        publisher.publish(Fixture.ROUND_TWO, new Text("2026年第二轮", "Round two of 2026"), then, Fixture.PROGRAM);
        fixture.publish();
        String known =
                "?known=" + LocalDate.ofInstant(then.instant(), ZoneOffset.UTC).plusDays(1);
        assertThat(text(pdf(Fixture.STREET + known))).contains("的站点达标").doesNotContain("还没有评估过的站点");
        given().get("/zh/" + known).then().statusCode(200).body(containsString("的站点达标"));
    }

    @Test
    void a_committee_has_no_summary_and_nobody_gets_one_of_nowhere() {
        given().get("/place/" + Fixture.STREET + "198.pdf").then().statusCode(404);
        given().get("/place/999999.pdf").then().statusCode(404);
    }

    @Test
    void a_clause_report_names_the_sites_that_fail() throws IOException {
        assertThat(text(read("/standard/model-station/2026/clause/5.1.pdf")))
                .contains("条款报告")
                .contains("要求与依据")
                .contains("全区结果")
                .contains("不符合的站点");
        given().get("/standard/model-station/2026/clause/99.9.pdf").then().statusCode(404);
    }

    @Test
    void a_clause_report_carries_the_results_of_those_sites() throws IOException {
        Graph data = RDFParser.fromString(attached(read("/standard/model-station/2026/clause/5.1.pdf")), Lang.JSONLD11)
                .toGraph();
        List<String> failed = data.find(Node.ANY, EARL.OUTCOME, EARL.term("failed"))
                .mapWith(one -> one.getSubject().getURI())
                .toList();
        List<String> listed = given().get("/standard/model-station/2026/clause/5.1/failing.json")
                .path("site");
        assertThat(failed).isNotEmpty().hasSameSizeAs(listed);
        assertThat(failed).allMatch(result -> listed.stream().anyMatch(site -> result.contains("/site/" + site + "/")));
        assertThat(data.contains(Node.ANY, EARL.INFO, Node.ANY)).isTrue();
    }

    @Test
    void the_standard_stands_whole_in_its_order() throws IOException {
        String text = text(read("/standard/model-station/2026.pdf"));
        assertThat(text)
                .containsSubsequence(
                        "发布", "实施", "目次", "前言", "1  范围", "2  规范性引用文件", "3  术语和定义", "4  总体要求", "评价与改进", "附录 A");
        editions.list()
                .getFirst()
                .rulebook()
                .clauses()
                .forEach(clause -> assertThat(text).as("a clause is missing").contains(clause.number()));
    }

    @Test
    void the_book_of_indicators_says_what_is_not_measured() throws IOException {
        String text = text(read("/indicators.pdf"));
        assertThat(text).contains("尚未测").contains("阵地覆盖率").contains("I34");
    }

    @Test
    void each_is_a_workbook_too_whose_digits_are_numbers() throws IOException {
        byte[] xlsx = given().get("/place/" + DISTRICT + ".xlsx")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .startsWith("说明 About", "总览", "星级分布")
                    .doesNotHaveDuplicates();
            Sheet bands = workbook.findSheet("星级分布").orElseThrow();
            assertThat(bands.read().get(1).getCellAsNumber(1)).isPresent();
            assertThat(bands.read().get(1).getCellAsNumber(2))
                    .hasValueSatisfying(share -> assertThat(share).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
            assertThat(workbook.findSheet("说明 About").orElseThrow().read().stream()
                            .flatMap(row -> row.stream().map(cell -> String.valueOf(cell.getValue()))))
                    .as("made-up facts are said to be so")
                    .anyMatch(text -> text.contains("合成"));
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(
                given().get("/indicators.xlsx").then().statusCode(200).extract().asByteArray()))) {
            assertThat(workbook.getSheets()
                            .skip(1)
                            .flatMap(PapersTest::rows)
                            .filter(row -> row.getCellText(1).contains("面积"))
                            .filter(row -> row.getCell(2).getType() == CellType.NUMBER))
                    .as("an area with its unit is a number")
                    .isNotEmpty();
        }
        for (String path :
                List.of("/indicators", "/standard/model-station/2026", "/standard/model-station/2026/clause/5.1")) {
            given().get(path + ".xlsx").then().statusCode(200);
        }
    }

    private static Stream<Row> rows(Sheet sheet) {
        try {
            return sheet.read().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pdf(String place) {
        String[] parts = place.split("\\?");
        return read("/place/" + parts[0] + ".pdf" + (parts.length > 1 ? "?" + parts[1] : ""));
    }

    private static byte[] read(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String attached(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new String(
                    document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("data.jsonld")
                            .getEmbeddedFile()
                            .toByteArray(),
                    StandardCharsets.UTF_8);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
