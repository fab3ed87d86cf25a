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
    private LeaveOutTable() {
    }

    /** @param per the fields of the keys */
    public static Schema schema(List<Field> per, String leaveOut) {
        List<Field> fields = new ArrayList<>(per);
        fields.add(Field.of("without", Type.TEXT));
        fields.add(Field.of("n", Type.NUMBER));
        fields.add(Field.of("term", Type.TEXT));
        for (String name : List.of("estimate", "low", "high", "moved")) {
            fields.add(Field.of(name, Type.NUMBER));
        }
        return new Schema(fields);
    }

    /** A row for each value left out and each term but the intercept, unknown where the rest gives no fit. */
    public static Table of(Model model, Schema schema) {
        List<Integer> groups = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        List<double[]> numbers = new ArrayList<>();
        for (int g = 0; g < model.groups().size(); g++) {
            Model.Group group = model.groups().get(g);
            List<String> names = TermsTable.terms(model.spec().method(), group.design());
            for (Model.Without part : group.without()) {
                List<String> kept = TermsTable.terms(model.spec().method(), part.design());
                for (int i = 0; i < group.fitted().parameters().length; i++) {
                    if (names.get(i).equals("intercept")) {
                        continue;
                    }
                    groups.add(g);
                    without.add(part.value());
                    terms.add(names.get(i));
                    int term = part.fitted() == null ? -1 : kept.indexOf(names.get(i));
                    numbers.add(numbers(group, part, i, term));
                }
            }
        }
        int rows = groups.size();
        int[] of = groups.stream().mapToInt(Integer::intValue).toArray();
        List<Column> columns = new ArrayList<>();
        for (Column key : model.keys()) {
            columns.add(key.take(of));
        }
        columns.add(TextColumn.of(without.toArray(new String[0])));
        for (int i = 0; i < 5; i++) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                double value = numbers.get(row)[i];
                values[row] = value + (value - value);
            }
            columns.add(new NumberColumn(values, null));
            if (i == 0) {
                columns.add(TextColumn.of(terms.toArray(new String[0])));
            }
        }
        return new Table(schema, columns, rows, "without");
    }

    private static double[] numbers(Model.Group group, Model.Without part, int whole, int term) {
        int n = group.fitted().n() - part.rows();
        if (term < 0) {
            return new double[] {n, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        }
        Fitted fitted = part.fitted();
        Interval interval = fitted.interval(term);
        double estimate = fitted.parameters()[term];
        return new double[] {n, estimate, interval.low(), interval.high(),
            estimate - group.fitted().parameters()[whole]};
    }
}
