package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Shown;
import llmq.syntax.tree.Expr;
import llmq.table.Schema;
import llmq.value.Type;

/** Which columns a reader sees unasked, and which of all columns are needed most. */
final class Unasked {
    /** Where nothing says what to show, these are what readers look for first. */
    private static final List<String> SOUGHT = List.of("rank", "org", "released", "params", "tokens", "flops", "mmlu",
            "open", "active_params", "family", "architecture", "license");

    private Unasked() {
    }

    /** The label, then what the question used, then the rest: all columns, or those that the source shows. */
    static void defaultColumns(Sources.Rows rows, Plan base, Display display, List<String> used) {
        List<String> titles = rows.shown() == null ? rows.plan().schema().names() : rows.shown();
        Schema schema = base.schema();
        List<String> ordered = new ArrayList<>();
        if (base.label() != null && titles.contains(base.label()) && !titles.contains("rank")) {
            ordered.add(base.label());
        }
        ordered.addAll(titles);
        for (int i = 0; i < ordered.size(); i++) {
            String title = ordered.get(i);
            int index = schema.find(title);
            int sought = SOUGHT.indexOf(title);
            int need = title.equals(base.label()) ? Shown.STAYS : used.contains(title) ? Shown.ASKED
                    : title.equals("id") ? Integer.MAX_VALUE : sought >= 0 ? Shown.ASKED + 1 + sought : Shown.REST + i;
            display.add(title, new Expression.Column(index, schema.field(index)), need);
        }
    }

    static List<String> used(Plan base, Expr where, List<Plan.Key> keys) {
        List<String> names = new ArrayList<>();
        for (Expression condition : conditions(base, where)) {
            for (Expression.Column column : Columns.used(condition)) {
                names.add(column.field().name());
            }
        }
        for (Plan.Key key : keys) {
            for (Expression.Column column : Columns.used(key.value())) {
                names.add(column.field().name());
            }
        }
        return names;
    }

    /** The condition that {@code where} became. */
    static List<Expression> conditions(Plan base, Expr where) {
        return where != null && base instanceof Plan.Filter filter ? List.of(filter.condition()) : List.of();
    }

    /** Shows the columns that expressions use; a truth value says nothing new of rows that were chosen by it. */
    static void addUsed(List<Expression> expressions, Scope scope, Display display, int need) {
        for (Expression expression : expressions) {
            for (Expression.Column used : Columns.used(expression)) {
                Expression.Column column = scope.column(used.field().name());
                for (Expression.Column shown : column == null ? List.<Expression.Column>of()
                        : scope.windows().behind(column)) {
                    if (shown.type() != Type.BOOLEAN) {
                        display.add(shown.field().name(), shown, need);
                    }
                }
            }
        }
    }
}
