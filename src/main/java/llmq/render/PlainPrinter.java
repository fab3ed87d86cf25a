package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Result;

/** One sentence per row, for screen readers: {@code rank 1, name Phi-1.5, mmlu 42.9 %}. */
final class PlainPrinter implements Printer {
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
        Footer.title(result, style, out);
        Grid grid = Grid.of(result);
        int rows = result.wanted().shown(grid.rows(), style.maxRows());
        StringBuilder line = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            line.setLength(0);
            for (ReaderColumn column : grid.columns()) {
                line.append(line.length() == 0 ? "" : ", ").append(column.title()).append(' ');
                if (!column.isKnown(row)) {
                    line.append("unknown");
                } else {
                    line.append(column.isRough(row) ? "about " : "").append(column.quantity(row))
                            .append(column.isBest(row) ? " (best)" : "");
                }
            }
            out.append(line.append('\n'));
        }
        new Footer(style, out).rows(rows, grid.rows(), result.wanted()).about(result);
    }
}
