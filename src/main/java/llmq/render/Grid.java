package llmq.render;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;

/** Rows and columns as a reader sees them. @param best whether some cells are marked as the best */
record Grid(List<ReaderColumn> columns, int rows, boolean best) {

    /** The rows of the result as they are, whatever its layout. */
    static Grid of(Result result) {
        List<ReaderColumn> columns = new ArrayList<>();
        for (Shown shown : result.shown()) {
            if (shown.reader() != Shown.Reader.MACHINES) {
                columns.add(TableColumn.of(result, shown, result.layout() == Layout.COMPARE));
            }
        }
        int rows = result.table().rows();
        return new Grid(columns, rows, hasBest(columns, rows, result.layout()));
    }

    /** The rows as their layout wants them: a comparison has a column for each row of the table. */
    static Grid laidOut(Result result) {
        Grid grid = of(result);
        return result.layout() == Layout.COMPARE ? TransposedColumn.grid(grid) : grid;
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
