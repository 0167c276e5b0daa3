package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pictures of pages that were looked at and found good: {@code src/test/resources/golden}. After a change that is meant, look at
 * {@code target/golden} and write them anew with {@code -Dtest.jvm=-Dgolden=write}.
 */
public final class Golden {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final float DPI = 45;
    /** Levels of grey by which a point may differ before it counts: edges of letters differ between versions of Java. */
    private static final int LEVELS = 96;

    private static final double MOST_DIFFERING = 0.002;

    private Golden() {}

    /** Fails when a page, counted from 0, does not look like its picture. */
    public static void check(String name, byte[] pdf, int page) throws IOException {
        BufferedImage now;
        try (var document = Loader.loadPDF(pdf)) {
            now = new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY);
        }
        Path written = Path.of("target/golden", name + ".png");
        Files.createDirectories(written.getParent());
        ImageIO.write(now, "png", written.toFile());
        Path golden = GOLDEN.resolve(name + ".png");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.copy(written, golden, StandardCopyOption.REPLACE_EXISTING);
        }
        BufferedImage before = ImageIO.read(golden.toFile());
        assertThat(now.getWidth()).isEqualTo(before.getWidth());
        assertThat(now.getHeight()).isEqualTo(before.getHeight());
        assertThat(differing(before, now)).as("%s beside %s", written, golden).isLessThan(MOST_DIFFERING);
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
