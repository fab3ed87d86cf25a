package llmq.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/** Keeps the state of a drawing and brings all that can be drawn down to shapes and texts; images are none of it. */
abstract class VectorGraphics extends Graphics2D {
    private final Graphics2D measuring;
    private AffineTransform transform = new AffineTransform();
    private Color color = Color.BLACK;
    private Color background = Color.WHITE;
    private Stroke stroke = new BasicStroke(1);
    private Composite composite = AlphaComposite.SrcOver;
    private Font font;
    private Shape clip;
    private final RenderingHints hints = new RenderingHints(null);

    VectorGraphics(Font font) {
        this.font = font;
        BufferedImage point = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        measuring = point.createGraphics();
        measuring.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        measuring.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    VectorGraphics(VectorGraphics other) {
        measuring = other.measuring;
        transform = new AffineTransform(other.transform);
        color = other.color;
        background = other.background;
        stroke = other.stroke;
        composite = other.composite;
        font = other.font;
        clip = other.clip;
        hints.putAll(other.hints);
    }

    /** Where things really lie. */
    final AffineTransform transform() {
        return transform;
    }

    /** What can be drawn on, where things really lie; {@code null} without bounds. */
    final Shape clipped() {
        return clip;
    }

    @Override
    public final void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public final void translate(int x, int y) {
        transform.translate(x, y);
    }

    @Override
    public final void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public final void rotate(double angle, double x, double y) {
        transform.rotate(angle, x, y);
    }

    @Override
    public final void scale(double x, double y) {
        transform.scale(x, y);
    }

    @Override
    public final void shear(double x, double y) {
        transform.shear(x, y);
    }

    @Override
    public final void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public final void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public final AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public final void setPaint(Paint paint) {
        if (paint instanceof Color plain) {
            color = plain;
        } else if (paint != null) {
            throw new UnsupportedOperationException("only plain colours are drawn, not " + paint);
        }
    }

    @Override
    public final Paint getPaint() {
        return color;
    }

    @Override
    public final void setColor(Color plain) {
        color = plain == null ? color : plain;
    }

    @Override
    public final Color getColor() {
        return color;
    }

    @Override
    public final void setBackground(Color plain) {
        background = plain;
    }

    @Override
    public final Color getBackground() {
        return background;
    }

    @Override
    public final void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public final Stroke getStroke() {
        return stroke;
    }

    @Override
    public final void setComposite(Composite other) {
        composite = other;
    }

    @Override
    public final Composite getComposite() {
        return composite;
    }

    @Override
    public final void setFont(Font other) {
        font = other == null ? font : other;
    }

    @Override
    public final Font getFont() {
        return font;
    }

    @Override
    public final FontRenderContext getFontRenderContext() {
        return Fonts.MEASURE;
    }

    @Override
    public final FontMetrics getFontMetrics(Font other) {
        return measuring.getFontMetrics(other);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        if (value == null) {
            hints.remove(key);
        } else {
            hints.put(key, value);
        }
    }

    @Override
    public final Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public final void setRenderingHints(Map<?, ?> others) {
        hints.clear();
        hints.putAll(others);
    }

    @Override
    public final void addRenderingHints(Map<?, ?> others) {
        hints.putAll(others);
    }

    @Override
    public final RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }

    @Override
    public final void setClip(Shape shape) {
        clip = shape == null ? null : transform.createTransformedShape(shape);
    }

    @Override
    public final void clip(Shape shape) {
        if (shape == null) {
            return;
        }
        Shape own = transform.createTransformedShape(shape);
        if (clip == null) {
            clip = own;
        } else {
            Area common = new Area(clip);
            common.intersect(new Area(own));
            clip = common.isRectangular() ? common.getBounds2D() : common;
        }
    }

    @Override
    public final void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public final void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public final Shape getClip() {
        try {
            return clip == null ? null : transform.createInverse().createTransformedShape(clip);
        } catch (NoninvertibleTransformException flat) {
            return null;
        }
    }

    @Override
    public final Rectangle getClipBounds() {
        Shape own = getClip();
        return own == null ? null : own.getBounds();
    }

    @Override
    public final boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
        return (onStroke ? stroke.createStrokedShape(shape) : shape).intersects(rectangle);
    }

    @Override
    public final GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public final void setPaintMode() {
        composite = AlphaComposite.SrcOver;
    }

    @Override
    public final void setXORMode(Color other) {
        throw new UnsupportedOperationException("nothing is drawn by exclusion");
    }

    @Override
    public final void copyArea(int x, int y, int width, int height, int right, int down) {
        throw new UnsupportedOperationException("nothing is copied");
    }

    @Override
    public final void dispose() {
        // Nothing is held.
    }

    @Override
    public final void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public final void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public final void clearRect(int x, int y, int width, int height) {
        Color before = color;
        color = background;
        fillRect(x, y, width, height);
        color = before;
    }

    @Override
    public final void drawRoundRect(int x, int y, int width, int height, int across, int down) {
        draw(new RoundRectangle2D.Double(x, y, width, height, across, down));
    }

    @Override
    public final void fillRoundRect(int x, int y, int width, int height, int across, int down) {
        fill(new RoundRectangle2D.Double(x, y, width, height, across, down));
    }

    @Override
    public final void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public final void drawArc(int x, int y, int width, int height, int start, int extent) {
        draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
    }

    @Override
    public final void fillArc(int x, int y, int width, int height, int start, int extent) {
        fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
    }

    @Override
    public final void drawPolyline(int[] xs, int[] ys, int count) {
        for (int i = 1; i < count; i++) {
            drawLine(xs[i - 1], ys[i - 1], xs[i], ys[i]);
        }
    }

    @Override
    public final void drawPolygon(int[] xs, int[] ys, int count) {
        draw(new Polygon(xs, ys, count));
    }

    @Override
    public final void fillPolygon(int[] xs, int[] ys, int count) {
        fill(new Polygon(xs, ys, count));
    }

    @Override
    public final void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public final void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public final void drawString(AttributedCharacterIterator text, float x, float y) {
        StringBuilder plain = new StringBuilder();
        for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
            plain.append(c);
        }
        drawString(plain.toString(), x, y);
    }

    private static UnsupportedOperationException noImages() {
        return new UnsupportedOperationException("images are not drawn");
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, Color behind, ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final boolean drawImage(Image image, int x, int y, int width, int height, Color behind,
            ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final boolean drawImage(Image image, int x1, int y1, int x2, int y2, int fromX1, int fromY1, int fromX2,
            int fromY2, ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final boolean drawImage(Image image, int x1, int y1, int x2, int y2, int fromX1, int fromY1, int fromX2,
            int fromY2, Color behind, ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final boolean drawImage(Image image, AffineTransform how, ImageObserver observer) {
        throw noImages();
    }

    @Override
    public final void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        throw noImages();
    }

    @Override
    public final void drawRenderedImage(RenderedImage image, AffineTransform how) {
        throw noImages();
    }

    @Override
    public final void drawRenderableImage(RenderableImage image, AffineTransform how) {
        throw noImages();
    }
}
