package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.stats.Fitted;
import llmq.stats.Interval;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** How the terms of a model move as the rows of each value of a field are left out in turn. */
public final class LeaveOutTable {
    /** Less than this share of an estimate is rounding, and no move. */
    private static final double ROUNDING = 1e-9;
    private static final String INTERCEPT = "intercept";

    private LeaveOutTable() {
    }

    /** @param per the fields of the keys */
    public static Schema schema(List<Field> per) {
        List<Field> fields = new ArrayList<>(per);
        fields.add(Field.of("without", Type.TEXT));
        fields.add(Field.of("n", Type.NUMBER));
        fields.add(Field.of("term", Type.TEXT));
        for (String name : List.of("estimate", "low", "high", "moved")) {
            fields.add(Field.of(name, Type.NUMBER));
        }
        return new Schema(fields);
    }

    private record Row(int group, String without, String term, double[] numbers) {
        double moved() {
            return Math.abs(numbers[numbers.length - 1]);
        }
    }

    /**
     * For each group and each term but the intercept a row for each value left out, what moves it most first; unknown
     * where the rest gives no fit.
     */
    public static Table of(Model model, Schema schema) {
        List<Row> rows = new ArrayList<>();
        for (int g = 0; g < model.groups().size(); g++) {
            Model.Group group = model.groups().get(g);
            List<String> terms = TermsTable.terms(model.spec().method(), group.design());
            for (int i = 0; i < group.fitted().parameters().length; i++) {
                if (!terms.get(i).equals(INTERCEPT)) {
                    rows.addAll(rows(model.spec().method(), g, group, i, terms.get(i)));
                }
            }
        }
        int[] of = new int[rows.size()];
        String[] without = new String[of.length];
        String[] terms = new String[of.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = rows.get(i).group();
            without[i] = rows.get(i).without();
            terms[i] = rows.get(i).term();
        }
        List<Column> columns = new ArrayList<>();
        for (Column key : model.keys()) {
            columns.add(key.take(of));
        }
        columns.add(TextColumn.of(without));
        columns.add(numbers(rows, 0));
        columns.add(TextColumn.of(terms));
        for (int i = 1; i <= 4; i++) {
            columns.add(numbers(rows, i));
        }
        return new Table(schema, columns, of.length, "without");
    }

    private static List<Row> rows(Method method, int g, Model.Group group, int parameter, String term) {
        List<Row> rows = new ArrayList<>();
        double whole = group.fitted().parameters()[parameter];
        for (Model.Without part : group.without()) {
            rows.add(new Row(g, part.value(), term, numbers(group, part, part.parameter(method, term), whole)));
        }
        // Of two that move it alike, the one that comes first in the alphabet stays first; NaN, made −1, comes last.
        rows.sort((a, b) -> Double.compare(last(b.moved()), last(a.moved())));
        return rows;
    }

    private static double last(double moved) {
        return moved == moved ? moved : -1;
    }

    private static NumberColumn numbers(List<Row> rows, int which) {
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            double value = rows.get(row).numbers()[which];
            values[row] = value + (value - value);
        }
        return new NumberColumn(values, null);
    }

    private static double[] numbers(Model.Group group, Model.Without part, int parameter, double whole) {
        int n = group.fitted().n() - part.rows();
        if (parameter < 0) {
            return new double[] {n, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        }
        Fitted fitted = part.fitted();
        Interval interval = fitted.interval(parameter);
        double estimate = fitted.parameters()[parameter];
        double moved = estimate - whole;
        return new double[] {n, estimate, interval.low(), interval.high(),
            Math.abs(moved) <= ROUNDING * Math.abs(whole) ? 0 : moved};
    }
}
