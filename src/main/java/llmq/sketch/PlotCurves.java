package llmq.sketch;

import llmq.plot.Layer;
import llmq.text.CellWidth;
import llmq.text.Role;

/** Draws what runs along x: trends, their bands, the frontier and levels. */
final class PlotCurves {
    static final char ASCII_EDGE = '~';
    /** Dots from one to the next of a dotted line that is steep. */
    private static final int DOTTED = 2;
    private static final double CUT = 1e-6;

    private final PlotSheet sheet;
    private final PlotArea area;
    private final PlotSigns signs;

    PlotCurves(PlotSheet sheet, PlotArea area, PlotSigns signs) {
        this.sheet = sheet;
        this.area = area;
        this.signs = signs;
    }

    void curve(Layer.Curve curve, int rank) {
        Role role = signs.role(curve.series());
        double[] across = across(curve.x());
        double[] down = down(curve.y());
        if (!sheet.isUnicode()) {
            strokes(curve, across, down, role, rank);
            return;
        }
        double before = Double.NaN;
        for (int x = 0; x < PlotSheet.ACROSS * sheet.columns(); x++) {
            double at = at(across, down, (x + 0.5) / PlotSheet.ACROSS) * PlotSheet.DEEP;
            if (signs.isDrawn(curve.series(), x)) {
                // A steep curve has no gaps: from half way to the dot before it.
                double from = before == before ? (before + at) / 2 : at;
                stretch(x, from, at, role, rank);
                stretch(x - 1, before, from, role, rank);
            }
            before = at;
        }
    }

    private void stretch(int x, double from, double to, Role role, int rank) {
        if (from == from && to == to) {
            int start = dot(Math.min(from, to));
            int end = dot(Math.max(from, to));
            for (int y = start; y <= end; y++) {
                sheet.dot(x, y, role, rank);
            }
        }
    }

    private int dot(double y) {
        return (int) Math.floor(Math.max(-1, Math.min(PlotSheet.DEEP * sheet.lines(), y)));
    }

    /** In ASCII: level pieces at one of three heights, and strokes where it is steep. */
    private void strokes(Layer.Curve curve, double[] across, double[] down, Role role, int rank) {
        for (int column = 0; column < sheet.columns(); column++) {
            double middle = at(across, down, column + 0.5);
            if (!(middle >= 0 && middle < sheet.lines()) || !signs.isDrawn(curve.series(), 2 * column)) {
                continue;
            }
            double left = at(across, down, column);
            double right = at(across, down, column + 1);
            double rise = left == left && right == right ? left - right : 0;
            if (Math.abs(rise) < 1) {
                int line = (int) Math.floor(middle);
                sheet.put(column, line, "'-.".charAt((int) (3 * (middle - line))), role, rank);
            } else {
                int from = dot(Math.min(left, right) * PlotSheet.DEEP) / PlotSheet.DEEP;
                int to = dot(Math.max(left, right) * PlotSheet.DEEP) / PlotSheet.DEEP;
                for (int line = from; line < Math.max(to, from + 1); line++) {
                    sheet.put(column, line, Math.abs(rise) > 2 ? '|' : rise > 0 ? '/' : '\\', role, rank);
                }
            }
        }
    }

    /** Around the curve itself a shade, around single rows the two edges. */
    void band(Layer.Band band) {
        Role role = signs.band(band.series());
        double[] across = across(band.x());
        double[] low = down(band.low());
        double[] high = down(band.high());
        if (band.wide()) {
            edge(across, high, role);
            edge(across, low, role);
            return;
        }
        for (int column = 0; column < sheet.columns(); column++) {
            double top = at(across, high, column + 0.5);
            double bottom = at(across, low, column + 0.5);
            if (top != top || bottom != bottom) {
                continue;
            }
            // A character is shaded if at least half of it is within.
            int to = (int) Math.min(sheet.lines(), Math.round(bottom));
            for (int line = (int) Math.max(0, Math.round(top)); line < to; line++) {
                sheet.put(column, line, signs.shade(), role, PlotSheet.BAND);
            }
        }
    }

