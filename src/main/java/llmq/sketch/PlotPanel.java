package llmq.sketch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;

/** One panel drawn on its sheet. */
final class PlotPanel {
    private final Panel panel;
    private final PlotSheet sheet;
    private final PlotArea area;
    private final PlotLabels labels;
    private long[] bounds = new long[0];
    private List<String> boxKey = List.of();
    private int unseen;

    /** @param columns of the axis beneath; @param aside columns to the right of it, for texts */
    PlotPanel(Panel panel, int columns, int aside, int lines, PlotSigns signs, Style style) {
        this.panel = panel;
        this.sheet = new PlotSheet(columns + aside, lines, style.unicode());
        this.area = area(panel, columns, lines);
        this.labels = new PlotLabels(sheet, area, style);
        draw(signs, style);
    }

    /** Above standing bars there is a line for their numbers. */
    static PlotArea area(Panel panel, int columns, int lines) {
        int top = 0;
        for (Layer layer : panel.layers()) {
            top = layer instanceof Layer.Bars && !PlotArea.isListed(panel.y()) ? 1 : top;
        }
        // The line that keeps each category from the next is left out after the last one.
        int pitch = (lines + 1) / count(panel);
        int all = PlotArea.isListed(panel.y()) && pitch > 1 && pitch * count(panel) == lines + 1 ? lines + 1 : lines;
        return new PlotArea(panel, columns, all - top, top);
    }

    /** How many categories there are along y. */
    static int count(Panel panel) {
        return (int) Math.max(1, Math.ceil(panel.y().high() - panel.y().low() - 1e-9));
    }

    PlotSheet sheet() {
        return sheet;
    }

    /** Whether a band around a curve is to be seen, or is there none. */
    boolean showsBands() {
        return sheet.shows(PlotSheet.BAND)
                || layers(Layer.Band.class).stream().noneMatch(band -> !band.wide() && band.x().length > 0);
    }

    /** What the signs of boxes stand for; empty without boxes. */
    List<String> boxKey() {
        return boxKey;
    }

    /** How many pieces of bars are too small for a character. */
    int unseen() {
        return unseen;
    }

    PlotArea area() {
        return area;
    }

    PlotLabels labels() {
        return labels;
    }

    /** From how many rows on each shade is used; empty without shades. */
    long[] bounds() {
        return bounds;
    }

    private <T extends Layer> List<T> layers(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (kind.isInstance(layer)) {
                found.add(kind.cast(layer));
            }
        }
        return found;
    }

    private void draw(PlotSigns signs, Style style) {
        PlotCurves lines = new PlotCurves(sheet, area, signs);
        PlotMarks marks = new PlotMarks(sheet, area, signs);
        List<Layer.Cells> cells = layers(Layer.Cells.class);
        if (!cells.isEmpty()) {
            bounds = marks.cells(cells);
        }
        for (Layer.Band band : layers(Layer.Band.class)) {
            lines.band(band);
        }
        List<Layer.Reference> references = layers(Layer.Reference.class);
        references.forEach(lines::reference);
        List<Layer.Points> points = layers(Layer.Points.class);
        PlotSigns.Density density = PlotMarks.density(panel, sheet.columns(), sheet.lines());
        // Beneath so many marks a curve would not be seen.
        boolean above = density == PlotSigns.Density.DENSE;
        if (!above) {
            curves(lines, PlotSheet.CURVE);
        }
        layers(Layer.Steps.class).forEach(lines::steps);
        unseen = new PlotBars(sheet, area, panel, signs).all(layers(Layer.Bars.class));
        PlotBoxes boxes = new PlotBoxes(sheet, area, panel, signs);
        layers(Layer.Boxes.class).forEach(boxes::boxes);
        boxKey = boxes.key();
        marks.points(points, density == PlotSigns.Density.CROWDED && sheet.isUnicode());
        if (above) {
            curves(lines, PlotSheet.MARK);
        }
        Map<Integer, PlotLabels.Mark> labelled = labelled(points, marks, signs, !cells.isEmpty());
        for (Layer.Reference reference : references) {
            lines.name(reference, style.words(SafeText.of(reference.text())));
        }
        labels.write(panel, labelled);
        String nothing = "no rows to draw";
        if (panel.layers().isEmpty() && sheet.columns() > nothing.length()) {
            sheet.text((sheet.columns() - nothing.length()) / 2, sheet.lines() / 2, nothing, Role.REMARK);
        }
    }

    private void curves(PlotCurves lines, int rank) {
        for (Layer.Curve curve : layers(Layer.Curve.class)) {
            lines.curve(curve, rank);
        }
    }

    /** What has a label is not hidden by other marks, the most important least of all. */
    private Map<Integer, PlotLabels.Mark> labelled(List<Layer.Points> layers, PlotMarks marks, PlotSigns signs,
            boolean binned) {
        Map<Integer, PlotLabels.Mark> drawn = new HashMap<>();
        for (int i = panel.labels().size() - 1; i >= 0; i--) {
            Label label = panel.labels().get(i);
            boolean found = false;
            for (Layer.Points points : layers) {
                for (int k = 0; k < points.x().length && points.rows() != null; k++) {
                    if (points.rows()[k] == label.row()) {
                        marks.mark(points, k);
                        drawn.put(label.row(), new PlotLabels.Mark(Character.toString(marks.sign(points, k)),
                                signs.role(points.series())));
                        found = true;
                    }
                }
            }
            if (!found && binned) {
                marks.mark(label.x(), label.y(), Role.LABEL);
            }
        }
        return drawn;
    }
}
