package llmq.sketch;

import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.text.Role;

/** Draws boxes with whiskers, lying or standing; in one line where there is no room for three. */
final class PlotBoxes {
    /** The farthest that an upright box is wide. */
    private static final int WIDEST = 7;

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
        boolean tall = pitch >= 3;
        if (tall && upper > lower) {
            sheet.across(line, low, lower, role, PlotSheet.SOLID);
            sheet.across(line, upper, high, role, PlotSheet.SOLID);
            rectangle(lower, line - 1, upper, line + 1, role);
            sheet.upright(median, line - 1, line + 1, role, PlotSheet.SOLID);
            sheet.put(median, line, sheet.isUnicode() ? '┃' : '#', role, PlotSheet.SOLID);
        } else {
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
        for (double value : box.beyond()) {
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
        if (half > 0 && lower > upper) {
            sheet.upright(column, low, lower, role, PlotSheet.SOLID);
            sheet.upright(column, upper, high, role, PlotSheet.SOLID);
            rectangle(column - half, upper, column + half, lower, role);
            for (int at = column - half + 1; at < column + half; at++) {
                sheet.put(at, median, sheet.isUnicode() ? '━' : '=', role, PlotSheet.SOLID);
            }
        } else {
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
        for (double value : box.beyond()) {
            beyond(column, area.line(value), role);
        }
    }

    private void rectangle(int left, int top, int right, int bottom, Role role) {
        sheet.across(top, left, right, role, PlotSheet.SOLID);
        sheet.across(bottom, left, right, role, PlotSheet.SOLID);
        sheet.upright(left, top, bottom, role, PlotSheet.SOLID);
        sheet.upright(right, top, bottom, role, PlotSheet.SOLID);
    }

    private void beyond(int column, int line, Role role) {
        sheet.put(column, line, sheet.isUnicode() ? '∘' : 'o', role, PlotSheet.MARK);
    }
}
