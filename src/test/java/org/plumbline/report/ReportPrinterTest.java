package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportPrinterTest {

    private static final ReportPrinter PRINTER = new ReportPrinter();
    private static final Map<Case, byte[]> PRINTED = new ConcurrentHashMap<>();

    /** The reports that every test of the file format is held against. */
    enum Case {
        MIDDLING(SampleReport::middling),
        NOTHING_FAILED(SampleReport::nothingFailed),
        ALL_FAILED(SampleReport::allFailed),
        VERY_LONG(SampleReport::veryLong);

        private final Supplier<AssessmentReport> report;

        Case(Supplier<AssessmentReport> report) {
            this.report = report;
        }

        /** The printed file, also left in {@code target/reports/} to be looked at. */
        byte[] pdf() {
            return PRINTED.computeIfAbsent(this, c -> {
                var bytes = PRINTER.print(c.report.get(), Print.SIGNED);
                try {
                    Files.createDirectories(Path.of("target/reports"));
                    Files.write(Path.of("target/reports", c.name().toLowerCase(java.util.Locale.ROOT) + ".pdf"), bytes);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return bytes;
            });
        }

        PDDocument open() throws IOException {
            return Loader.loadPDF(pdf());
        }

        String text() throws IOException {
            try (var document = open()) {
                return new PDFTextStripper().getText(document);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_valid_PDF_A_3a_and_PDF_UA_1(Case sample) throws Exception {
        Archive.check(sample.pdf());
    }

    @ParameterizedTest
    @EnumSource
    void carries_the_json_ld_as_its_data(Case sample) throws IOException {
        try (var document = sample.open()) {
            var catalog = document.getDocumentCatalog();
            var file = catalog.getNames().getEmbeddedFiles().getNames().get("assessment.jsonld");
            assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
                    .isEqualTo(sample.report.get().jsonLd());
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/ld+json");
            assertThat(file.getCOSObject().getNameAsString(COSName.getPDFName("AFRelationship")))
                    .isEqualTo("Data");
            assertThat(catalog.getCOSObject()
                            .getCOSArray(COSName.getPDFName("AF"))
                            .getObject(0))
                    .isEqualTo(file.getCOSObject());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_page_says_what_it_belongs_to(Case sample) throws IOException {
        var report = sample.report.get();
        try (var document = sample.open()) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document);
                assertThat(text)
                        .contains("第 " + page + " 页，共 " + pages + " 页", "Page " + page + " of " + pages)
                        .contains(
                                report.site().name().zh(),
                                report.site().name().en(),
                                report.onDate().toString());
                assertThat(text.contains("Synthetic demonstration facts") && text.contains("演示数据"))
                        .as("synthetic line on page %d", page)
                        .isEqualTo(report.synthetic() != null);
            }
        }
    }

    @Test
    void takes_as_many_pages_as_the_content_needs() throws IOException {
        assertThat(pages(Case.MIDDLING)).isBetween(11, 15);
        assertThat(pages(Case.NOTHING_FAILED)).isBetween(8, 12);
        assertThat(pages(Case.ALL_FAILED)).isBetween(22, 34);
        assertThat(pages(Case.VERY_LONG)).isGreaterThan(15);
    }

    private static int pages(Case sample) throws IOException {
        try (var document = sample.open()) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void names_result_standard_and_how_to_check_it() throws IOException {
        var report = SampleReport.middling();
        assertThat(Case.MIDDLING.text())
                .contains(
                        report.title().zh(),
                        report.title().en(),
                        report.number(),
                        report.site().code())
                .contains("68.07", "68.07 – 77.24", "不达标", "Not compliant", "暂定结果", "Provisional")
                .contains("下降 4.34 分", "Down 4.34 points", "PL/MS 001—2026", "A model standard")
                .contains(report.proof().rulebook(), report.proof().checkpoint(), "18342", "--on 2026-11-01");
    }

    @Test
    void each_failed_clause_shows_gap_deadline_facts_and_basis() throws IOException {
        var text = Case.MIDDLING.text().replaceAll("\\s+", "");
        assertThat(SampleReport.middling().failures()).hasSize(14).allSatisfy(f -> {
            assertThat(text)
                    .contains(
                            squeezed(f.gap().zh()),
                            squeezed(f.gap().en()),
                            squeezed(f.due().toString()));
            assertThat(text)
                    .contains(
                            squeezed(f.text().zh()),
                            squeezed(f.plain().zh()),
                            squeezed(f.basis().getFirst().zh()));
            assertThat(f.facts())
                    .allSatisfy(fact -> assertThat(text)
                            .contains(
                                    squeezed(fact.fact().zh()),
                                    squeezed(fact.value().zh())));
        });
    }

    @Test
    void what_is_open_is_never_called_failed() throws IOException {
        var report = SampleReport.middling();
        var text = Case.MIDDLING.text().replaceAll("\\s+", "");
        assertThat(report.open())
                .allSatisfy(o -> assertThat(text).contains(squeezed(o.reason().zh())));
        assertThat(text).contains("未测Untested：缺少事实", "无法判定Cannottell：");
    }

    @Test
    void says_so_when_nothing_failed_and_nothing_is_open() throws IOException {
        assertThat(Case.NOTHING_FAILED.text())
                .contains("没有不符合项。", "No clause failed.", "没有未决条款。", "No clause is open.", "★★★★★", "100.00")
                .contains("首轮评估", "无需整改。")
                .doesNotContain("Provisional");
    }

    @Test
    void long_texts_and_odd_characters_are_printed_whole() throws IOException {
        var text = Case.VERY_LONG.text().replaceAll("\\s+", "");
        assertThat(text).contains("整改说明<b>很长</b>，含有&符号", "A<b>very</b>longnote&more,withabell;");
        int sentences = text.split("应当逐条核对现场记录与台账。", -1).length - 1;
        assertThat(sentences).isGreaterThan(100 * 4);
    }

    @Test
    void a_report_without_a_score_can_be_printed() throws IOException {
        var r = SampleReport.nothingFailed();
        var none = new AssessmentReport.Result(
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                BigDecimal.ZERO,
                new Words("无适用条款", "no clause applies"),
                null,
                List.of(),
                List.of(),
                List.of(new Words("建筑面积", "Floor area")),
                null);
        var report = new AssessmentReport(
                r.title(),
                r.number(),
                r.issuer(),
                r.site(),
                r.standard(),
                r.onDate(),
                none,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                r.proof(),
                r.jsonLd(),
                null);
        try (var document = Loader.loadPDF(PRINTER.print(report, Print.SIGNED))) {
            assertThat(new PDFTextStripper().getText(document)).contains("未评级", "Not scored", "未使用事实。");
        }
    }

    @Test
    void the_same_report_gives_the_same_bytes_from_any_printer() {
        assertThat(new ReportPrinter().print(SampleReport.middling(), Print.SIGNED))
                .isEqualTo(Case.MIDDLING.pdf());
    }

    @Test
    void is_of_a_size_that_can_be_mailed() {
        assertThat(Case.MIDDLING.pdf().length).isLessThan(500_000);
    }

    @Test
    void a_table_over_several_pages_is_one_table_with_headed_rows_and_columns() throws IOException {
        try (var document = Case.MIDDLING.open()) {
            var tables = new ArrayList<PDStructureElement>();
            elements(document.getDocumentCatalog().getStructureTreeRoot(), "Table", tables);
            var rows = tables.stream().map(t -> t.getKids().size()).toList();
            // summary, chapters, outcomes, facts, verification; heading rows included
            assertThat(rows).containsExactly(8, 11, 91, 73, 8);
            for (var table : tables) {
                var cells = new ArrayList<PDStructureElement>();
                elements(table, "TH", cells);
                assertThat(cells)
                        .isNotEmpty()
                        .allSatisfy(cell -> assertThat(cell.getCOSObject()
                                        .getCOSDictionary(COSName.A)
                                        .getNameAsString(COSName.getPDFName("Scope")))
                                .isIn("Column", "Row"));
            }
        }
    }

    @Test
    void english_lines_are_marked_as_english() throws IOException {
        try (var document = Case.MIDDLING.open()) {
            var paragraphs = new ArrayList<PDStructureElement>();
            elements(document.getDocumentCatalog().getStructureTreeRoot(), "P", paragraphs);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(paragraphs.stream()
                            .filter(p -> "en".equals(p.getLanguage()))
                            .count())
                    .isBetween(150L, (long) paragraphs.size() / 2);
        }
    }

    @Test
    void headings_go_down_one_level_at_a_time() throws IOException {
        try (var document = Case.MIDDLING.open()) {
            var root = document.getDocumentCatalog().getStructureTreeRoot();
            assertThat(count(root, "H1")).isEqualTo(1);
            assertThat(count(root, "H2")).isEqualTo(7);
            assertThat(count(root, "H3")).isEqualTo(14 + 8);
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(7);
        }
    }

    private static int count(PDStructureNode node, String type) {
        var found = new ArrayList<PDStructureElement>();
        elements(node, type, found);
        return found.size();
    }

    private static void elements(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals(type)) {
                    found.add(element);
                }
                elements(element, type, found);
            }
        }
    }

    /** Without white space and with straight quotes, as the text is found in the file whatever its lines. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
