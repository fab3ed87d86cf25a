package llmq.sketch;

import llmq.plot.Axis;
import llmq.plot.Panel;
import llmq.plot.Scale;

/** Where the values of a panel lie on its sheet, whose lines are counted from the top. */
final class PlotArea {
    private static final double HALF = 0.5 - 1e-6;

    private final Axis x;
    private final Axis y;
    private final int columns;
    private final int top;
    private final int lines;

    /**
     * @param columns of the axis beneath; those of the sheet to their right are for texts
     * @param lines   of the axis at the left
     * @param top     lines of the sheet above those
     */
    PlotArea(Panel panel, int columns, int lines, int top) {
        this.x = panel.x();
        this.y = panel.y();
        this.columns = columns;
        this.top = top;
        this.lines = lines;
    }

    int columns() {
        return columns;
    }

    /** Where along the sheet's columns a value lies, from 0 to {@link #columns()}. */
    double across(double value) {
        return x.at(value) * columns;
    }

    /** Where along its lines a value lies, from 0 at the top. */
    double down(double value) {
        return top + (1 - y.at(value)) * lines;
    }

    /** Whether the lines are categories. */
    static boolean isListed(Axis y) {
        return y.scale() == Scale.CATEGORY;
    }

    int column(double value) {
        return cell(across(value), 0, columns);
    }

    int line(double value) {
        // Of two lines that a category has, the upper one.
        return cell(isListed(y) ? down(value) - HALF : down(value), top, top + lines);
    }

    /** Whether the two values have a place within. */
    boolean holds(double valueX, double valueY) {
        return x.holds(valueX) && y.holds(valueY);
    }

    private static int cell(double place, int from, int to) {
        return (int) Math.max(from, Math.min(to - 1, Math.floor(place)));
    }
}
