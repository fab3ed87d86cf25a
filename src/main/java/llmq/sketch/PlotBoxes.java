package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.text.Role;

/** Draws boxes with whiskers, lying or standing; in one line where there is no room for three. */
final class PlotBoxes {
    /** The farthest that an upright box is wide. */
    private static final int WIDEST = 7;

    /** How boxes are drawn, with what says so: half of the rows, median, ends of whiskers, what lies beyond. */
    private enum Kind {
        LYING("┌┐", "┃", "├ ┤", "[] # |-| o"), FLAT("▒", "█", "├ ┤", "= # |-| o"),
        STANDING("┌┐", "━", "┬ ┴", "[] = -+- o"), THIN("▒", "█", "┬ ┴", "= # + o");

        private final String half;
        private final String median;
        private final String ends;
        private final String ascii;

        Kind(String half, String median, String ends, String ascii) {
            this.half = half;
            this.median = median;
            this.ends = ends;
            this.ascii = ascii;
        }
    }

    private Kind kind;
    private boolean beyond;
    private final PlotSheet sheet;
    private final PlotArea area;
    private final Panel panel;
    private final PlotSigns signs;

    PlotBoxes(PlotSheet sheet, PlotArea area, Panel panel, PlotSigns signs) {
        this.sheet = sheet;
        this.area = area;
        this.panel = panel;
        this.signs = signs;
    }

    void boxes(Layer.Boxes boxes) {
        boolean lying = PlotArea.isListed(panel.y());
        Role role = signs.role(boxes.series());
        for (Layer.Box box : boxes.boxes()) {
            if (lying) {
                lying(box, role);
            } else {
                standing(box, role);
            }
        }
    }

    private void lying(Layer.Box box, Role role) {
        int line = area.line(box.at());
        double pitch = area.down(box.at()) - area.down(box.at() + 1);
        int low = area.column(box.low());
        int lower = area.column(box.lower());
        int median = area.column(box.median());
        int upper = area.column(box.upper());
        int high = area.column(box.high());
        if (pitch >= 3 && upper == lower) {
            sheet.across(line, low, high, role, PlotSheet.SOLID);
            for (int at = line - 1; at <= line + 1; at++) {
                sheet.put(median, at, sheet.isUnicode() ? '┃' : '#', role, PlotSheet.SOLID);
            }
            kind = Kind.LYING;
        } else if (pitch >= 3) {
            kind = Kind.LYING;
            sheet.across(line, low, lower, role, PlotSheet.SOLID);
            sheet.across(line, upper, high, role, PlotSheet.SOLID);
            rectangle(lower, line - 1, upper, line + 1, role);
            sheet.upright(median, line - 1, line + 1, role, PlotSheet.SOLID);
            sheet.put(median, line, sheet.isUnicode() ? '┃' : '#', role, PlotSheet.SOLID);
        } else {
            kind = Kind.FLAT;
            sheet.across(line, low, high, role, PlotSheet.SOLID);
            for (int column = lower; column <= upper; column++) {
                sheet.put(column, line, sheet.isUnicode() ? '▒' : '=', role, PlotSheet.SOLID);
            }
            sheet.put(median, line, sheet.isUnicode() ? '█' : '#', role, PlotSheet.SOLID);
        }
        if (low < lower) {
            sheet.link(low, line, PlotSheet.UP | PlotSheet.DOWN, role, PlotSheet.SOLID);
        }
        if (high > upper) {
            sheet.link(high, line, PlotSheet.UP | PlotSheet.DOWN, role, PlotSheet.SOLID);
        }
        for (double value : Thinned.of(box.beyond(), area::column)) {
            beyond(area.column(value), line, role);
        }
    }

    private void standing(Layer.Box box, Role role) {
        int column = area.column(box.at());
        double pitch = area.across(box.at() + 1) - area.across(box.at());
        int low = area.line(box.low());
        int lower = area.line(box.lower());
        int median = area.line(box.median());
        int upper = area.line(box.upper());
        int high = area.line(box.high());
        int half = (Math.min(WIDEST, (int) pitch - 1) - 1) / 2;
        if (half > 0) {
            kind = Kind.STANDING;
            sheet.upright(column, low, lower, role, PlotSheet.SOLID);
            sheet.upright(column, upper, high, role, PlotSheet.SOLID);
            if (lower > upper) {
                rectangle(column - half, upper, column + half, lower, role);
            } else {
                // A box that is lower than a character keeps its sides.
                sheet.upright(column - half, upper, upper, role, PlotSheet.SOLID);
                sheet.put(column - half, upper, sheet.isUnicode() ? '├' : '|', role, PlotSheet.SOLID);
                sheet.put(column + half, upper, sheet.isUnicode() ? '┤' : '|', role, PlotSheet.SOLID);
            }
            for (int at = column - half + 1; at < column + half; at++) {
                sheet.put(at, median, sheet.isUnicode() ? '━' : '=', role, PlotSheet.SOLID);
            }
            cap(column, low, lower, half, role);
            cap(column, high, upper, half, role);
        } else {
            kind = Kind.THIN;
            sheet.upright(column, low, high, role, PlotSheet.SOLID);
            for (int line = upper; line <= lower; line++) {
                sheet.put(column, line, sheet.isUnicode() ? '▒' : '=', role, PlotSheet.SOLID);
            }
            sheet.put(column, median, sheet.isUnicode() ? '█' : '#', role, PlotSheet.SOLID);
        }
        if (low > lower) {
            sheet.link(column, low, PlotSheet.LEFT | PlotSheet.RIGHT, role, PlotSheet.SOLID);
        }
        if (high < upper) {
            sheet.link(column, high, PlotSheet.LEFT | PlotSheet.RIGHT, role, PlotSheet.SOLID);
        }
        for (double value : Thinned.of(box.beyond(), area::line)) {
            beyond(column, area.line(value), role);
        }
    }

    /** The end of a whisker, wide enough to be seen behind a row that lies beyond it. */
    private void cap(int column, int end, int edge, int half, Role role) {
        int side = half > 1 ? 1 : 0;
        if (end != edge && side > 0) {
            sheet.across(end, column - side, column + side, role, PlotSheet.SOLID);
        }
    }

    private void rectangle(int left, int top, int right, int bottom, Role role) {
        sheet.across(top, left, right, role, PlotSheet.SOLID);
        sheet.across(bottom, left, right, role, PlotSheet.SOLID);
        sheet.upright(left, top, bottom, role, PlotSheet.SOLID);
        sheet.upright(right, top, bottom, role, PlotSheet.SOLID);
    }

    /** What the signs stand for; nothing where no box is drawn. */
    List<String> key() {
        if (kind == null) {
            return List.of();
        }
        boolean unicode = sheet.isUnicode();
        String[] ascii = kind.ascii.split(" ");
        List<String> key = new ArrayList<>();
        key.add((unicode ? kind.half : ascii[0]) + " half of the rows");
        key.add((unicode ? kind.median : ascii[1]) + " median");
        key.add((unicode ? kind.ends : ascii[2]) + " within 1.5 boxes");
        if (beyond) {
            key.add((unicode ? "∘" : ascii[3]) + " beyond");
        }
        return key;
    }

    private void beyond(int column, int line, Role role) {
        beyond = true;
        sheet.put(column, line, sheet.isUnicode() ? '∘' : 'o', role, PlotSheet.MARK);
    }
}
