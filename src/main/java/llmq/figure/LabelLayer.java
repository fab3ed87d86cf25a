package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The labels of a panel, placed when it is known where its marks lie. */
final class LabelLayer extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;
    /** More than so many nobody reads. */
    private static final int MOST = 150;
    private static final double SIZE = 10.5;
    /** A text as far from its mark needs a line to it. */
    private static final double FAR = 11;
    private static final double RIM = 2.4;
    private static final double MARGIN = 1;

    private final transient Panel panel;
    private final transient Palette palette;
    private final Font font;
    private final transient List<Label> numbered = new ArrayList<>();
    private int lost;

    LabelLayer(Panel panel, Fonts fonts, Palette palette) {
        this.panel = panel;
        this.palette = palette;
        this.font = fonts.regular(SIZE);
    }

    /** Those whose number stands in the picture, once it is drawn: a key says what they are. */
    List<Label> numbered() {
        return numbered;
    }

    /** How many have no place at all. */
    int lost() {
        return lost;
    }

    @Override
    public void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis x, ValueAxis y, int index,
            PlotRenderingInfo info) {
        numbered.clear();
        LabelPlaces places = new LabelPlaces(area, marks(area, x, y), lines(area, x, y), levels(area, y));
        List<Label> without = new ArrayList<>();
        List<Label> labels = panel.labels();
        for (Label label : labels.subList(0, Math.min(MOST, labels.size()))) {
            if (!draw(g, label, label.text(), false, places, area, x, y)) {
                without.add(label);
            }
        }
        for (Label label : without) {
            String number = Integer.toString(label.number());
            if (draw(g, label, number, false, places, area, x, y)
                    || draw(g, label, number, true, places, area, x, y)) {
                numbered.add(label);
            }
        }
        lost = without.size() - numbered.size() + Math.max(0, labels.size() - MOST);
    }

    private static double across(ValueAxis x, double value, Rectangle2D area) {
        return x.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    private static double down(ValueAxis y, double value, Rectangle2D area) {
        return y.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    /** @param over whether it may take the place of its mark @return whether there was room */
    private boolean draw(Graphics2D g, Label label, String text, boolean over, LabelPlaces places,
            Rectangle2D area, ValueAxis x, ValueAxis y) {
        double atX = across(x, label.x(), area);
        double atY = down(y, label.y(), area);
        double ascent = PowerText.CAPITAL * SIZE + 1;
        double height = ascent + 0.22 * SIZE;
        double width = Fonts.width(font, text) + 2 * MARGIN;
        Rectangle2D box = over ? places.over(atX, atY, width, height + MARGIN)
                : places.place(atX, atY, radius(label), width, height + MARGIN);
        if (box == null) {
            return false;
        }
        Hook.begin(g, "class", "label", "data-row", Integer.toString(label.row()), "data-x", Svg.number(atX),
                "data-y", Svg.number(atY));
        leader(g, atX, atY, radius(label), box);
        write(g, text, (float) (box.getX() + MARGIN), (float) (box.getY() + MARGIN / 2 + ascent));
        Hook.end(g);
        return true;
    }

    private void leader(Graphics2D g, double x, double y, double radius, Rectangle2D box) {
        double endX = LabelPlaces.near(x, box.getMinX(), box.getMaxX());
        double endY = LabelPlaces.near(y, box.getMinY(), box.getMaxY());
        double length = Math.hypot(endX - x, endY - y);
        double start = radius + 0.5;
        if (length > FAR + radius - 4) {
            g.setPaint(palette.soft());
            g.setStroke(new BasicStroke(0.7f));
            g.draw(new Line2D.Double(x + (endX - x) * start / length, y + (endY - y) * start / length, endX, endY));
        }
    }

    private void write(Graphics2D g, String text, float x, float y) {
        g.setFont(font);
        g.setPaint(palette.ink());
        if (g instanceof SvgGraphics svg) {
            svg.drawString(text, x, y, palette.paper(), RIM);
            return;
        }
        Shape outline = font.createGlyphVector(Fonts.MEASURE, text).getOutline(x, y);
        g.setPaint(palette.paper());
        // Round joins differ by a few points from one Java to the next.
        g.setStroke(new BasicStroke((float) RIM, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(outline);
        g.setPaint(palette.ink());
        g.fill(outline);
    }

    private double radius(Label label) {
        int all = 0;
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Points points) {
                all += points.x().length;
                for (int i = 0; points.size() != null && i < points.rows().length; i++) {
                    if (points.rows()[i] == label.row()) {
                        return Layers.radius(points.size()[i]);
                    }
                }
            }
        }
        return Layers.radius(all);
    }

    private List<double[]> marks(Rectangle2D area, ValueAxis x, ValueAxis y) {
        List<double[]> marks = new ArrayList<>();
        int all = 0;
        for (Layer layer : panel.layers()) {
            all += layer instanceof Layer.Points points ? points.x().length : 0;
        }
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Points points) {
                for (int i = 0; i < points.x().length; i++) {
                    marks.add(new double[] {across(x, points.x()[i], area), down(y, points.y()[i], area),
                        points.size() == null ? Layers.radius(all) : Layers.radius(points.size()[i])});
                }
            }
        }
        return marks;
    }

    private List<Line2D> lines(Rectangle2D area, ValueAxis x, ValueAxis y) {
        List<Line2D> lines = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Curve curve) {
                addLines(lines, curve.x(), curve.y(), false, area, x, y);
            } else if (layer instanceof Layer.Steps steps) {
                addLines(lines, steps.x(), steps.y(), true, area, x, y);
            } else if (layer instanceof Layer.Reference level && !level.vertical()) {
                double at = down(y, level.value(), area);
                lines.add(new Line2D.Double(area.getX(), at, area.getMaxX(), at));
            } else if (layer instanceof Layer.Reference level) {
                double at = across(x, level.value(), area);
                lines.add(new Line2D.Double(at, area.getY(), at, area.getMaxY()));
            }
        }
        return lines;
    }

    private static void addLines(List<Line2D> lines, double[] xs, double[] ys, boolean steps, Rectangle2D area,
            ValueAxis x, ValueAxis y) {
        for (int i = 1; i < xs.length; i++) {
            double x0 = across(x, xs[i - 1], area);
            double y0 = down(y, ys[i - 1], area);
            double x1 = across(x, xs[i], area);
            double y1 = down(y, ys[i], area);
            if (steps) {
                lines.add(new Line2D.Double(x0, y0, x1, y0));
                lines.add(new Line2D.Double(x1, y0, x1, y1));
            } else {
                lines.add(new Line2D.Double(x0, y0, x1, y1));
            }
        }
    }

    /** The texts of levels, which stand beneath their lines at the right end. */
    private List<Rectangle2D> levels(Rectangle2D area, ValueAxis y) {
        List<Rectangle2D> texts = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Reference level && !level.vertical() && !level.text().isEmpty()) {
                double width = Fonts.width(font, level.text()) * 1.1 + 8;
                texts.add(new Rectangle2D.Double(area.getMaxX() - width, down(y, level.value(), area), width, 18));
            }
        }
        return texts;
    }
}
