package llmq.render;

import java.io.IOException;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Wrap;

/** One block per row, one line per value: {@code name: value unit}. */
final class VerticalPrinter implements Printer {
    /** Values with less room than this beside their names go beneath them. */
    private static final int NARROW = 16;
    private static final int LEAST = 10;

    /** Values that are enough on a screen where the rows lie on their side only as they had to. */
    private static final int ENOUGH = 100;

    private final Style style;
    private final int missing;

    VerticalPrinter(Style style) {
        this(style, 0);
    }

    private VerticalPrinter(Style style, int missing) {
        this.style = style;
        this.missing = missing;
    }

    /** Of rows that nobody wanted on their side. @param missing how many columns of a table would be missing */
    static VerticalPrinter insteadOfTable(Style style, int missing) {
        return new VerticalPrinter(style, missing);
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
        Footer.title(result, style, out);
        Grid grid = Grid.told(result, style);
        int rows = result.wanted().shown(grid.rows(), style.maxRows());
        if (missing > 0 && style.maxRows() > 0 && !grid.columns().isEmpty()) {
            // A row that was asked for is shown all the same.
            int enough = Math.max(1, ENOUGH / grid.columns().size());
            rows = Math.min(rows, result.wanted().shown(grid.rows(), enough));
        }
        int widest = 0;
        for (ReaderColumn column : grid.columns()) {
            widest = Math.max(widest, CellWidth.of(column.title()));
        }
        for (int row = 0; row < rows; row++) {
            if (row > 0) {
                out.append('\n');
            }
            for (ReaderColumn column : grid.columns()) {
                if (!column.isBlank(row)) {
                    line(column, row, widest, out);
                }
            }
        }
        boolean footer = rows > 0 && (missing > 0 || rows < grid.rows() || rows > Footer.MANY
                || !result.said().isEmpty() || !result.leftOut().isEmpty() || !result.notes().isEmpty());
        out.append(footer ? "\n" : "");
        new Footer(style, out).rows(rows, grid.rows(), result.wanted()).onTheirSide(missing, grid.columns().size())
                .about(result);
    }

    private void line(ReaderColumn column, int row, int widest, Appendable out) throws IOException {
        String text = !column.isKnown(row) ? ReaderColumn.UNKNOWN
                : (column.isRough(row) ? "~" : "") + column.quantity(row) + (column.isBest(row) ? " (best)" : "");
        int left = widest + 2;
        int room = style.width() - left;
        boolean beneath = style.width() > 0 && room < NARROW && CellWidth.of(text) > room;
        List<String> lines = Wrap.lines(text,
                style.width() == 0 ? 0 : Math.max(LEAST, beneath ? style.width() - 2 : room));
        out.append(" ".repeat(widest - CellWidth.of(column.title())))
                .append(style.theme().paint(Role.HEADER, column.title())).append(":");
        for (int i = 0; i < lines.size(); i++) {
            boolean ownLine = beneath || i > 0;
            out.append(ownLine ? "\n" + " ".repeat(beneath ? 2 : left) : " ")
                    .append(style.theme().paint(column.role(row), lines.get(i)));
        }
        out.append('\n');
    }
}
