package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.result.Result;
import llmq.result.Shown;

/** Holds a picture against another: its rows, its axes, and what is drawn over the marks. */
final class PlotComparison {
    private static final String RIGHT = "right points; ";

    private final Result answer;
    private final Result other;
    private final Exercise.Terms terms;
    private final List<Shown> asked;

    PlotComparison(Result answer, Result other, Exercise.Terms terms, List<Shown> asked) {
        this.answer = answer;
        this.other = other;
        this.terms = terms;
        this.asked = asked;
    }

    Verdict verdict() {
        if (other.picture() == null) {
            Verdict rows = rows(asked);
            return rows.isRight() ? Verdict.near("the right rows, as a table; a picture is asked for") : rows;
        }
        Picture picture = answer.picture();
        Picture drawn = other.picture();
        Panel panel = picture.panels().get(0);
        Panel otherPanel = drawn.panels().get(0);
        Verdict rows = rows(asked);
        if (!rows.isRight()) {
            return points(rows, panel, otherPanel);
        }
        if (!marks(panel).equals(marks(otherPanel))) {
            return Verdict.near("the right rows, in another kind of picture than is asked for");
        }
        if (isSwapped(panel, otherPanel)) {
            return Verdict.near(RIGHT + "the two axes are swapped");
        }
        Verdict axis = axis(panel.x(), otherPanel.x(), "x");
        axis = axis.isRight() ? axis(panel.y(), otherPanel.y(), "y") : axis;
        return axis.isRight() ? overlays(panel, otherPanel, picture, drawn) : axis;
    }

    private Verdict rows(List<Shown> columns) {
        return Comparison.rows(answer, other, terms, columns);
    }

    /** Of other rows, or by other values. */
    private Verdict points(Verdict rows, Panel panel, Panel otherPanel) {
        Picture picture = answer.picture();
        List<Shown> axes = new ArrayList<>();
        for (Shown column : asked) {
            if (!column.title().equalsIgnoreCase(picture.legend())
                    && (picture.sizes() == null || !column.title().equalsIgnoreCase(picture.sizes().title()))) {
                axes.add(column);
            }
        }
        if (axes.size() < asked.size() && rows(axes).isRight()) {
            return Verdict.near(RIGHT + "they are to be told apart by `" + told(picture, axes) + "`");
        }
        boolean x = panel.x().title().equals(otherPanel.x().title());
        boolean y = panel.y().title().equals(otherPanel.y().title());
        boolean marks = marks(panel).equals(marks(otherPanel));
        if (!x || !y) {
            return !marks ? Verdict.OTHER : !y && !x && !isSwapped(panel, otherPanel) ? Verdict.OTHER
                    : Verdict.near(!x && !y ? "the two axes are swapped, and the points are other ones"
                            : "something else than `" + (x ? otherPanel.y().title() + "` is asked for upwards"
                                    : otherPanel.x().title() + "` is asked for along x"));
        }
        return rows.isNear() ? Verdict.near(rows.words().replaceFirst("^right (models|rows);", "right points;")) : rows;
    }

    /** What the legend or the sizes stand for. */
    private String told(Picture picture, List<Shown> axes) {
        for (Shown column : asked) {
            if (!axes.contains(column)) {
                return column.title();
            }
        }
        return picture.legend();
    }

    /** What stands for the rows. */
    private static String marks(Panel panel) {
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Bars) {
                return "bars";
            } else if (layer instanceof Layer.Boxes) {
                return "boxes";
            }
        }
        return "points";
    }

    private static boolean isSwapped(Panel panel, Panel other) {
        return !panel.x().title().equals(other.x().title()) && panel.x().title().equals(other.y().title())
                && panel.y().title().equals(other.x().title());
    }

    private static Verdict axis(Axis right, Axis other, String name) {
        boolean log = right.scale() == Scale.LOG;
        return log == (other.scale() == Scale.LOG) ? Verdict.RIGHT
                : Verdict.near(RIGHT + (log ? "a log " + name + " axis is asked for" : "a linear " + name
                        + " axis is asked for"));
    }

    private static Verdict overlays(Panel panel, Panel other, Picture picture, Picture drawn) {
        if (count(panel, Series.Kind.FRONTIER) > 0 && count(other, Series.Kind.FRONTIER) == 0) {
            return Verdict.near(RIGHT + "the frontier is missing");
        }
        List<Layer.Curve> curves = curves(panel);
        List<Layer.Curve> others = curves(other);
        if (others.size() < curves.size()) {
            return Verdict.near(RIGHT + (others.isEmpty() ? curves.size() == 1 ? "the curve of the fit is missing"
                    : "the curves of the fit are missing" : "not all curves are there"));
        }
        for (Layer.Curve curve : curves) {
            if (!holds(others, curve, panel.y())) {
                return Verdict.near(RIGHT + "the curve is of another fit");
            }
        }
        return picture.panels().size() > drawn.panels().size() ? Verdict.near(RIGHT + "the residuals are missing")
                : Verdict.RIGHT;
    }

    private static int count(Panel panel, Series.Kind kind) {
        int count = 0;
        for (Layer layer : panel.layers()) {
            count += layer.series() != null && layer.series().kind() == kind ? 1 : 0;
        }
        return count;
    }

    private static List<Layer.Curve> curves(Panel panel) {
        List<Layer.Curve> curves = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Curve curve) {
                curves.add(curve);
            }
        }
        return curves;
    }

    /** Whether a curve goes the same way, at its ends and in its middle. */
    private static boolean holds(List<Layer.Curve> curves, Layer.Curve wanted, Axis axis) {
        double off = (axis.high() - axis.low()) * Exercise.Terms.USUAL_TOLERANCE;
        for (Layer.Curve curve : curves) {
            boolean same = curve.y().length == wanted.y().length;
            for (int i = 0; same && i < wanted.y().length; i++) {
                same = Math.abs(curve.y()[i] - wanted.y()[i]) <= off;
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
