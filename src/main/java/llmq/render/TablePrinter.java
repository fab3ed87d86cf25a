package llmq.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import llmq.render.TableFit.Slot;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Wrap;

/**
 * A table with rules, numbers aligned on their points. In a narrow window the least needed columns are hidden, long
 * texts are wrapped, and what is hidden or shortened is said beneath; where even that does not fit, the rows are
 * printed vertically.
 */
final class TablePrinter implements Printer {
    /** A text that would take more lines than this is cut. */
    private static final int LINES = 4;

    private final Style style;
    private final boolean whole;

    TablePrinter(Style style) {
        this(style, false);
    }

    private TablePrinter(Style style, boolean whole) {
        this.style = style;
        this.whole = whole;
    }

    /** That rather lays the rows on their side than hide a column or cut a text. */
    static TablePrinter whole(Style style) {
        return new TablePrinter(style, true);
    }

    @Override
    public void print(Result result, Appendable out) throws IOException {
        if (result.layout() == Layout.SCALAR || result.layout() == Layout.PAGE) {
            PagePrinter.of(style).print(result, out);
            return;
        }
        if (result.layout() == Layout.PLOT) {
            new PlotPrinter(style).print(result, out);
            return;
        }
        Grid grid = Grid.laidOut(result, style);
        boolean upright = !result.layout().isSideways();
        // The lines of a comparison are its columns.
        int rows = upright ? result.wanted().shown(grid.rows(), style.maxRows()) : grid.rows();
        // A term of a fit reads as well on two lines, and its rows are to be compared.
        TableFit fit = TableFit.of(grid, rows, style.width(), result.layout() != Layout.FIT, out);
        if (!fit.fits || fit.slots.isEmpty() || whole && !fit.hidden.isEmpty()) {
            new VerticalPrinter(style).print(result, out);
            return;
        }
        int missing = missing(result, fit);
        if (missing > 0) {
            VerticalPrinter.insteadOfTable(style, missing).print(result, out);
            return;
        }
        Footer.title(result, style, out);
        Sheet sheet = new Sheet(fit.slots, grid.best());
        sheet.rule("┌┬┐", out);
        sheet.headings(out);
        if (rows > 0 && sheet.hasUnits()) {
            sheet.units(out);
        }
        sheet.rule("├┼┤", out);
        for (int row = 0; row < rows; row++) {
            sheet.row(row, out);
        }
        sheet.rule("└┴┘", out);
        Footer footer = new Footer(style, out);
        if (upright) {
            footer.rows(rows, grid.rows(), result.wanted());
        }
        footer.hidden(rows == 0 ? List.of() : fit.hidden).shortened(sheet.shortened()).best(grid.best()).about(result);
    }

    /**
     * How many columns a table would leave out, if it left out what the rows are ordered or grouped by, or most of
     * what was asked for; else 0.
     */
    private static int missing(Result result, TableFit fit) {
        int shown = 0;
        for (Slot slot : fit.slots) {
            shown += isAsked(slot.column) ? 1 : 0;
        }
        int left = 0;
        boolean key = false;
        for (ReaderColumn column : fit.hidden) {
            left += isAsked(column) ? 1 : 0;
            key |= column.need() <= Shown.KEY;
        }
        return result.layout() == Layout.TABLE && (key || left > shown) ? fit.hidden.size() : 0;
    }

    private static boolean isAsked(ReaderColumn column) {
        return column.need() <= Shown.ASKED;
    }

    /** Writes the lines of one table. */
    private final class Sheet {
        private final List<Slot> slots;
        private final boolean best;
        private final boolean[] cut;
        private final String bar;
        private final StringBuilder line = new StringBuilder();

        Sheet(List<Slot> slots, boolean best) {
            this.slots = slots;
            this.best = best;
            this.cut = new boolean[slots.size()];
            this.bar = style.theme().paint(Role.RULE, style.unicode() ? "│" : "|");
        }

        /** @param corners left, middle, right */
        void rule(String corners, Appendable out) throws IOException {
            line.setLength(0);
            for (int i = 0; i < slots.size(); i++) {
                line.append(style.unicode() ? corners.charAt(i == 0 ? 0 : 1) : '+');
                line.append((style.unicode() ? "─" : "-").repeat(slots.get(i).width + 2));
            }
            line.append(style.unicode() ? corners.charAt(2) : '+');
            out.append(style.theme().paint(Role.RULE, line.toString())).append('\n');
        }

        void headings(Appendable out) throws IOException {
            List<List<String>> titles = new ArrayList<>();
            for (Slot slot : slots) {
                titles.add(Wrap.lines(slot.column.title(), slot.width));
            }
            heading(titles, Role.HEADER, out);
        }

