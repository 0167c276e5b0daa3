package org.plumbline.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** An address as a QR code (ISO/IEC 18004), drawn as vectors into the box of an image element; it stands a copy or a crease. */
public final class QrCode extends AbstractRenderer implements Graphics2DRenderable {
    private static final long serialVersionUID = 1L;
    /** The quiet zone that the norm asks for, in modules. */
    private static final int QUIET = 4;

    private final transient BitMatrix modules;

    QrCode(String address) {
        try {
            modules = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    QUIET));
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds an address as long as " + address, e);
        }
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D g, Rectangle2D box) {
        double module = Math.min(box.getWidth(), box.getHeight()) / modules.getWidth();
        // One path, so that no viewer draws hair lines between modules.
        var dark = new Path2D.Double();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    dark.append(
                            new Rectangle2D.Double(box.getX() + x * module, box.getY() + y * module, module, module),
                            false);
                }
            }
        }
        g.setColor(Color.BLACK);
        g.fill(dark);
    }
}
