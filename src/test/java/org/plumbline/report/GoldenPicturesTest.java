package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of fixed samples look as they were looked at and found good. */
class GoldenPicturesTest {
    private static final ReportPrinter PRINTER = new ReportPrinter();

    enum Picture {
        ASSESSMENT_COVER(() -> PRINTER.print(SampleReport.middling(), Print.SIGNED), 0),
        ASSESSMENT_SUMMARY(() -> PRINTER.print(SampleReport.middling(), Print.SIGNED), 1),
        ASSESSMENT_FAILED(() -> PRINTER.print(SampleReport.middling(), Print.SIGNED), 4),
        PAPER_HEAD(() -> PRINTER.print(SamplePaper.middling(), Print.SIGNED), 0),
        PAPER_ROWS(() -> PRINTER.print(SamplePaper.middling(), Print.SIGNED), 1),
        PAPER_EMPTY(() -> PRINTER.print(SamplePaper.empty(), Print.SIGNED), 0);

        private final Supplier<byte[]> pdf;
        private final int page;

        Picture(Supplier<byte[]> pdf, int page) {
            this.pdf = pdf;
            this.page = page;
        }

        String file() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_look_as_they_did(Picture picture) throws IOException {
        Golden.check(picture.file(), picture.pdf.get(), picture.page);
    }

    @Test
    void a_paper_of_extremes_is_an_archive_that_copies_right() throws Exception {
        byte[] pdf = PRINTER.print(SamplePaper.extreme(), Print.SIGNED);
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports/paper-extreme.pdf"), pdf);
        Archive.check(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("龘㐀𠮷", "龘㐀𠮷500", "99999999999999");
            // A page may end in the middle of a sentence, so its first character is counted.
            assertThat(text.chars().filter(c -> c == '很').count())
                    .as("nothing is cut off")
                    .isGreaterThanOrEqualTo(333);
        }
    }
}
