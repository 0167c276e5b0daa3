package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same report in one language or two, as PDF, DOCX and XLSX; all are left in {@code target/reports} to be looked at. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintTest {
    private static final ReportPrinter PRINTER = new ReportPrinter();
    private static final Path LEFT = Path.of("target/reports");

    @ParameterizedTest
    @EnumSource(
            value = Tongue.class,
            names = {"ZH", "EN"})
    void a_report_in_one_language_is_an_archive_in_that_language(Tongue tongue) throws Exception {
        byte[] pdf = left("site", new Print(Print.Form.PDF, tongue));
        Archive.check(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(tongue == Tongue.EN ? "en" : "zh-CN");
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames())
                    .containsKey("assessment.jsonld");
            String text = new PDFTextStripper().getText(document);
            AssessmentReport sample = SampleReport.middling();
            assertThat(text).contains(sample.standard().number(), sample.site().code());
            sample.chapters()
                    .forEach(chapter -> assertThat(text).containsPattern("(?m)^" + chapter.number() + "\\s+\\S"));
            sample.result()
                    .vetoes()
                    .forEach(veto -> assertThat(tongue == Tongue.EN ? veto.english() : veto.zh())
                            .matches("\\d+(\\.\\d+)+ .+"));
            if (tongue == Tongue.EN) {
                assertThat(text)
                        .contains("Failed clauses and their gaps", "How to verify this report", "Page 1 of ")
                        .doesNotContain("不符合", "摘要", "如何核验", "不达标", "检查员");
            } else {
                assertThat(text)
                        .contains("不符合", "如何核验", "第 1 页，共 ")
                        .doesNotContain("Failed clauses", "How to verify", "Page 1 of", "Not compliant", "inspector");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tongue.class,
            names = {"ZH", "EN"})
    void a_paper_in_one_language_is_an_archive(Tongue tongue) throws Exception {
        Print print = new Print(Print.Form.PDF, tongue);
        byte[] pdf = left("paper", print, PRINTER.print(SamplePaper.middling(), print));
        Archive.check(pdf);
    }

    @ParameterizedTest
    @EnumSource
    void a_document_to_edit_holds_the_words(Tongue tongue) throws IOException {
        String body = part(left("site", new Print(Print.Form.DOCX, tongue)), "word/document.xml");
        assertThat(body.contains("How to verify this report")).isEqualTo(tongue != Tongue.ZH);
        assertThat(body.contains("如何核验")).isEqualTo(tongue != Tongue.EN);
        assertThat(body)
                .as("a document has nothing attached, and a head in its language")
                .doesNotContain("SHA-256", ">: ");
        assertThat(body).contains("68.07", "<w:tblHeader", "w:val=\"Heading1\"");
        AssessmentReport sample = SampleReport.middling();
        assertThat(body.split("w:val=\"Heading2\"", -1))
                .as("a card for each clause that failed or is open")
                .hasSize(1 + sample.failures().size() + sample.open().size());
    }

    @ParameterizedTest
    @EnumSource
    void a_workbook_holds_every_outcome_as_figures(Tongue tongue) throws IOException {
        byte[] bytes = left("site", new Print(Print.Form.XLSX, tongue));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var names = workbook.getSheets().map(sheet -> sheet.getName()).toList();
            assertThat(names).hasSize(7);
            assertThat(names.get(3)).isEqualTo(tongue == Tongue.EN ? "Failed clauses and their gaps" : "不符合项与差距");
            var failed = workbook.getSheet(3).orElseThrow().read();
            assertThat(failed).hasSize(1 + SampleReport.middling().failures().size());
            assertThat(failed.get(1).getCellAsNumber(5).orElseThrow()).isPositive();
            var outcomes = workbook.getSheet(5).orElseThrow().read();
            assertThat(outcomes).hasSize(1 + SampleReport.middling().outcomes().size());
            assertThat(outcomes.get(0).getCellText(3).contains("\n")).isFalse();
        }
    }

    @Test
    void suffixes_name_a_file_and_a_language() {
        assertThat(Print.of("pdf")).isEqualTo(Print.SIGNED);
        assertThat(Print.of("en.docx")).isEqualTo(new Print(Print.Form.DOCX, Tongue.EN));
        assertThat(Print.of("zh.xlsx").suffix()).isEqualTo("zh.xlsx");
        assertThatThrownBy(() -> Print.of("odt")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] left(String name, Print print) throws IOException {
        return left(name, print, PRINTER.print(SampleReport.middling(), print));
    }

    private static byte[] left(String name, Print print, byte[] bytes) throws IOException {
        Files.createDirectories(LEFT);
        Files.write(LEFT.resolve(name + "." + print.suffix()), bytes);
        return bytes;
    }

    private static String part(byte[] bytes, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("There is no " + name);
    }
}
