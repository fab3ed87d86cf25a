package llmq.sketch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.plot.Label;
import llmq.plot.Panel;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;

/** Writes labels beside their marks or, where there is no room, their numbers in the place of these. */
final class PlotLabels {
    /** A text may take this share of a line. */
    private static final double LONGEST = 0.4;
    private static final Mark UNMARKED = new Mark("", Role.LABEL);

    private final PlotSheet sheet;
    private final PlotArea area;
    private final Style style;
    private final PlotPlaces places;
    private final List<Entry> key = new ArrayList<>();
    /** By cell, the label that the mark there belongs to as far as is to be seen. */
    private final Map<Integer, Label> owners = new HashMap<>();
    private final List<Label> named = new ArrayList<>();
    private int bare;

    PlotLabels(PlotSheet sheet, PlotArea area, Style style) {
        this.sheet = sheet;
        this.area = area;
        this.style = style;
        this.places = new PlotPlaces(sheet);
    }

    /**
     * What the key says of a number.
     *
     * @param mark  that it stands for
     * @param where what it is to be found at, where another one has its place; {@code null} where its number stands
     */
    record Entry(Label label, Mark mark, String where) {
    }

    /** How a row is drawn. */
    record Mark(String sign, Role role) {
    }

    /** @param marks by the row of a label, the mark that the picture has of it */
    void write(Panel panel, Map<Integer, Mark> marks) {
        List<Label> needed = new ArrayList<>();
        for (Label label : panel.labels().subList(0, panel.needed())) {
            if (area.holds(label.x(), label.y()) && !write(label, false)) {
                needed.add(label);
            }
        }
        List<Label> numbered = new ArrayList<>();
        for (Label label : needed) {
            // In ASCII such a line would be taken for one of the picture.
            if (!(sheet.isUnicode() && write(label, true))) {
                numbered.add(label);
            }
        }
        numbered.sort((a, b) -> Integer.compare(a.number(), b.number()));
        for (Label label : numbered) {
            number(label, marks.getOrDefault(label.row(), UNMARKED), numbered);
        }
        for (Label label : panel.labels().subList(panel.needed(), panel.labels().size())) {
            bare += area.holds(label.x(), label.y()) && !write(label, false) ? 1 : 0;
        }
    }

    /** Those that have their number only, in the order of these. */
    List<Entry> key() {
        return key;
    }

    /** How many have neither name nor number. */
    int bare() {
        return bare;
    }

    private String text(Label label) {
        return style.words(SafeText.of(label.text()));
    }

    private int cell(Label label) {
        return area.line(label.y()) * sheet.columns() + area.column(label.x());
    }

    /** @param led whether a line may lead to the name */
    private boolean write(Label label, boolean led) {
        String text = text(label);
        int width = CellWidth.of(text);
        if (width == 0 || width > LONGEST * sheet.columns()) {
            return false;
        }
        int column = area.column(label.x());
        int line = area.line(label.y());
        PlotPlaces.Place place = led ? places.led(column, line, width) : places.beside(column, line, width, false);
        place = place == null && !led ? places.beside(column, line, width, true) : place;
        if (place == null) {
            return false;
        }
        if (place.led()) {
            places.lead(column, line, place, width);
        }
        sheet.text(place.left(), place.top(), text, Role.LABEL);
        named.add(label);
        owners.putIfAbsent(cell(label), label);
        return true;
    }

    /** Puts a number in the place of its mark; where another one stands, the key says where it is. */
    private void number(Label label, Mark mark, List<Label> numbered) {
        int column = area.column(label.x());
        int line = area.line(label.y());
        String where = null;
        Label owner = owners.get(cell(label));
        if (owner != null) {
            where = "at " + name(owner);
        } else {
            String number = Integer.toString(label.number());
            int start = start(column, line, number.length(), numbered);
            if (start < 0) {
                where = beside(column, line);
            } else {
                sheet.badge(start, line, number, mark.role());
                for (int at = start; at < start + number.length(); at++) {
                    owners.put(line * sheet.columns() + at, label);
                }
            }
        }
        key.add(new Entry(label, mark, where));
    }

    /** Where a number begins that stands in a cell and maybe in some beside it; −1 where texts are too close. */
    private int start(int column, int line, int length, List<Label> numbered) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int start = column; start > column - length; start--) {
            if (start >= 0 && start + length <= sheet.columns()) {
                int cost = 0;
                // Two numbers side by side would be read as one.
                boolean open = !isText(start - 1, line) && !isText(start + length, line);
                for (int at = start; at < start + length && open; at++) {
                    open = !isText(at, line) && (at == column || !owners.containsKey(line * sheet.columns() + at));
                    cost += at == column || sheet.rank(at, line) < PlotSheet.SOLID ? 0
                            : isAwaited(at, line, numbered) ? length : 1;
                }
                if (open && cost < least) {
                    best = start;
                    least = cost;
                }
            }
        }
        return best;
    }

    private boolean isText(int column, int line) {
        return sheet.rank(column, line) == PlotSheet.TEXT;
    }

    private boolean isAwaited(int column, int line, List<Label> numbered) {
        for (Label label : numbered) {
            if (area.column(label.x()) == column && area.line(label.y()) == line) {
                return true;
            }
        }
        return false;
    }

    /** Where a mark is, seen from the nearest one that is told. */
    private String beside(int column, int line) {
        Label nearest = null;
        int cell = -1;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<Integer, Label> each : owners.entrySet()) {
            double far = PlotPlaces.distance(column, line, 1, each.getKey() % sheet.columns(),
                    each.getKey() / sheet.columns());
            if (far < least || far == least && each.getKey() < cell) {
                least = far;
                nearest = each.getValue();
                cell = each.getKey();
            }
        }
        if (nearest == null) {
            return "not shown";
        }
        int aside = column - cell % sheet.columns();
        int down = line - cell / sheet.columns();
        return (down < 0 ? "above " : down > 0 ? "beneath " : aside < 0 ? "left of " : "right of ") + name(nearest);
    }

    private String name(Label label) {
        return named.contains(label) ? text(label) : Integer.toString(label.number());
    }
}
