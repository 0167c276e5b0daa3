package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages look as they were looked at and found good: {@code src/test/resources/golden}. After a change that is meant, look at
 * {@code target/golden} and write them anew with {@code -Dtest.jvm=-Dgolden=write}.
 */
class GoldenPicturesTest {
    private static final ReportPrinter PRINTER = new ReportPrinter();
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final float DPI = 45;
    /** Levels of grey by which a point may differ before it counts: edges of letters differ between versions of Java. */
    private static final int LEVELS = 96;

    private static final double MOST_DIFFERING = 0.002;

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
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png";
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_look_as_they_did(Picture picture) throws IOException {
        BufferedImage now;
        try (var document = Loader.loadPDF(picture.pdf.get())) {
            now = new PDFRenderer(document).renderImageWithDPI(picture.page, DPI, ImageType.GRAY);
        }
        Path written = Path.of("target/golden", picture.file());
        Files.createDirectories(written.getParent());
        ImageIO.write(now, "png", written.toFile());
        Path golden = GOLDEN.resolve(picture.file());
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.copy(written, golden, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        BufferedImage before = ImageIO.read(golden.toFile());
        assertThat(now.getWidth()).isEqualTo(before.getWidth());
        assertThat(now.getHeight()).isEqualTo(before.getHeight());
        assertThat(differing(before, now)).as("%s beside %s", written, golden).isLessThan(MOST_DIFFERING);
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

    private static double differing(BufferedImage before, BufferedImage now) {
        long points = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                if (Math.abs(before.getRaster().getSample(x, y, 0)
                                - now.getRaster().getSample(x, y, 0))
                        > LEVELS) {
                    points++;
                }
            }
        }
        return points / (double) (now.getWidth() * now.getHeight());
    }
}
