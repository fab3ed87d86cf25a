package llmq.sketch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Series;
import llmq.plot.Words;
import llmq.text.CellWidth;
import llmq.text.Role;

/** Draws bars in eighths of a character, lying or standing, and boxes. */
final class PlotBars {
    private static final String LYING = " ▏▎▍▌▋▊▉█";
    private static final String STANDING = " ▁▂▃▄▅▆▇█";
    private static final int EIGHTHS = 8;
    private static final String NONE = "no rows";
    /** A standing bar as wide as this leaves a gap to the next one. */
    private static final int GAPPED = 3;

    private final PlotSheet sheet;
    private final PlotArea area;
    private final Panel panel;
    private final PlotSigns signs;
    private final PlotIntervals intervals;

    PlotBars(PlotSheet sheet, PlotArea area, Panel panel, PlotSigns signs) {
        this.sheet = sheet;
        this.area = area;
        this.panel = panel;
        this.signs = signs;
        this.intervals = new PlotIntervals(sheet, area, signs);
    }

    /**
     * Draws those of one panel; stacks have the number of the whole at their end.
     *
     * @return how many pieces of stacks are too small for a character
     */
    int all(List<Layer.Bars> layers) {
        boolean stacked = signs.isMany() && layers.stream().anyMatch(bars -> bars.start() != null);
        PlotStacks stacks = new PlotStacks(sheet, area, panel, signs);
        if (stacked) {
            stacks.draw(layers);
        } else {
            layers.forEach(this::bars);
            missing(layers);
        }
        Map<Double, Double> ends = new LinkedHashMap<>();
        for (Layer.Bars bars : layers) {
            for (int i = 0; i < bars.value().length && bars.start() != null; i++) {
                ends.merge((bars.from()[i] + bars.to()[i]) / 2, bars.end(i), Math::max);
            }
        }
        boolean lying = PlotArea.isListed(panel.y());
        int narrowest = layers.stream().mapToInt(this::narrowest).min().orElse(0);
        int widest = ends.values().stream().mapToInt(end -> CellWidth.of(Words.number(panel.y(), end))).max().orElse(0);
        for (Map.Entry<Double, Double> entry : ends.entrySet()) {
            String text = Words.number(lying ? panel.x() : panel.y(), entry.getValue());
            if (lying) {
                int line = area.line(entry.getKey());
                int column = (int) Math.round(area.across(entry.getValue()));
                while (column < sheet.columns() && sheet.rank(column, line) == PlotSheet.SOLID) {
                    column++;
                }
                sheet.text(column + 1, line, text, Role.LABEL);
            } else if (widest < narrowest && entry.getValue() > 0) {
                int column = area.column(entry.getKey()) - (CellWidth.of(text) - 1) / 2;
                int line = Math.min((int) Math.round(area.down(entry.getValue())), sheet.lines()) - 1;
                while (line >= 0 && sheet.rank(area.column(entry.getKey()), line) == PlotSheet.SOLID) {
                    line--;
                }
                sheet.text(column, Math.max(0, line), text, Role.LABEL);
            }
        }
        return stacks.unseen();
    }

    /** The columns that a standing bar takes, from the first to before the last. */
    static int[] columns(PlotArea area, Layer.Bars bars, int i) {
        int from = (int) Math.round(area.across(bars.from()[i]));
        int to = Math.max(from + 1, (int) Math.round(area.across(bars.to()[i])));
        return new int[] {from, to - from > GAPPED ? to - 1 : to};
    }

    /** The lines that a lying one takes. */
    static int[] lines(PlotArea area, Layer.Bars bars, int i) {
        int thick = Math.max(1, (int) Math.abs(area.down(bars.to()[i]) - area.down(bars.from()[i])));
        int middle = area.line((bars.from()[i] + bars.to()[i]) / 2);
        int from = Math.max(0, middle - (thick - 1) / 2);
        return new int[] {from, from + thick};
    }

