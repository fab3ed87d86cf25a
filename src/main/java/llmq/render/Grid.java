package llmq.render;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.text.Style;
import llmq.value.NumberForm;

/** Rows and columns as a reader sees them. @param best whether some cells are marked as the best */
record Grid(List<ReaderColumn> columns, int rows, boolean best) {

    /** The rows of the result as they are, whatever its layout. */
    static Grid of(Result result, Style style) {
        List<Shown> shown = result.shown();
        boolean fits = result.layout() == Layout.FIT;
        int ofFit = fits ? TermRows.columns(shown) : 0;
        BitSet again = fits ? again(result) : null;
        List<ReaderColumn> columns = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).reader() != Shown.Reader.MACHINES) {
                TableColumn column = TableColumn.of(result, shown.get(i), result.layout() == Layout.COMPARE,
                        i < ofFit ? again : null, style.digits());
                columns.add(shown.get(i).form() == NumberForm.BAR && !style.plain()
                        ? BarColumn.of(result.table(), shown.get(i).column(), column, style.unicode()) : column);
            }
        }
        int rows = result.table().rows();
        return new Grid(columns, rows, hasBest(columns, rows, result.layout()));
    }

    /** The rows of terms that are not the first of their fit. */
    private static BitSet again(Result result) {
        BitSet again = new BitSet();
        again.set(0, result.table().rows());
        for (int start : TermRows.starts(result)) {
            again.clear(start);
        }
        return again;
    }

    /** The rows as their layout wants them: a comparison has a column for each row of the table. */
    static Grid laidOut(Result result, Style style) {
        Grid grid = of(result, style);
        return result.layout().isSideways() ? TransposedColumn.grid(grid, grid.hasUnits()) : grid;
    }

    /** The rows to be told one after the other, each value with its unit: what is compared, or what changes. */
    static Grid told(Result result, Style style) {
        Grid grid = of(result, style);
        return result.layout() == Layout.CHANGE ? TransposedColumn.grid(grid, false) : grid;
    }

    private static boolean hasBest(List<ReaderColumn> columns, int rows, Layout layout) {
        for (int row = 0; layout == Layout.COMPARE && row < rows; row++) {
            for (ReaderColumn column : columns) {
                if (column.isBest(row)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean hasUnits() {
        for (ReaderColumn column : columns) {
            if (!column.unit().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
