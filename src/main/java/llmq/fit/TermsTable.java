package llmq.fit;

import java.util.ArrayList;
import java.util.Arrays;
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

/** A model as rows: one for each term of each group's curve. */
public final class TermsTable {
    private static final List<String> OF_FIT = List.of("n", "r2", "adjusted_r2", "rmse", "aic");
    private static final List<String> OF_TERM = List.of("estimate", "std_error", "low", "high", "t", "p");

    private TermsTable() {
    }

    /** @param per the fields of the keys */
    public static Schema schema(List<Field> per, boolean leaveOneOut) {
        List<Field> fields = new ArrayList<>(per);
        for (String name : OF_FIT) {
            fields.add(Field.of(name, Type.NUMBER));
        }
        if (leaveOneOut) {
            fields.add(Field.of("cv_rmse", Type.NUMBER));
        }
        fields.add(Field.of("term", Type.TEXT));
        for (String name : OF_TERM) {
            fields.add(Field.of(name, Type.NUMBER));
        }
        return new Schema(fields);
    }

    public static Table of(Model model, Schema schema) {
        List<Integer> group = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        List<double[]> numbers = new ArrayList<>();
        for (int g = 0; g < model.groups().size(); g++) {
            Model.Group fit = model.groups().get(g);
            List<String> names = terms(model.spec().method(), fit.design());
            for (int i = 0; i < fit.fitted().parameters().length; i++) {
                group.add(g);
                terms.add(names.get(i));
                numbers.add(numbers(fit, i, model.spec().leaveOneOut()));
            }
        }
        int[] rows = group.stream().mapToInt(Integer::intValue).toArray();
        List<Column> columns = new ArrayList<>();
        for (Column key : model.keys()) {
            columns.add(key.take(rows));
        }
        int ofFit = OF_FIT.size() + (model.spec().leaveOneOut() ? 1 : 0);
        for (int i = 0; i < ofFit + OF_TERM.size(); i++) {
            if (i == ofFit) {
                columns.add(TextColumn.of(terms.toArray(new String[0])));
            }
            double[] values = new double[rows.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = numbers.get(row)[i];
            }
            columns.add(new NumberColumn(values, null));
        }
        return new Table(schema, columns, rows.length, "term");
    }

    private static double[] numbers(Model.Group group, int term, boolean leaveOneOut) {
        Fitted fitted = group.fitted();
        Interval interval = fitted.interval(term);
        double[] numbers = {fitted.n(), fitted.r2(), fitted.adjustedR2(), fitted.rmse(), fitted.aic(),
            group.cvRmse(), fitted.parameters()[term], fitted.standardError(term), interval.low(), interval.high(),
            fitted.t(term), fitted.p(term)};
        double[] wanted = leaveOneOut ? numbers : Arrays.copyOf(numbers, numbers.length - 1);
        if (!leaveOneOut) {
            System.arraycopy(numbers, OF_FIT.size() + 1, wanted, OF_FIT.size(), OF_TERM.size());
        }
        for (int i = 0; i < wanted.length; i++) {
            // What is not finite is unknown.
            wanted[i] += wanted[i] - wanted[i];
        }
        return wanted;
    }

    /** What the parameters of a curve are called, in their order. */
    public static List<String> terms(Method method, Design design) {
        return switch (method) {
            case LINE, LOGISTIC -> {
                List<String> terms = new ArrayList<>(List.of("intercept"));
                terms.addAll(design.titles());
                yield terms;
            }
            case POWER -> List.of("a", "b", "c");
            case CHINCHILLA -> List.of("E", "A", "alpha", "B", "beta");
        };
    }
}