    /** Of bars side by side that lie, says where there is none. */
    private void missing(List<Layer.Bars> layers) {
        if (layers.size() < 2 || !PlotArea.isListed(panel.y())) {
            return;
        }
        for (Layer.Bars bars : layers) {
            boolean[] there = new boolean[panel.y().categories().size()];
            double aside = 0;
            for (int i = 0; i < bars.value().length; i++) {
                double middle = (bars.from()[i] + bars.to()[i]) / 2;
                int category = (int) Math.rint(middle);
                aside = middle - category;
                if (category >= 0 && category < there.length) {
                    there[category] = true;
                }
            }
            for (int category = 0; category < there.length && bars.value().length > 0; category++) {
                if (!there[category] && panel.y().holds(category)) {
                    int column = (int) Math.ceil(area.across(Math.max(panel.x().low(), bars.base())) - 1e-9);
                    sheet.text(column + 1, area.line(category + aside), NONE, Role.REMARK);
                }
            }
        }
    }

    private void bars(Layer.Bars bars) {
        // Some numbers without the others, or one beside the next, would be misread.
        boolean numbers = widest(bars) < narrowest(bars) && bars.start() == null;
        for (int i = 0; i < bars.value().length; i++) {
            if (bars.value()[i] - bars.value()[i] == 0) {
                if (PlotArea.isListed(panel.y())) {
                    lying(bars, i);
                } else {
                    standing(bars, i, numbers);
                }
            }
        }
    }

