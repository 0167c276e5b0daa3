package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String ADDRESS =
            "https://zhunsheng.example/id/site/310112001012-RS01/assessment/model-station/2026/2026-11-01";

    @Test
    void a_phone_reads_the_address_from_it() throws Exception {
        var picture = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 300);
        new QrCode(ADDRESS)
                .render(DefaultJasperReportsContext.getInstance(), graphics, new Rectangle2D.Double(0, 0, 300, 300));
        assertThat(read(picture)).isEqualTo(ADDRESS);
    }

    @Test
    void the_last_page_of_a_report_leads_to_what_is_published() throws Exception {
        byte[] pdf = new ReportPrinter().print(SampleReport.middling(), Print.SIGNED);
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
            assertThat(read(page)).isEqualTo(SampleReport.middling().proof().address());
        }
    }

    @Test
    void an_address_that_no_code_holds_is_refused() {
        assertThatThrownBy(() -> new QrCode("https://zhunsheng.example/" + "a".repeat(3000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as long as");
    }

    private static String read(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var light = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
