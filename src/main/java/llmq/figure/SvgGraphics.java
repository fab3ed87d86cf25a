package llmq.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jfree.chart.ChartHints;

/** Writes what is drawn on it as elements of SVG, the same for the same drawing on every machine. */
final class SvgGraphics extends VectorGraphics {
    private final SvgElements out;

    SvgGraphics(Font font, SvgElements out) {
        super(font);
        this.out = out;
    }

    private SvgGraphics(SvgGraphics other) {
        super(other);
        out = other.out;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        if (key == ChartHints.KEY_BEGIN_ELEMENT) {
            out.begin((Map<?, ?>) value);
        } else if (key == ChartHints.KEY_END_ELEMENT) {
            out.end();
        } else {
            super.setRenderingHint(key, value);
        }
    }

    @Override
    public void fill(Shape shape) {
        String geometry = geometry(shape);
        double opacity = opacity();
        if (geometry != null && opacity > 0) {
            StringBuilder paint = new StringBuilder(" fill=\"").append(Svg.color(getColor().getRGB())).append('"');
            appendOpacity(paint, "fill-opacity", opacity);
            if (getRenderingHint(RenderingHints.KEY_ANTIALIASING) == RenderingHints.VALUE_ANTIALIAS_OFF) {
                paint.append(" shape-rendering=\"crispEdges\"");
            }
            out.fill(geometry, paint.toString(), clip(shape, 0));
        }
    }

    @Override
    public void draw(Shape shape) {
        BasicStroke stroke = (BasicStroke) getStroke();
        String geometry = geometry(shape);
        double opacity = opacity();
        if (geometry != null && opacity > 0 && stroke.getLineWidth() > 0) {
            StringBuilder paint = new StringBuilder(" stroke=\"").append(Svg.color(getColor().getRGB())).append('"');
            appendOpacity(paint, "stroke-opacity", opacity);
            appendStroke(paint, stroke);
            out.draw(geometry, paint.toString(), clip(shape, stroke.getLineWidth()));
        }
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank() || opacity() == 0) {
            return;
        }
        Point2D at = transform().transform(new Point2D.Double(x, y), null);
        Font font = getFont();
        StringBuilder element = new StringBuilder("<text x=\"").append(Svg.number(at.getX())).append("\" y=\"")
                .append(Svg.number(at.getY())).append("\" font-size=\"").append(Svg.number(font.getSize2D()))
                .append('"');
        if (Fonts.isBold(font)) {
            element.append(" font-weight=\"700\"");
        }
        appendLength(element, font, text);
        double angle = Math.atan2(transform().getShearY(), transform().getScaleX());
        if (angle != 0) {
            element.append(" transform=\"rotate(").append(Svg.number(Math.toDegrees(angle))).append(' ')
                    .append(Svg.number(at.getX())).append(' ').append(Svg.number(at.getY())).append(")\"");
        }
        element.append(" fill=\"").append(Svg.color(getColor().getRGB())).append('"');
        appendOpacity(element, "fill-opacity", opacity());
        out.add(element.append('>').append(Svg.escape(text)).append("</text>").toString());
    }

    /** A text on a rim in another colour, which keeps it apart from what it crosses. */
    void drawString(String text, float x, float y, Color rim, double width) {
        Color ink = getColor();
        StringBuilder element = new StringBuilder("<text aria-hidden=\"true\" x=\"");
        Point2D at = transform().transform(new Point2D.Double(x, y), null);
        element.append(Svg.number(at.getX())).append("\" y=\"").append(Svg.number(at.getY())).append("\" font-size=\"")
                .append(Svg.number(getFont().getSize2D())).append('"');
        appendLength(element, getFont(), text);
        element.append(" fill=\"").append(Svg.color(rim.getRGB())).append("\" stroke=\"")
                .append(Svg.color(rim.getRGB()))
                .append("\" stroke-width=\"").append(Svg.number(width)).append("\" stroke-linejoin=\"round\">")
                .append(Svg.escape(text)).append("</text>");
        out.add(element.toString());
        setColor(ink);
        drawString(text, x, y);
    }

    /** Whatever font it is read in, it stays as wide as it was placed; but who knows in which signs are that ours lack. */
    private static void appendLength(StringBuilder element, Font font, String text) {
        if (!Fonts.lacks(text)) {
            element.append(" textLength=\"").append(Svg.number(Fonts.width(font, text)))
                    .append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
    }

    private String geometry(Shape shape) {
        return SvgShapes.of(shape, transform());
    }

    private double opacity() {
        double whole = getComposite() instanceof AlphaComposite alpha ? alpha.getAlpha() : 1;
        return whole * getColor().getAlpha() / 255.0;
    }

    private static void appendOpacity(StringBuilder out, String name, double opacity) {
        if (opacity < 1) {
            out.append(' ').append(name).append("=\"").append(Svg.number(opacity)).append('"');
        }
    }

    private void appendStroke(StringBuilder out, BasicStroke stroke) {
        // Drawings are moved and turned, never stretched, so that widths are as they say.
        if (stroke.getLineWidth() != 1) {
            out.append(" stroke-width=\"").append(Svg.number(stroke.getLineWidth())).append('"');
        }
        if (stroke.getDashArray() != null) {
            out.append(" stroke-dasharray=\"");
            for (int i = 0; i < stroke.getDashArray().length; i++) {
                out.append(i == 0 ? "" : " ").append(Svg.number(stroke.getDashArray()[i]));
            }
            out.append('"');
        }
        if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
            out.append(" stroke-linejoin=\"round\"");
        }
        if (stroke.getEndCap() == BasicStroke.CAP_ROUND) {
            out.append(" stroke-linecap=\"round\"");
        }
    }

    /** The clip that a shape needs; {@code null} where it lies within. */
    private String clip(Shape shape, double rim) {
        Shape bounds = clipped();
        if (bounds == null) {
            return null;
        }
        Rectangle2D own = transform().createTransformedShape(shape).getBounds2D();
        double half = rim / 2;
        Rectangle2D all = new Rectangle2D.Double(own.getX() - half, own.getY() - half, own.getWidth() + rim,
                own.getHeight() + rim);
        return all.isEmpty() || !bounds.contains(all) ? SvgShapes.path(bounds, null) : null;
    }
}
