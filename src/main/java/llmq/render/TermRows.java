package llmq.render;

import java.util.Arrays;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;

/** Which columns of a table of terms are of the fit, and at which rows a fit begins. */
final class TermRows {
    private TermRows() {
    }

    /** How many of the columns are of the fit: those before the one that names the term. */
    static int columns(List<Shown> shown) {
        // A key of the fits may be called so as well, and stands before.
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (shown.get(i).title().equals(Layout.TERM)) {
                return i;
            }
        }
        return 0;
    }

    /** The first row of each fit, in order. */
    static int[] starts(Result result) {
        List<Shown> ofFit = result.shown().subList(0, columns(result.shown()));
        Table table = result.table();
        int[] starts = new int[table.rows()];
        int fits = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (row == 0 || differs(table, ofFit, row)) {
                starts[fits++] = row;
            }
        }
        return Arrays.copyOf(starts, fits);
    }

    /** Whether the row says another thing of its fit than the one before it. */
    private static boolean differs(Table table, List<Shown> ofFit, int row) {
        for (Shown shown : ofFit) {
            if (differs(table.column(shown.column()), row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Column column, int row) {
        if (column instanceof NumberColumn numbers) {
            return Double.compare(numbers.values()[row], numbers.values()[row - 1]) != 0;
        }
        return column instanceof TextColumn texts ? texts.codes()[row] != texts.codes()[row - 1]
                : column instanceof BooleanColumn truths && truths.values()[row] != truths.values()[row - 1];
    }
}
