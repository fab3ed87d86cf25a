package llmq.figure;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Series;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Where in a panel that is drawn its marks, lines and texts lie. */
final class LabelGround {
    /** Corners that a mark may have beyond the disc that it weighs as much as, and how far it reaches at its sides. */
    private static final double CORNERS = 1.3;
    private static final double SIDES = 0.9;
    private static final double CORNER = 3;
    private static final double EDGE = 0.5;
    /** A line over a mark that has a name itself would be taken for one to that. */
    private static final int NAMED = 4;
    /** Places are told apart by no less than such a part of a pixel: last digits of a logarithm differ by machine. */
    private static final double GRAIN = 64;

    private final Panel panel;
    private final Font font;
    private final Rectangle2D area;
    private final ValueAxis x;
    private final ValueAxis y;
    private final Map<Integer, LabelField.Mark> own = new HashMap<>();
    private final Set<Integer> named = new HashSet<>();
    private final LabelField field;

    /** @param font of texts */
    LabelGround(Panel panel, Font font, Rectangle2D area, ValueAxis x, ValueAxis y) {
        this.panel = panel;
        this.font = font;
        this.area = area;
        this.x = x;
        this.y = y;
        for (Label label : panel.labels().subList(0, panel.needed())) {
            named.add(label.row());
        }
        this.field = new LabelField(area, marks(), lines(), levels());
    }

    LabelField field() {
        return field;
    }

    /** The mark that a label belongs to. */
    LabelField.Mark mark(Label label) {
        LabelField.Mark mark = own.get(label.row());
        return mark != null ? mark : new LabelField.Mark(grain(across(label.x())), grain(down(label.y())),
                Layers.radius(0), Layers.radius(0), NAMED);
    }

    static double grain(double value) {
        return Math.rint(value * GRAIN) / GRAIN;
    }

    private double across(double value) {
        return x.valueToJava2D(value, area, RectangleEdge.BOTTOM);
    }

    private double down(double value) {
        return y.valueToJava2D(value, area, RectangleEdge.LEFT);
    }

    private List<LabelField.Mark> marks() {
        List<LabelField.Mark> marks = new ArrayList<>();
        int all = 0;
        for (Layer layer : panel.layers()) {
            all += layer instanceof Layer.Points points ? points.x().length : 0;
        }
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Points points) {
                for (int i = 0; i < points.x().length; i++) {
                    marks.add(mark(points, i, points.size() == null ? Layers.radius(all)
                            : Layers.radius(points.size()[i])));
                    own.put(points.rows()[i], marks.get(marks.size() - 1));
                }
            } else if (layer instanceof Layer.Steps steps) {
                for (int i = 1; i < steps.x().length; i++) {
                    marks.add(new LabelField.Mark(grain(across(steps.x()[i])), grain(down(steps.y()[i - 1])), CORNER,
                            CORNER, 0));
                }
            }
        }
        return marks;
    }

    private LabelField.Mark mark(Layer.Points points, int i, double radius) {
        boolean rest = points.series().kind() == Series.Kind.REST;
        boolean disc = rest || MarkShapes.isDisc(points.series().index());
        double drawn = rest ? Styles.REST * radius : radius;
        return new LabelField.Mark(grain(across(points.x()[i])), grain(down(points.y()[i])),
                grain(disc ? drawn : CORNERS * drawn), disc ? drawn + EDGE : SIDES * drawn,
                named.contains(points.rows()[i]) ? NAMED : 1);
    }

    private List<Line2D> lines() {
        List<Line2D> lines = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Curve curve) {
                addLines(lines, curve.x(), curve.y(), false);
            } else if (layer instanceof Layer.Steps steps) {
                addLines(lines, steps.x(), steps.y(), true);
            } else if (layer instanceof Layer.Reference level && !level.vertical()) {
                double at = down(level.value());
                lines.add(new Line2D.Double(area.getX(), at, area.getMaxX(), at));
            } else if (layer instanceof Layer.Reference level) {
                double at = across(level.value());
                lines.add(new Line2D.Double(at, area.getY(), at, area.getMaxY()));
            }
        }
        return lines;
    }

    private void addLines(List<Line2D> lines, double[] xs, double[] ys, boolean steps) {
        for (int i = 1; i < xs.length; i++) {
            double x0 = across(xs[i - 1]);
            double y0 = down(ys[i - 1]);
            double x1 = across(xs[i]);
            double y1 = down(ys[i]);
            if (steps) {
                lines.add(new Line2D.Double(x0, y0, x1, y0));
                lines.add(new Line2D.Double(x1, y0, x1, y1));
            } else {
                lines.add(new Line2D.Double(x0, y0, x1, y1));
            }
        }
    }

    /** The texts of levels, which stand beneath their lines at the right end. */
    private List<Rectangle2D> levels() {
        List<Rectangle2D> texts = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Reference level && !level.vertical() && !level.text().isEmpty()) {
                double width = Fonts.width(font, level.text()) * 1.1 + 8;
                texts.add(new Rectangle2D.Double(area.getMaxX() - width, down(level.value()), width, 18));
            }
        }
        return texts;
    }
}
