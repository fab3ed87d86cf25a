package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Wrap;

/** One sentence per row, for screen readers: {@code rank 1, name Phi-1.5, mmlu 42.9 %}. */
final class PlainPrinter implements Printer {
    /** Of the further lines of a row that is wider than the window. */
    private static final int INDENT = 2;

    private final Style style;

    PlainPrinter(Style style) {
        this.style = style;
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
        StringBuilder line = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            line.setLength(0);
            for (ReaderColumn column : grid.columns()) {
                if (!column.isBlank(row)) {
                    line.append(line.length() == 0 ? "" : ", ").append(column.title()).append(' ');
                    cell(column, row, line);
                }
            }
            Wrap.print(line.toString(), style.width(), INDENT, Role.SAID, style.theme(), out);
        }
        new Footer(style, out).rows(rows, grid.rows(), result.wanted()).about(result);
    }

    private static void cell(ReaderColumn column, int row, StringBuilder line) {
        if (!column.isKnown(row)) {
            line.append("unknown");
            return;
        }
        String text = column.quantity(row);
        // A voice may well leave the sign out.
        boolean below = text.startsWith("<") && column.align() == ReaderColumn.Align.POINT;
        line.append(column.isRough(row) ? "about " : "").append(below ? "below " : "")
                .append(text, below ? 1 : 0, text.length()).append(column.isBest(row) ? " (best)" : "");
    }
}
