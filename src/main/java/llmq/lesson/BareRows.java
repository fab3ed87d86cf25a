package llmq.lesson;

import java.util.List;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.Table;

/** Holds rows without names against those of an answer: each has to be there as often as in the answer. */
final class BareRows {
    /** Of more pairs of rows than this each is not held against each. */
    private static final long MOST_PAIRS = 20_000_000;

    private final Result answer;
    private final Result other;
    private final Exercise.Terms terms;
    private final List<Shown> asked;
    private final Cells cells;

    BareRows(Result answer, Result other, Exercise.Terms terms, List<Shown> asked) {
        this.answer = answer;
        this.other = other;
        this.terms = terms;
        this.asked = asked;
        this.cells = new Cells(terms.tolerance());
    }

    Verdict verdict() {
        int n = answer.table().rows();
        int m = other.table().rows();
        if ((long) n * m > MOST_PAIRS || asked.isEmpty()) {
            return Comparison.isSame(answer, other) ? Verdict.RIGHT : Verdict.OTHER;
        }
        int[] columns = new int[asked.size()];
        int missing = 0;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(asked.get(i), columns, i);
            missing += columns[i] < 0 ? 1 : 0;
        }
        if (missing == columns.length) {
            return Verdict.OTHER;
        }
        int common = 0;
        int ordered = 0;
        boolean[] used = new boolean[m];
        for (int row = 0; row < n; row++) {
            for (int otherRow = 0; otherRow < m; otherRow++) {
                if (!used[otherRow] && same(columns, row, otherRow)) {
                    used[otherRow] = true;
                    common++;
                    break;
                }
            }
            ordered += row < m && same(columns, row, row) ? 1 : 0;
        }
        if (common < n || m > n) {
            return different(n, m, common);
        }
        if (missing > 0) {
            return Verdict.near("right rows; " + (missing == 1 ? "a column is" : missing + " columns are")
                    + " missing that the task asks for");
        }
        return terms.ordered() && ordered < n ? Verdict.near("right rows, in another order") : Verdict.RIGHT;
    }

    private Verdict different(int n, int m, int common) {
        if (common * 2 < n || RowComparison.isEverything(other) && m > n * RowComparison.LOOK) {
            return Verdict.OTHER;
        }
        return Verdict.near(common == n ? (n == 2 ? "both" : "all " + n) + " rows are there, and " + (m - n) + " more"
                : common == m ? m + " of " + n + " rows are there" : common + " of " + n + " rows are right");
    }

    private boolean same(int[] columns, int row, int otherRow) {
        for (int i = 0; i < columns.length; i++) {
            int column = asked.get(i).column();
            if (columns[i] >= 0 && !cells.same(answer.table().schema().field(column), answer.table().column(column),
                    row, other.table().column(columns[i]), otherRow)) {
                return false;
            }
        }
        return true;
    }

    /** The column with the most values in common, one of the same title first; −1 for none. */
    private int column(Shown wanted, int[] taken, int count) {
        Table table = answer.table();
        Field field = table.schema().field(wanted.column());
        Column values = table.column(wanted.column());
        int best = -1;
        double most = 0;
        for (Shown offered : Asked.offered(other)) {
            Column candidate = other.table().column(offered.column());
            if (!Cells.alike(values, candidate) || isTaken(offered.column(), taken, count)) {
                continue;
            }
            double common = offered.title().equalsIgnoreCase(wanted.title()) ? 0.5 : 0;
            boolean[] used = new boolean[candidate.size()];
            for (int row = 0; row < values.size(); row++) {
                for (int otherRow = 0; otherRow < used.length; otherRow++) {
                    if (!used[otherRow] && cells.same(field, values, row, candidate, otherRow)) {
                        used[otherRow] = true;
                        common++;
                        break;
                    }
                }
            }
            if (common > most) {
                most = common;
                best = offered.column();
            }
        }
        return best;
    }

    private static boolean isTaken(int column, int[] taken, int count) {
        for (int i = 0; i < count; i++) {
            if (taken[i] == column) {
                return true;
            }
        }
        return false;
    }
}
