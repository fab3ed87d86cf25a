package llmq.render;

import java.io.IOException;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** One value alone, or a page of properties: what needs no table. */
final class PagePrinter implements Printer {
    private static final int GAP = 2;
    /** A column of values narrower than this is put beneath the property instead of beside it. */
    private static final int NARROW = 24;
    private static final int LEAST = 10;

    private final Style style;

    private PagePrinter(Style style) {
        this.style = style;
    }

    static PagePrinter of(Style style) {
        return new PagePrinter(style);
    }

    @Override
    public void print(Result result, Appendable out) throws IOException {
        Grid grid = Grid.of(result, style);
        Footer.title(result, style, out);
        if (result.layout() == Layout.SCALAR) {
            scalar(grid, out);
        } else if (style.plain()) {
            sentences(grid, out);
        } else {
            page(grid, out);
        }
        new Footer(style, out).about(result);
    }

    private void scalar(Grid grid, Appendable out) throws IOException {
        boolean known = grid.rows() > 0 && grid.columns().get(0).isKnown(0);
        String text = scalarText(grid, style.plain());
        Role role = known ? grid.columns().get(0).role(0) : Role.UNKNOWN;
        Wrap.print(text, style.width(), 0, role, style.theme(), out);
    }

    /** The single value in words. */
    static String scalarText(Grid grid, boolean plain) {
        ReaderColumn column = grid.columns().get(0);
        if (grid.rows() == 0 || !column.isKnown(0)) {
            return "unknown";
        }
        return (column.isRough(0) ? plain ? "about " : "~" : "") + column.quantity(0);
    }

    private void page(Grid grid, Appendable out) throws IOException {
        int widest = 0;
        for (int row = 0; row < grid.rows(); row++) {
            widest = Math.max(widest, CellWidth.of(property(grid, row)));
        }
        int room = style.width() - widest - GAP;
        boolean beneath = style.width() > 0 && room < NARROW;
        int left = beneath ? GAP : widest + GAP;
        int width = style.width() == 0 ? 0 : Math.max(LEAST, style.width() - left);
        for (int row = 0; row < grid.rows(); row++) {
            String property = property(grid, row);
            List<String> lines = Wrap.lines(value(grid, row), width);
            String name = style.theme().paint(Role.HEADER, property);
            if (beneath) {
                out.append(property.isEmpty() ? "" : name + "\n").append(indented(lines.get(0), GAP));
            } else {
                int gap = left - CellWidth.of(property);
                out.append((name + " ".repeat(gap) + lines.get(0)).stripTrailing()).append("\n");
            }
            for (int i = 1; i < lines.size(); i++) {
                out.append(indented(lines.get(i), left));
            }
        }
    }

    /** A sentence for each property: {@code median: 4 of 7}. */
    private void sentences(Grid grid, Appendable out) throws IOException {
        for (int row = 0; row < grid.rows(); row++) {
            String property = property(grid, row);
            String sentence = (property.isEmpty() ? "" : property + ": ") + value(grid, row);
            for (String line : Wrap.lines(sentence, 0)) {
                Wrap.print(line, style.width(), GAP, Role.SAID, style.theme(), out);
            }
        }
    }

    private static String indented(String line, int indent) {
        return (" ".repeat(indent) + line).stripTrailing() + "\n";
    }

    private static String property(Grid grid, int row) {
        ReaderColumn column = grid.columns().get(0);
        return column.isKnown(row) ? SafeText.of(column.raw(row)) : "";
    }

    /** What stands beside the property; line ends in it are kept, further columns follow on the same line. */
    private static String value(Grid grid, int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < grid.columns().size(); i++) {
            ReaderColumn column = grid.columns().get(i);
            if (column.isKnown(row)) {
                boolean number = column.align() != ReaderColumn.Align.LEFT;
                text.append(text.length() == 0 ? "" : "  ").append(column.isRough(row) ? "~" : "")
                        .append(number ? column.quantity(row) : SafeText.lines(column.raw(row)));
            } else if (grid.columns().size() == 2) {
                text.append(ReaderColumn.UNKNOWN);
            }
        }
        return text.toString();
    }
}
