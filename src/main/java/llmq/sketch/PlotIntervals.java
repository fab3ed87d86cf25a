package llmq.sketch;

import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.text.Role;

/**
 * Draws the interval around the value of a bar as a line with ends, the value a cross on it. Where it covers the bar it
 * is heavier, so that it is seen how far that reaches even where it is hidden.
 */
final class PlotIntervals {
    /** One end, the line beside the bar, the line over it, the value, the other end. */
    private static final int FIRST = 0;
    private static final int BESIDE = 1;
    private static final int OVER = 2;
    private static final int VALUE = 3;
    private static final int LAST = 4;
    private static final String LYING = "├─━┿┤";
    private static final String STANDING = "┬│┃╂┴";
    private static final String ASCII_LYING = "[-=+]";
    private static final String ASCII_STANDING = "-|I+-";

    private static final double HALF = 0.5;

    private final PlotSheet sheet;
    private final PlotArea area;
    private final PlotSigns signs;

    PlotIntervals(PlotSheet sheet, PlotArea area, PlotSigns signs) {
        this.sheet = sheet;
        this.area = area;
        this.signs = signs;
    }

    /** Whether the value of a bar has an interval. */
    static boolean has(Layer.Bars bars, int i) {
        return bars.low() != null && bars.high() != null && bars.low()[i] - bars.low()[i] == 0
                && bars.high()[i] - bars.high()[i] == 0;
    }

    /** What a legend says of the signs; {@code null} where no bar has an interval. */
    static String key(Panel panel, boolean unicode) {
        for (Layer layer : panel.layers()) {
            for (int i = 0; layer instanceof Layer.Bars bars && i < bars.value().length; i++) {
                if (has(bars, i)) {
                    boolean lying = PlotArea.isListed(panel.y());
                    String kinds = kinds(lying, unicode);
                    return kinds.charAt(VALUE) + " mean, " + (lying ? "" + kinds.charAt(FIRST) + kinds.charAt(BESIDE)
                            + kinds.charAt(LAST) : "" + kinds.charAt(BESIDE)) + " its 95% interval";
                }
            }
        }
        return null;
    }

    private static String kinds(boolean lying, boolean unicode) {
        return lying ? unicode ? LYING : ASCII_LYING : unicode ? STANDING : ASCII_STANDING;
    }

    /** @return the column after its end */
    double lying(Layer.Bars bars, int i, int line) {
        String kinds = kinds(true, sheet.isUnicode());
        int low = area.column(bars.low()[i]);
        int high = area.column(bars.high()[i]);
        int value = area.column(bars.value()[i]);
        double base = area.across(bars.start(i));
        double end = area.across(bars.value()[i]);
        Role role = signs.role(bars.series());
        for (int column = low; column <= high; column++) {
            boolean over = (column + HALF - base) * (column + HALF - end) <= 0;
            sheet.put(column, line, kinds.charAt(kind(column, low, value, high, over)), role, PlotSheet.SOLID);
        }
        return high + 1;
    }

    /** @return its first line */
    double standing(Layer.Bars bars, int i, int column) {
        String kinds = kinds(false, sheet.isUnicode());
        int top = area.line(bars.high()[i]);
        int bottom = area.line(bars.low()[i]);
        int value = area.line(bars.value()[i]);
        double base = area.down(bars.start(i));
        double end = area.down(bars.value()[i]);
        Role role = signs.role(bars.series());
        for (int line = top; line <= bottom; line++) {
            boolean over = (line + HALF - base) * (line + HALF - end) <= 0;
            sheet.put(column, line, kinds.charAt(kind(line, top, value, bottom, over)), role, PlotSheet.SOLID);
        }
        return top;
    }

    /** Of a cell along an interval; where several would be in it, the value is. */
    private static int kind(int at, int first, int value, int last, boolean over) {
        return at == value ? VALUE : at == first ? FIRST : at == last ? LAST : over ? OVER : BESIDE;
    }
}