    /** A dotted line, where it is within the sheet. */
    private void edge(double[] across, double[] down, Role role) {
        double before = Double.NaN;
        for (int column = 0; column < sheet.columns(); column++) {
            double at = at(across, down, column + 0.5) * PlotSheet.DEEP;
            // What is cut off lies on the very edge of the sheet, where it is no line.
            if (at > CUT && at < PlotSheet.DEEP * sheet.lines() - CUT) {
                if (sheet.isUnicode()) {
                    int gap = at > before ? DOTTED : -DOTTED;
                    for (double y = before + gap; Math.abs(at - y) < Math.abs(at - before) && (at - y) * gap > 0;
                            y += gap) {
                        sheet.dot(PlotSheet.ACROSS * column, dot(y), role, PlotSheet.EDGE);
                    }
                    sheet.dot(PlotSheet.ACROSS * column, dot(at), role, PlotSheet.EDGE);
                } else if (column % 2 == 0) {
                    sheet.put(column, (int) at / PlotSheet.DEEP, ASCII_EDGE, role, PlotSheet.EDGE);
                }
            }
            before = at;
        }
    }

    void steps(Layer.Steps steps) {
        Role role = signs.role(steps.series());
        for (int i = 0; i + 1 < steps.x().length; i++) {
            int line = area.line(steps.y()[i]);
            int corner = area.column(steps.x()[i + 1]);
            sheet.across(line, area.column(steps.x()[i]), corner, role, PlotSheet.STEPS);
            sheet.upright(corner, line, area.line(steps.y()[i + 1]), role, PlotSheet.STEPS);
        }
    }

    /** A dashed line from edge to edge. */
    void reference(Layer.Reference reference) {
        if (reference.vertical()) {
            double at = area.across(reference.value());
            for (int line = 0; line < sheet.lines() && at >= 0 && at <= sheet.columns(); line++) {
                sheet.put(area.column(reference.value()), line, sheet.isUnicode() ? '┊' : ':', Role.REFERENCE,
                        PlotSheet.REFERENCE);
            }
            return;
        }
        double at = area.down(reference.value());
        for (int column = 0; column < sheet.columns() && at >= 0 && at <= sheet.lines(); column++) {
            if (sheet.isUnicode() || column % 2 == 0) {
                sheet.put(column, area.line(reference.value()), sheet.isUnicode() ? '╌' : '-', Role.REFERENCE,
                        PlotSheet.REFERENCE);
            }
        }
    }

    /**
     * Writes what a level is where it hides nothing and no mark stands close: into the line itself, else above or
     * beneath it, at the right end, the left end or as near to these as can be; nowhere if there is no such place.
     */
    void name(Layer.Reference reference, String text) {
        if (reference.vertical()) {
            nameUpright(area.column(reference.value()), text);
            return;
        }
        int width = CellWidth.of(text) + 1;
        int line = area.line(reference.value());
        int last = sheet.columns() - width;
        for (int beside : new int[] {0, -1, 1}) {
            for (int i = 0; i <= last / 2; i++) {
                for (int column : new int[] {last - i, i}) {
                    if (isApart(column, line + beside, width)) {
                        write(text, column, line + beside, width);
                        return;
                    }
                }
            }
        }
    }

    private void write(String text, int column, int line, int width) {
        boolean right = column > 0;
        if (right || column + width < sheet.columns()) {
            sheet.put(right ? column : column + width - 1, line, ' ', Role.REFERENCE, PlotSheet.TEXT);
        }
        sheet.text(right ? column + 1 : column, line, text, Role.REFERENCE);
    }

    /** Whether it is free, and what is on its left and right as well. */
    private boolean isApart(int column, int line, int width) {
        int from = Math.max(0, column - 1);
        return isFree(from, line, Math.min(sheet.columns(), column + width + 1) - from);
    }

    private void nameUpright(int column, String text) {
        int width = CellWidth.of(text) + 1;
        for (int line = 0; line < sheet.lines(); line++) {
            if (isFree(column + 1, line, width)) {
                sheet.text(column + 2, line, text, Role.REFERENCE);
                return;
            }
            if (isFree(column - width, line, width)) {
                sheet.text(column - width, line, text, Role.REFERENCE);
                return;
            }
        }
    }

    private boolean isFree(int column, int line, int width) {
        for (int i = 0; i < width; i++) {
            if (sheet.rank(column + i, line) > PlotSheet.REFERENCE) {
                return false;
            }
        }
        return true;
    }

    private double[] across(double[] values) {
        double[] places = new double[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = area.across(values[i]);
        }
        return places;
    }

    private double[] down(double[] values) {
        double[] places = new double[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = area.down(values[i]);
        }
        return places;
    }

    /** How far down a curve is at a place across; NaN beyond its ends. */
    private static double at(double[] across, double[] down, double place) {
        int low = 0;
        int high = across.length - 1;
        if (high < 0 || !(place >= across[0] && place <= across[high])) {
            return Double.NaN;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (across[middle] <= place) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double length = across[high] - across[low];
        double share = length > 0 ? (place - across[low]) / length : 0;
        return down[low] + share * (down[high] - down[low]);
    }
}
