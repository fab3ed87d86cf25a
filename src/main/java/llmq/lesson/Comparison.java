package llmq.lesson;

import java.util.List;
import java.util.Objects;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Table;

/**
 * Holds results against the answer of an exercise: what they say, not how they were asked for. Columns go by their
 * values, rows by their names; numbers may be off by the exercise's tolerance, unknown is like unknown.
 */
public final class Comparison {
    /** More than this nobody asks for in a lesson. */
    private static final int MOST_ROWS = 200_000;

    private final Result answer;
    private final Exercise.Terms terms;
    private final List<Shown> asked;

    public Comparison(Result answer, Exercise.Terms terms) {
        this.answer = answer;
        this.terms = terms;
        this.asked = Asked.of(answer, terms.columns());
    }

    /** How many of the first rows are asked for; 0 where it is not the first ones. */
    int top() {
        return RowComparison.isTop(answer) ? answer.table().rows() : 0;
    }

    /** What is to be said of a learner's result. */
    public Verdict of(Result result) {
        if (answer.layout() == Layout.PAGE || result.layout() == Layout.PAGE) {
            return answer.layout() == result.layout() && isSame(answer, result) ? Verdict.RIGHT : Verdict.OTHER;
        }
        if (result.table().rows() > MOST_ROWS) {
            return Verdict.OTHER;
        }
        if (answer.layout() == Layout.FIT) {
            return new FitComparison(answer, result, terms).verdict();
        }
        if (answer.picture() != null) {
            return new PlotComparison(answer, result, terms, asked).verdict();
        }
        if (answer.layout() == Layout.CHANGE && result.layout() == Layout.CHANGE) {
            return new ChangeComparison(answer, result, terms, asked).verdict();
        }
        boolean value = isValue();
        Verdict verdict = value ? new ValueComparison(answer, result, terms, asked).verdict()
                : result.layout() == Layout.SCALAR ? oneValue(result) : rows(answer, result, terms, asked);
        if (result.picture() == null || value) {
            return verdict;
        }
        return verdict.isRight() ? Verdict.near("the right rows, as a picture; a table is asked for") : Verdict.OTHER;
    }

    /** Whether one row is asked for that has no name. */
    private boolean isValue() {
        return answer.layout() == Layout.SCALAR
                || answer.table().rows() == 1 && answer.table().label() == null && !asked.isEmpty();
    }

    /** Where a table is asked for: one value is meant as an answer if it counts the rows or stands among them. */
    private Verdict oneValue(Result result) {
        Verdict held = new ValueComparison(result, answer, terms, result.shown()).verdict();
        boolean within = held.isRight() || held.words().equals(ValueComparison.TABLE);
        return within ? Verdict.near("one value, where a table is asked for") : Verdict.OTHER;
    }

    /** @param asked the columns that must be there */
    static Verdict rows(Result answer, Result other, Exercise.Terms terms, List<Shown> asked) {
        if (answer.table().rows() == 0 || other.table().rows() == 0) {
            boolean right = answer.table().rows() == other.table().rows() && isAskedAlike(answer, other, asked);
            return right ? Verdict.RIGHT : answer.table().rows() > 0 ? Verdict.near("no row meets this condition")
                    : Verdict.OTHER;
        }
        Verdict named = new RowComparison(answer, other, terms, asked).verdict();
        boolean nameless = named == null || named.kind() == Verdict.Kind.OTHER && !terms.columns().isEmpty()
                && !terms.columns().contains(answer.table().label());
        return nameless ? new BareRows(answer, other, terms, asked).verdict() : named;
    }

    /** Whether two results without rows were asked for the same: no values tell. */
    private static boolean isAskedAlike(Result answer, Result other, List<Shown> asked) {
        if (!Objects.equals(answer.table().label(), other.table().label())) {
            return false;
        }
        for (Shown column : answer.shown()) {
            // What was not asked for need not be shown, but whatever has it is of the same kind.
            boolean there = asked.contains(column) ? isShown(column.title(), other)
                    : Asked.find(other, column.title()) != null;
            if (!there) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShown(String title, Result result) {
        for (Shown column : result.shown()) {
            if (column.title().equalsIgnoreCase(title)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two results hold the same in all of their columns, row by row. */
    static boolean isSame(Result result, Result other) {
        Table table = result.table();
        Table second = other.table();
        if (table.rows() != second.rows() || table.schema().size() != second.schema().size()) {
            return false;
        }
        for (int column = 0; column < table.schema().size(); column++) {
            if (!Cells.alike(table.column(column), second.column(column))) {
                return false;
            }
            for (int row = 0; row < table.rows(); row++) {
                if (!Cells.key(table.column(column), row).equals(Cells.key(second.column(column), row))) {
                    return false;
                }
            }
        }
        return true;
    }
}