        boolean hasUnits() {
            for (Slot slot : slots) {
                if (!slot.column.unit().isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        void units(Appendable out) throws IOException {
            List<List<String>> units = new ArrayList<>();
            for (Slot slot : slots) {
                units.add(Wrap.lines(slot.column.unit(), slot.width));
            }
            heading(units, Role.UNIT, out);
        }

        private void heading(List<List<String>> cells, Role role, Appendable out) throws IOException {
            int height = 1;
            for (List<String> cell : cells) {
                height = Math.max(height, cell.size());
            }
            for (int i = 0; i < height; i++) {
                line.setLength(0);
                for (int k = 0; k < slots.size(); k++) {
                    // Headings stand on the bottom line.
                    int at = i - (height - cells.get(k).size());
                    Slot slot = slots.get(k);
                    line.append(bar).append(' ');
                    text(slot, at < 0 ? "" : cells.get(k).get(at), role, slot.column.align());
                    line.append(' ');
                }
                out.append(line.append(bar).append('\n'));
            }
        }

        void row(int row, Appendable out) throws IOException {
            line.setLength(0);
            List<List<String>> wrapped = null;
            for (int k = 0; k < slots.size(); k++) {
                Slot slot = slots.get(k);
                ReaderColumn column = slot.column;
                String text = slot.text(row);
                if (best && column.align() == ReaderColumn.Align.RIGHT) {
                    text += column.isBest(row) ? "*" : " ";
                }
                Role role = column.role(row);
                line.append(bar).append(' ');
                if (column.align() == ReaderColumn.Align.POINT) {
                    number(slot, text, role);
                } else if (CellWidth.of(text) <= slot.width) {
                    text(slot, text, role, column.align());
                } else {
                    wrapped = wrapped == null ? noLines() : wrapped;
                    List<String> lines = lines(text, k);
                    wrapped.set(k, lines);
                    text(slot, lines.get(0), role, column.align());
                }
                line.append(' ');
            }
            out.append(line.append(bar).append('\n'));
            if (wrapped != null) {
                more(wrapped, row, out);
            }
        }

        private List<List<String>> noLines() {
            List<List<String>> lines = new ArrayList<>();
            for (int k = 0; k < slots.size(); k++) {
                lines.add(List.of());
            }
            return lines;
        }

        private List<String> lines(String text, int k) {
            int width = slots.get(k).width;
            if (slots.get(k).cut) {
                cut[k] = true;
                return List.of(Wrap.ended(text, width, style.ellipsis()));
            }
            // Of a very long text only the beginning is looked at.
            int enough = whole ? text.length() : Math.min(text.length(), width * LINES * 4);
            List<String> lines = Wrap.lines(text.substring(0, enough), width);
            if (!whole && lines.size() > LINES || enough < text.length()) {
                cut[k] = true;
                lines = new ArrayList<>(lines.subList(0, Math.min(LINES, lines.size())));
                int last = lines.size() - 1;
                String room = CellWidth.of(lines.get(last)) < width ? lines.get(last) + style.ellipsis() : "";
                lines.set(last, !room.isEmpty() && CellWidth.of(room) <= width ? room
                        : Wrap.ended(lines.get(last), width, style.ellipsis()));
            }
            return lines;
        }

        private void more(List<List<String>> wrapped, int row, Appendable out) throws IOException {
            int height = 1;
            for (List<String> lines : wrapped) {
                height = Math.max(height, lines.size());
            }
            for (int i = 1; i < height; i++) {
                line.setLength(0);
                for (int k = 0; k < slots.size(); k++) {
                    Slot slot = slots.get(k);
                    List<String> lines = wrapped.get(k);
                    line.append(bar).append(' ');
                    text(slot, i < lines.size() ? lines.get(i) : "", slot.column.role(row), slot.column.align());
                    line.append(' ');
                }
                out.append(line.append(bar).append('\n'));
            }
        }

        private void number(Slot slot, String text, Role role) {
            int point = TableFit.point(text);
            spaces(slot.width - slot.after - point);
            line.append(style.theme().paint(role, text));
            spaces(slot.after - (text.length() - point));
        }

        private void text(Slot slot, String text, Role role, ReaderColumn.Align align) {
            int space = slot.width - CellWidth.of(text);
            if (align != ReaderColumn.Align.LEFT) {
                spaces(space);
            }
            line.append(style.theme().paint(role, text));
            if (align == ReaderColumn.Align.LEFT) {
                spaces(space);
            }
        }

        private void spaces(int count) {
            for (int i = 0; i < count; i++) {
                line.append(' ');
            }
        }

        List<ReaderColumn> shortened() {
            List<ReaderColumn> columns = new ArrayList<>();
            for (int k = 0; k < cut.length; k++) {
                if (cut[k]) {
                    columns.add(slots.get(k).column);
                }
            }
            return columns;
        }
    }
}
