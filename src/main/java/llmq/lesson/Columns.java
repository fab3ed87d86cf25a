package llmq.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** Finds the columns of one result in another, where they may stand elsewhere and be called otherwise. */
final class Columns {
    private final Result right;
    private final Result other;
    private final Cells cells;

    Columns(Result right, Result other, Cells cells) {
        this.right = right;
        this.other = other;
        this.cells = cells;
    }

    /** The column that names the same things; −1 for none. @param column of the answer */
    int naming(int column) {
        Table answer = right.table();
        Table table = other.table();
        List<Integer> candidates = new ArrayList<>();
        if (table.label() != null) {
            candidates.add(table.schema().find(table.label()));
        }
        for (Shown shown : other.shown()) {
            candidates.add(shown.column());
        }
        Set<String> names = keys(answer.column(column));
        int best = -1;
        int most = 0;
        for (int candidate : candidates) {
            if (Cells.alike(answer.column(column), table.column(candidate))) {
                Set<String> found = keys(table.column(candidate));
                found.retainAll(names);
                if (found.size() > most) {
                    most = found.size();
                    best = candidate;
                }
            }
        }
        return best;
    }

    private static Set<String> keys(Column column) {
        Set<String> keys = new HashSet<>();
        for (int row = 0; row < column.size(); row++) {
            keys.add(Cells.key(column, row));
        }
        return keys;
    }

    /**
     * How one column of the answer is there in the other result.
     *
     * @param column    of the other result; −1 where there is none
     * @param different in how many of the rows it holds another value
     * @param words     what is wrong with the values as a whole, {@code null} where nothing simple is
     */
    record Found(int column, int different, String words) {
    }

    /**
     * The column with the same values in the same rows, or the one of the same title.
     *
     * @param rows      of the answer
     * @param otherRows which of the other result's each of those is
     */
    Found find(Shown wanted, int[] rows, int[] otherRows) {
        Field field = right.table().schema().field(wanted.column());
        Column values = right.table().column(wanted.column());
        Found best = null;
        for (Shown offered : Asked.offered(other)) {
            Column candidate = other.table().column(offered.column());
            boolean title = offered.title().equalsIgnoreCase(wanted.title());
            if (!Cells.alike(values, candidate)) {
                continue;
            }
            int different = 0;
            for (int i = 0; i < rows.length; i++) {
                different += cells.same(field, values, rows[i], candidate, otherRows[i]) ? 0 : 1;
            }
            if (different == 0) {
                return new Found(offered.column(), 0, null);
            }
            String words = factor(values, rows, candidate, otherRows);
            boolean meant = title || words != null || different * 2 < rows.length;
            if (meant && (best == null || title || different < best.different())) {
                best = new Found(offered.column(), different, words);
            }
        }
        return best == null ? new Found(-1, rows.length, null) : best;
    }

    /** Where all values are off by the same factor of a unit, or in their sign; else {@code null}. */
    private static String factor(Column right, int[] rows, Column other, int[] otherRows) {
        if (!(right instanceof NumberColumn numbers)) {
            return null;
        }
        String words = null;
        int seen = 0;
        for (int i = 0; i < rows.length; i++) {
            double value = numbers.values()[rows[i]];
            double found = ((NumberColumn) other).values()[otherRows[i]];
            if (value == value && found == found && value != 0) {
                String one = Numbers.sign(value, found, Exercise.Terms.USUAL_TOLERANCE);
                one = one == null ? Numbers.factor(value, found, Exercise.Terms.USUAL_TOLERANCE) : one;
                if (one == null || words != null && !one.equals(words)) {
                    return null;
                }
                words = one;
                seen++;
            }
        }
        return seen == 0 ? null : words;
    }
}
