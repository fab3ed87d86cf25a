package llmq.lesson;

import java.util.List;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Column;

/**
 * Holds what a {@code whatif} gives against another one: figures that stay as they are do not show in either. Its rows
 * are the states before and after, the difference, and the ends of its interval, which the first column names.
 */
final class ChangeComparison {
    private static final int STATE = 0;
    private static final int BEFORE = 0;
    private static final int AFTER = 1;

    private final Result answer;
    private final Result other;
    private final Cells cells;
    private final List<Shown> asked;
    /** For each row of the answer the other's row of the same state; −1 for none. */
    private final int[] match;

    ChangeComparison(Result answer, Result other, Exercise.Terms terms, List<Shown> asked) {
        this.answer = answer;
        this.other = other;
        this.cells = new Cells(terms.tolerance());
        this.asked = asked;
        this.match = new int[answer.table().rows()];
        for (int row = 0; row < match.length; row++) {
            match[row] = row(Cells.key(answer.table().column(STATE), row));
        }
    }

    private int row(String state) {
        for (int row = 0; row < other.table().rows(); row++) {
            if (Cells.key(other.table().column(STATE), row).equals(state)) {
                return row;
            }
        }
        return -1;
    }

    Verdict verdict() {
        int[] rows = new int[match.length];
        for (int row = 0; row < rows.length; row++) {
            if (match[row] < 0) {
                return Verdict.OTHER;
            }
            rows[row] = row;
        }
        Columns columns = new Columns(answer, other, cells);
        for (Shown wanted : asked) {
            if (columns.find(wanted, rows, match).different() > 0) {
                String words = words(wanted);
                if (words != null) {
                    return Verdict.near("`" + wanted.title() + "` " + words);
                }
            }
        }
        return Verdict.RIGHT;
    }

    /** How one figure differs; {@code null} where it does not, and only was not shown. */
    private String words(Shown wanted) {
        Shown found = Asked.find(other, wanted.title());
        Column right = answer.table().column(wanted.column());
        Column values = found == null ? null : other.table().column(found.column());
        if (values == null || !Cells.alike(right, values)) {
            return "is not among these figures, and is asked for";
        }
        if (!same(wanted, right, BEFORE, values, match[BEFORE])) {
            return "is another one before the change already: look at the model, and at the fit";
        }
        if (same(wanted, right, AFTER, values, match[AFTER])) {
            return differs(wanted, right, values) ? "comes out the same, but the differences do not" : null;
        }
        return same(wanted, values, match[BEFORE], values, match[AFTER]) ? "stays as it is, and the task changes it"
                : "is changed to another value than is asked for";
    }

    private boolean differs(Shown wanted, Column right, Column values) {
        for (int row = 0; row < right.size(); row++) {
            if (!same(wanted, right, row, values, match[row])) {
                return true;
            }
        }
        return false;
    }

    private boolean same(Shown wanted, Column right, int row, Column values, int other) {
        return cells.same(answer.table().schema().field(wanted.column()), right, row, values, other);
    }
}