    /** How many columns the numbers at the ends of lying bars need. */
    static int aside(Panel panel) {
        int widest = 0;
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Bars bars && PlotArea.isListed(panel.y())) {
                for (int i = 0; i < bars.value().length; i++) {
                    double value = bars.end(i);
                    widest = value - value == 0 ? Math.max(widest, CellWidth.of(Words.number(panel.x(), bars, i)))
                            : widest;
                }
            }
        }
        return widest == 0 ? 0 : widest + 1;
    }

    private void lying(Layer.Bars bars, int i) {
        Role role = signs.role(bars.series());
        double start = area.across(bars.start(i));
        double end = area.across(bars.end(i));
        int middle = area.line((bars.from()[i] + bars.to()[i]) / 2);
        int[] lines = lines(area, bars, i);
        double far = Math.max(start, end);
        for (int line = lines[0]; line < lines[1]; line++) {
            if (signs.isMany()) {
                filled(line, Math.min(start, end), Math.max(start, end), bars.series());
            } else {
                block(line, Math.min(start, end), Math.max(start, end), role);
            }
        }
        if (PlotIntervals.has(bars, i)) {
            far = Math.max(far, intervals.lying(bars, i, middle));
        }
        if (bars.start() != null) {
            return;
        }
        String text = Words.number(panel.x(), bars, i);
        int column = (int) Math.ceil(far - 1e-9) + 1;
        if (column + CellWidth.of(text) <= sheet.columns()) {
            sheet.text(column, middle, text, Role.LABEL);
        }
    }

    /** A piece of a bar of one of several series, in whole characters: one at least where nothing else stands. */
    private void filled(int line, double from, double to, Series series) {
        int first = (int) Math.round(from);
        int last = (int) Math.round(to);
        if (first == last && to > from && first < sheet.columns() && sheet.rank(first, line) < PlotSheet.SOLID) {
            last++;
        }
        for (int column = first; column < last && column < sheet.columns(); column++) {
            sheet.put(column, line, signs.fill(series), signs.role(series), PlotSheet.SOLID);
        }
    }

    /** The same of a column. */
    private void piled(int column, double top, double bottom, Series series) {
        int first = (int) Math.round(top);
        int last = (int) Math.round(bottom);
        if (first == last && bottom > top && first > 0 && sheet.rank(column, first - 1) < PlotSheet.SOLID) {
            first--;
        }
        for (int line = Math.max(0, first); line < last; line++) {
            sheet.put(column, line, signs.fill(series), signs.role(series), PlotSheet.SOLID);
        }
    }

    /** A bar of one line; what is too short for an eighth is one, so that it is not taken for nothing. */
    private void block(int line, double from, double to, Role role) {
        if (!(to > from)) {
            return;
        }
        int first = (int) Math.floor(from);
        for (int column = first; column < to && column < sheet.columns(); column++) {
            double share = Math.min(1, to - column);
            if (column == first && from > column) {
                // Blocks begin at the left; of those at the right there is but the half.
                share = from - column > 0.75 ? 0 : from - column > 0.25 ? -1 : share;
            }
            int eighths = (int) Math.max(to - from < 0.2 ? 1 : 0, Math.round(share * EIGHTHS));
            int sign = share < 0 ? '▐' : LYING.charAt(eighths);
            if (!sheet.isUnicode()) {
                sign = share < 0 || eighths >= EIGHTHS / 2 || to - from < 0.5 ? '#' : ' ';
            }
            if (sign != ' ') {
                sheet.put(column, line, sign, role, PlotSheet.SOLID);
            }
        }
    }

    private void standing(Layer.Bars bars, int i, boolean numbers) {
        Role role = signs.role(bars.series());
        int from = columns(area, bars, i)[0];
        int to = columns(area, bars, i)[1];
        double base = area.down(bars.start(i));
        double top = area.down(bars.end(i));
        for (int column = from; column < Math.min(to, sheet.columns()); column++) {
            if (signs.isMany()) {
                piled(column, Math.min(base, top), Math.max(base, top), bars.series());
            } else {
                pillar(column, Math.min(base, top), Math.max(base, top), role);
            }
        }
        double end = Math.min(base, top);
        if (PlotIntervals.has(bars, i)) {
            end = Math.min(end, intervals.standing(bars, i, (from + to - 1) / 2));
        }
        String text = Words.number(panel.y(), bars.value()[i]);
        int width = CellWidth.of(text);
        int line = (int) Math.floor(end + 1e-9) - 1;
        int column = from + (to - from - width + 1) / 2;
        if (numbers && line >= 0 && bars.value()[i] != bars.base()) {
            sheet.text(column, line, text, Role.LABEL);
        }
    }

    private int widest(Layer.Bars bars) {
        int widest = 0;
        for (double value : bars.value()) {
            widest = Math.max(widest, CellWidth.of(Words.number(panel.y(), value)));
        }
        return widest;
    }

    private int narrowest(Layer.Bars bars) {
        int narrowest = Integer.MAX_VALUE;
        for (int i = 0; i < bars.value().length; i++) {
            narrowest = Math.min(narrowest, (int) Math.round(area.across(bars.to()[i]))
                    - (int) Math.round(area.across(bars.from()[i])));
        }
        return narrowest;
    }

    private void pillar(int column, double top, double bottom, Role role) {
        if (!(bottom > top)) {
            return;
        }
        for (int line = Math.max(0, (int) Math.floor(top)); line < bottom && line < sheet.lines(); line++) {
            double above = Math.max(0, top - line);
            double beneath = Math.max(0, line + 1 - bottom);
            double share = 1 - above - beneath;
            int eighths = (int) Math.max(bottom - top < 0.2 ? 1 : 0, Math.round(share * EIGHTHS));
            int sign = sheet.isUnicode() ? STANDING.charAt(eighths)
                    : eighths >= EIGHTHS / 2 ? '#' : bottom - top < 0.5 ? '_' : ' ';
            if (sheet.isUnicode() && above == 0 && beneath > 0) {
                // Blocks stand on the lower edge; of those that hang there is but the half.
                sign = eighths >= 6 ? '█' : eighths >= 2 ? '▀' : eighths > 0 && bottom - top < 0.2 ? '▔' : ' ';
            }
            if (sign != ' ') {
                sheet.put(column, line, sign, role, PlotSheet.SOLID);
            }
        }
    }
}
