package llmq.render;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Shown;
import llmq.text.CellWidth;

/** The columns of a table that fit into a window, with their widths; the least needed ones are hidden. */
final class TableFit {
    /** Texts and headings are not made narrower than this; a table that needs it is printed vertically. */
    private static final int LEAST = 10;
    /** What is longer is no word but an address or a path. */
    private static final int LONGEST = 18;
    /** A row's name of so many letters still says which row it is. */
    private static final int NAME = 12;
    private static final int FRAME = 3;
    /** Of tables up to this size the texts are kept from measuring to printing. */
    private static final int SMALL = 2000;

    /** A column and the room it has. */
    static final class Slot {
        final ReaderColumn column;
        /** Widest part of its numbers before the point, and from the point on. */
        int before;
        int after;
        /** What it would take with nothing wrapped. */
        int natural;
        int width;
        /** Whether its texts stand in one line each, without what has no room. */
        boolean cut;
        private int content;
        private int least;
        private String[] texts;

        Slot(ReaderColumn column) {
            this.column = column;
        }

        /** What it takes unless there is room to spare, or none. */
        private int capped(int window) {
            return Math.min(natural, Math.max(least, column.isLabel() ? window / 2 : window / 3));
        }

        /** The cell as it stands in the table. */
        String text(int row) {
            return texts == null ? column.marked(row) : texts[row];
        }
    }

    final List<Slot> slots;
    final List<ReaderColumn> hidden;
    /** Whether the slots fit after all that could be done. */
    final boolean fits;

    private TableFit(List<Slot> slots, List<ReaderColumn> hidden, boolean fits) {
        this.slots = slots;
        this.hidden = hidden;
        this.fits = fits;
    }

    /**
     * @param rows   how many rows will be printed
     * @param window columns of the window, 0 for no limit
     * @param words  whether words stay whole, those at least that take no more than half the window
     * @param out    where they will be, which may have a stop asked for
     */
    static TableFit of(Grid grid, int rows, int window, boolean words, Appendable out) {
        List<Slot> slots = new ArrayList<>();
        for (ReaderColumn column : grid.columns()) {
            slots.add(measure(column, rows, grid.best() ? 1 : 0, out));
        }
        if (window == 0 || total(slots) <= window) {
            return new TableFit(slots, List.of(), true);
        }
        for (Slot slot : slots) {
            slot.least = words ? Math.max(slot.least, Math.min(longestWord(slot), window / 2)) : slot.least;
            slot.width = slot.capped(window);
        }
        hide(slots, window, Shown.ASKED);
        boolean fits = shrink(slots, window) || shrink(cutLabels(slots), window);
        if (!fits) {
            for (Slot slot : slots) {
                slot.width = slot.capped(window);
            }
            hide(slots, window, 0);
            fits = shrink(slots, window);
        }
        List<ReaderColumn> hidden = hidden(grid.columns(), slots);
        grow(slots, window - total(slots));
        return new TableFit(slots, hidden, fits);
    }

    private static Slot measure(ReaderColumn column, int rows, int mark, Appendable out) {
        Slot slot = new Slot(column);
        ReaderColumn.Align align = column.align();
        slot.texts = rows <= SMALL ? new String[rows] : null;
        for (int row = 0; row < rows; row++) {
            if (row % SMALL == 0) {
                Stoppable.check(out);
            }
            String text = column.marked(row);
            if (slot.texts != null) {
                slot.texts[row] = text;
            }
            if (align == ReaderColumn.Align.POINT) {
                int point = point(text);
                slot.before = Math.max(slot.before, point);
                slot.after = Math.max(slot.after, text.length() - point);
            } else {
                slot.content = Math.max(slot.content, CellWidth.of(text));
            }
        }
        slot.content = Math.max(slot.before + slot.after, slot.content);
        if (align == ReaderColumn.Align.RIGHT) {
            slot.content += mark;
        }
        int title = CellWidth.of(column.title());
        int unit = CellWidth.of(column.unit());
        slot.natural = Math.max(slot.content, Math.max(title, unit));
        slot.width = slot.natural;
        slot.least = align == ReaderColumn.Align.POINT
                ? Math.max(slot.content, Math.min(LEAST, Math.max(title, unit))) : Math.min(slot.natural, LEAST);
        return slot;
    }

    /** Where the point of a number is, or where it would be. */
    static int point(String number) {
        int length = number.length();
        for (int i = 0; i < length; i++) {
            char c = number.charAt(i);
            if (c == '.' || c == 'e') {
                return i;
            }
        }
        return length;
    }

    private static int total(List<Slot> slots) {
        int total = 1;
        for (Slot slot : slots) {
            total += slot.width + FRAME;
        }
        return total;
    }

    /** Those of the columns that have no slot, in their order. */
    private static List<ReaderColumn> hidden(List<ReaderColumn> columns, List<Slot> slots) {
        List<ReaderColumn> hidden = new ArrayList<>();
        int next = 0;
        for (ReaderColumn column : columns) {
            if (next < slots.size() && slots.get(next).column == column) {
                next++;
            } else {
                hidden.add(column);
            }
        }
        return hidden;
    }

    /** Hides columns that are needed less than so much. */
    private static void hide(List<Slot> slots, int window, int need) {
        while (total(slots) > window) {
            int least = -1;
            for (int i = 0; i < slots.size(); i++) {
                ReaderColumn column = slots.get(i).column;
                boolean may = column.need() > need && !column.isLabel();
                if (may && (least < 0 || column.need() >= slots.get(least).column.need())) {
                    least = i;
                }
            }
            if (least < 0) {
                break;
            }
            slots.remove(least);
        }
    }

    /** Letters of the longest word among the texts of a small table, which is not to be broken; else 0. */
    private static int longestWord(Slot slot) {
        int longest = 0;
        boolean texts = slot.texts != null && slot.column.align() == ReaderColumn.Align.LEFT;
        for (int row = 0; texts && row < slot.texts.length; row++) {
            String text = slot.texts[row];
            // An indent belongs to the first word.
            int start = 0;
            int end = text.length() - text.stripLeading().length();
            while (start < text.length()) {
                end = text.indexOf(' ', end);
                end = end < 0 ? text.length() : end;
                int letters = CellWidth.of(text.substring(start, end));
                longest = letters > LONGEST && !slot.column.isLabel() ? longest : Math.max(longest, letters);
                start = ++end;
            }
        }
        return longest;
    }

    /** Lets the names of rows go on with an ellipsis rather than have a column hidden that was asked for. */
    private static List<Slot> cutLabels(List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot.column.isLabel() && slot.least > NAME) {
                slot.least = NAME;
                slot.cut = true;
            }
        }
        return slots;
    }

    private static boolean shrink(List<Slot> slots, int window) {
        while (total(slots) > window) {
            Slot widest = null;
            for (Slot slot : slots) {
                if (slot.width > slot.least && (widest == null || slot.width > widest.width)) {
                    widest = slot;
                }
            }
            if (widest == null) {
                return false;
            }
            widest.width--;
        }
        return true;
    }

    private static void grow(List<Slot> slots, int room) {
        int spare = room;
        for (Slot slot : slots) {
            int more = Math.min(Math.max(0, spare), slot.natural - slot.width);
            slot.width += more;
            spare -= more;
        }
    }
}
