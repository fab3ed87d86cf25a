package llmq.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.Field;
import llmq.table.Schema;

/**
 * The windows asked for over some rows, collected while expressions are checked. One that the condition which chose
 * the rows asked for already keeps its values: {@code list where zscore(mmlu) > 1 show zscore(mmlu)} shows what was
 * compared.
 */
final class Windows {
    private final Schema schema;
    private final List<Plan.WindowCall> asked = new ArrayList<>();
    private final List<Plan.WindowCall> known = new ArrayList<>();
    private final List<Expression.Column> columns = new ArrayList<>();

    /** @param schema of the rows, behind whose columns those of the windows will stand */
    Windows(Schema schema) {
        this.schema = schema;
    }

    /** @param chosen the rows that a condition of the same query chose */
    static Windows after(Plan.Filter chosen) {
        Windows windows = new Windows(chosen.schema());
        if (chosen.input() instanceof Plan.Window computed) {
            int first = computed.input().schema().size();
            for (int i = 0; i < computed.calls().size(); i++) {
                Plan.WindowCall call = computed.calls().get(i);
                windows.keep(call, new Expression.Column(first + i, call.field()));
            }
        }
        return windows;
    }

    /** These windows over the same rows once they are ranked, as far as they are columns of those still. */
    Windows over(Schema ranked) {
        Windows windows = new Windows(ranked);
        for (int i = 0; i < known.size(); i++) {
            Plan.WindowCall call = known.get(i);
            boolean kept = true;
            List<Expression> arguments = new ArrayList<>();
            for (Expression argument : call.arguments()) {
                for (Expression.Column used : Columns.used(argument)) {
                    kept &= ranked.find(used.field().name()) >= 0 && at(ranked, used.field()).field() == used.field();
                }
                if (kept) {
                    arguments.add(Columns.map(argument, column -> at(ranked, column.field())));
                }
            }
            if (kept) {
                windows.keep(new Plan.WindowCall(call.field(), call.function(), arguments),
                        at(ranked, columns.get(i).field()));
            }
        }
        return windows;
    }

    private static Expression.Column at(Schema schema, Field field) {
        int index = schema.find(field.name());
        return new Expression.Column(index, schema.field(index));
    }

    /** A window whose values are a column of the rows. */
    void keep(Plan.WindowCall call, Expression.Column column) {
        known.add(call);
        columns.add(column);
    }

    /** The column of a window's values. */
    Expression.Column column(Plan.WindowCall call) {
        for (int i = 0; i < known.size(); i++) {
            if (same(known.get(i), call)) {
                return columns.get(i);
            }
        }
        Field field = call.field().named(free(call.field().name()));
        Plan.WindowCall named = new Plan.WindowCall(field, call.function(), call.arguments());
        Expression.Column column = new Expression.Column(schema.size() + asked.size(), field);
        asked.add(named);
        keep(named, column);
        return column;
    }

    private static boolean same(Plan.WindowCall a, Plan.WindowCall b) {
        return a.function() == b.function() && a.arguments().equals(b.arguments());
    }

    /** The name, changed where the rows have a column of that name already, as an earlier stage may have made it. */
    private String free(String wanted) {
        String name = wanted;
        while (schema.find(name) >= 0 || isAsked(name)) {
            name += "'";
        }
        return name;
    }

    private boolean isAsked(String name) {
        for (Plan.WindowCall call : asked) {
            if (call.field().name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** What a column is of: the columns that its window looks at; itself where it is no window's. */
    List<Expression.Column> behind(Expression.Column column) {
        for (int i = 0; i < known.size(); i++) {
            if (columns.get(i).equals(column)) {
                List<Expression.Column> behind = new ArrayList<>();
                known.get(i).arguments().forEach(argument -> behind.addAll(Columns.used(argument)));
                return behind;
            }
        }
        return List.of(column);
    }

    /** Those that are yet to be computed. */
    List<Plan.WindowCall> asked() {
        return List.copyOf(asked);
    }

    /** The plan with what was asked for computed on its rows. */
    Plan on(Plan plan) {
        if (asked.isEmpty()) {
            return plan;
        }
        List<Field> fields = new ArrayList<>(plan.schema().fields());
        asked.forEach(call -> fields.add(call.field()));
        return new Plan.Window(plan, asked(), new Schema(fields));
    }
}
