package org.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * A horizontal bar of parts, drawn as vectors into the box of an image element. The parts differ in pattern as well as in
 * tone, so that they can be told apart in grey print and by colour-blind readers.
 */
public final class StripBar extends AbstractRenderer implements Graphics2DRenderable {

    private static final long serialVersionUID = 1L;
    private static final Color INK = new Color(0x1F, 0x3A, 0x5F);
    private static final Color LOST = new Color(0x9A, 0x2A, 0x2A);
    private static final Color PALE = new Color(0xE6, 0xE9, 0xED);
    private static final Color GREY = new Color(0x6B, 0x74, 0x7E);

    /** How a part is filled. */
    enum Fill {
        /** Full tone: earned, passed. */
        SOLID,
        /** Slanted lines: lost, failed. */
        HATCH,
        /** Dots: open. */
        DOTS,
        /** Pale: does not apply. */
        BLANK
    }

    /** A part and its weight; the weights of a bar add up to its whole length. */
    record Part(double weight, Fill fill) {}

    private final transient List<Part> parts;

    StripBar(List<Part> parts) {
        this.parts = parts;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D g, Rectangle2D box) {
        double total = parts.stream().mapToDouble(Part::weight).sum();
        double x = box.getX();
        for (var part : parts) {
            double width = total == 0 ? 0 : box.getWidth() * part.weight() / total;
            if (width > 0) {
                paint(g, new Rectangle2D.Double(x, box.getY(), width, box.getHeight()), part.fill());
            }
            x += width;
        }
        g.setColor(GREY);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(new Rectangle2D.Double(
                box.getX() + 0.25, box.getY() + 0.25, box.getWidth() - 0.5, box.getHeight() - 0.5));
    }

    private static void paint(Graphics2D g, Rectangle2D part, Fill fill) {
        g.setColor(fill == Fill.SOLID ? INK : fill == Fill.BLANK ? PALE : Color.WHITE);
        g.fill(part);
        Shape clip = g.getClip();
        g.clip(part);
        if (fill == Fill.HATCH) {
            hatch(g, part);
        } else if (fill == Fill.DOTS) {
            dots(g, part);
        }
        g.setClip(clip);
        g.setColor(GREY);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(new Line2D.Double(part.getMaxX(), part.getMinY(), part.getMaxX(), part.getMaxY()));
    }

    private static void hatch(Graphics2D g, Rectangle2D part) {
        g.setColor(LOST);
        g.setStroke(new BasicStroke(0.9f));
        double h = part.getHeight();
        for (double x = part.getMinX() - h; x < part.getMaxX(); x += 3) {
            g.draw(new Line2D.Double(x, part.getMaxY(), x + h, part.getMinY()));
        }
    }

    private static void dots(Graphics2D g, Rectangle2D part) {
        g.setColor(GREY);
        for (double x = part.getMinX() + 1.5; x < part.getMaxX(); x += 3) {
            for (double y = part.getMinY() + 1.5; y < part.getMaxY(); y += 3) {
                g.fill(new Ellipse2D.Double(x - 0.5, y - 0.5, 1, 1));
            }
        }
    }
}
