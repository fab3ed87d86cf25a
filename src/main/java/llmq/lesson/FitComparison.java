package llmq.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;

/** Holds a fit against another: how many rows it is of, and what it estimates; its terms may be written otherwise. */
final class FitComparison {
    private static final String ROWS = "n";
    private static final String ESTIMATE = "estimate";
    private static final String INTERCEPT = "intercept";
    private static final double SAME_CURVE = 1e-6;

    private final Result answer;
    private final Result other;
    private final Exercise.Terms terms;
    private final Cells cells;

    FitComparison(Result answer, Result other, Exercise.Terms terms) {
        this.answer = answer;
        this.other = other;
        this.terms = terms;
        this.cells = new Cells(terms.tolerance());
    }

    Verdict verdict() {
        if (!isFit(other)) {
            return Verdict.OTHER;
        }
        Map<String, List<Integer>> groups = groups(answer.table());
        Map<String, List<Integer>> others = groups(other.table());
        if (groups.size() != others.size()) {
            return Verdict.near(others.size() == 1 ? "one curve for all rows, where one for each group is asked for"
                    : groups.size() == 1 ? "a curve for each group, where one for all rows is asked for"
                    : "curves for " + others.size() + " groups, where " + groups.size() + " are asked for");
        }
        boolean single = groups.size() == 1;
        for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
            List<Integer> rows = single ? others.values().iterator().next() : others.get(group.getKey());
            if (rows == null) {
                return Verdict.near("curves for other groups than those that are asked for");
            }
            Verdict verdict = verdict(group.getValue(), rows);
            if (!verdict.isRight()) {
                return verdict;
            }
        }
        return Verdict.RIGHT;
    }

    /** A table of fits with some rows left out each is none. */
    private static boolean isFit(Result result) {
        return result.table().schema().find(Layout.TERM) >= 0 && result.table().schema().find(ESTIMATE) >= 0
                && result.table().schema().find(ROWS) >= 0 && result.layout() != Layout.TABLE;
    }

    /** The rows of each curve, by what its group is called. */
    private static Map<String, List<Integer>> groups(Table table) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        int keys = table.schema().find(ROWS);
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder key = new StringBuilder();
            for (int column = 0; column < keys; column++) {
                key.append(Cells.key(table.column(column), row)).append('\u0001');
            }
            groups.computeIfAbsent(key.toString(), name -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private Verdict verdict(List<Integer> rows, List<Integer> theirs) {
        List<Integer> others = inOrder(rows, theirs);
        double n = number(answer, ROWS, rows.get(0));
        double m = number(other, ROWS, others.get(0));
        boolean names = names(answer, rows).equals(names(other, others));
        String score = score(answer);
        if (score != null && score(other) != null && !score.equals(score(other))) {
            return Verdict.near("a fit of `" + score(other) + "`, which is not what is asked for");
        }
        String inputs = inputs(rows, others);
        if (n != m) {
            return Verdict.near(names ? "the right form, but fitted to " + Math.round(m) + " rows, where "
                    + Math.round(n) + " are asked for" : inputs);
        }
        if (rows.size() != others.size()) {
            return Verdict.near("the right rows; " + inputs);
        }
        if (different(rows, others, ESTIMATE) == 0) {
            return asked(rows, others);
        }
        double quality = number(answer, "r2", rows.get(0));
        boolean curve = Math.abs(quality - number(other, "r2", others.get(0))) < SAME_CURVE;
        return Verdict.near(names ? "the right rows and columns, but another kind of curve: look at `using`"
                : (curve ? "the same curve; " : "the right rows; ") + inputs);
    }

    /** What is fitted on what, here and there. */
    private String inputs(List<Integer> rows, List<Integer> others) {
        String fitted = score(other) == null ? "this is" : "`" + score(other) + "` is";
        return fitted + " fitted on " + listed(names(other, others)) + " here, and asked for is "
                + listed(names(answer, rows));
    }

    private static String listed(List<String> terms) {
        List<String> inputs = new ArrayList<>();
        for (String term : terms) {
            if (!term.equals(INTERCEPT)) {
                inputs.add("`" + term + "`");
            }
        }
        int last = inputs.size() - 1;
        return last < 0 ? "a constant alone" : last == 0 ? inputs.get(0)
                : String.join(", ", inputs.subList(0, last)) + " and " + inputs.get(last);
    }

    /** Their rows in the order of ours, where both have the same terms. */
    private List<Integer> inOrder(List<Integer> rows, List<Integer> theirs) {
        List<String> names = names(other, theirs);
        List<Integer> ordered = new ArrayList<>();
        for (String name : names(answer, rows)) {
            int place = names.indexOf(name);
            if (place < 0 || rows.size() != theirs.size()) {
                return theirs;
            }
            ordered.add(theirs.get(place));
        }
        return ordered;
    }

    /** The columns that the exercise names. */
    private Verdict asked(List<Integer> rows, List<Integer> others) {
        for (String title : terms.columns()) {
            if (other.table().schema().find(title) < 0) {
                return Verdict.near("right estimates; `" + title + "` is missing");
            }
            if (answer.table().schema().find(title) >= 0 && different(rows, others, title) > 0) {
                return Verdict.near("right estimates; `" + title + "` differs");
            }
        }
        return Verdict.RIGHT;
    }

    private int different(List<Integer> rows, List<Integer> others, String title) {
        Table table = answer.table();
        int column = table.schema().find(title);
        Field field = table.schema().field(column);
        Column values = other.table().column(title);
        int different = 0;
        for (int i = 0; i < rows.size(); i++) {
            different += cells.same(field, table.column(column), rows.get(i), values, others.get(i)) ? 0 : 1;
        }
        return different;
    }

    private static double number(Result result, String title, int row) {
        int column = result.table().schema().find(title);
        return column < 0 ? Double.NaN : ((NumberColumn) result.table().column(column)).values()[row];
    }

    /** What is fitted, as the title has it; {@code null} where there is none. */
    private static String score(Result result) {
        int end = result.title() == null ? -1 : result.title().indexOf(" = ");
        return end < 0 ? null : result.title().substring(result.title().lastIndexOf(": ", end) + 1, end).strip();
    }

    private static List<String> names(Result result, List<Integer> rows) {
        List<String> names = new ArrayList<>();
        for (int row : rows) {
            names.add(((TextColumn) result.table().column(Layout.TERM)).value(row));
        }
        return names;
    }
}
