package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Label;
import llmq.plot.Placement.Box;
import llmq.plot.Placement.Room;
import llmq.plot.Placement.Wish;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;

/** Writes labels beside their marks, or where there is no room, their numbers. */
final class PlotLabels {
    /** A text may take this share of a line. */
    private static final double LONGEST = 0.4;
    /** From the middle of a mark to a text, which an empty character stands before, and to a number. */
    private static final double GAP = 1.5;
    private static final double TIGHT = 0.5;

    private final PlotSheet sheet;
    private final PlotArea area;
    private final Style style;
    private List<Room> rooms = List.of();
    private final List<Label> numbered = new ArrayList<>();
    private final List<Label> missing = new ArrayList<>();

    PlotLabels(PlotSheet sheet, PlotArea area, Style style) {
        this.sheet = sheet;
        this.area = area;
        this.style = style;
    }

    void write(List<Label> labels) {
        if (labels.isEmpty()) {
            return;
        }
        Room lines = room(PlotSheet.REFERENCE, 1);
        Room marks = room(PlotSheet.SOLID, 1);
        Room close = room(PlotSheet.SOLID, 0);
        Room open = room(PlotSheet.REFERENCE, 0);
        rooms = List.of(lines, marks, open, close);
        for (Label label : labels) {
            if (!area.holds(label.x(), label.y())) {
                continue;
            }
            String text = style.words(SafeText.of(label.text()));
            boolean written = CellWidth.of(text) <= LONGEST * sheet.columns()
                    && (write(label, text, GAP, lines) || write(label, text, GAP, marks));
            if (!written) {
                String number = Integer.toString(label.number());
                boolean found = write(label, number, TIGHT, open) || write(label, number, TIGHT, close)
                        || replace(label, number);
                (found ? numbered : missing).add(label);
            }
        }
    }

    /** Those that have their number only, in the order of these. */
    List<Label> numbered() {
        List<Label> ordered = new ArrayList<>(numbered);
        ordered.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return ordered;
    }

    /** Those that not even their number has room for. */
    List<Label> missing() {
        return missing;
    }

    private boolean write(Label label, String text, double gap, Room room) {
        int width = CellWidth.of(text);
        Box place = room.place(new Wish(area.column(label.x()) + 0.5, area.line(label.y()) + 0.5, gap, width, 1));
        if (place == null) {
            return false;
        }
        sheet.text((int) place.left(), (int) place.top(), text, Role.LABEL);
        for (Room each : rooms) {
            // Texts on a line keep apart, so that two are not read as one.
            each.take(new Box(place.left() - 1, place.top(), place.width() + 2, 1));
        }
        return true;
    }

    /** Puts a number in the place of its mark, where that hides no other one. */
    private boolean replace(Label label, String number) {
        int line = area.line(label.y());
        int at = area.column(label.x());
        int beside = number.length() == 1 || isFree(at + 1, line) ? at : isFree(at - 1, line) ? at - 1 : -1;
        // Two numbers side by side would be read as one.
        if (beside < 0 || number.length() > 2 || sheet.rank(at, line) != PlotSheet.MARK
                || isText(beside - 1, line) || isText(beside + number.length(), line)) {
            return false;
        }
        sheet.text(beside, line, number, sheet.role(at, line));
        for (Room each : rooms) {
            each.take(new Box(beside - 1, line, number.length() + 2, 1));
        }
        return true;
    }

    private boolean isText(int column, int line) {
        return sheet.rank(column, line) == PlotSheet.TEXT;
    }

    private boolean isFree(int column, int line) {
        return sheet.rank(column, line) < PlotSheet.SOLID;
    }

    /** Without what stands on the sheet from this rank on. @param aside how many columns are kept free beside marks */
    private Room room(int rank, int aside) {
        Room room = new Room(new Box(0, 0, sheet.columns(), sheet.lines()), 1);
        for (int line = 0; line < sheet.lines(); line++) {
            for (int column = 0; column < sheet.columns(); column++) {
                int found = sheet.rank(column, line);
                if (found >= rank) {
                    int free = found >= PlotSheet.SOLID ? aside : 0;
                    room.take(new Box(column - free, line, 1 + 2 * free, 1));
                }
            }
        }
        return room;
    }
}
