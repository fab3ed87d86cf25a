package llmq.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.Field;
import llmq.table.Schema;

/**
 * What an expression may refer to where it stands: the columns of the rows at hand, the parameters of the function
 * whose body it is, and whether aggregates and windows make sense there.
 *
 * @param schema    columns of the rows at hand, {@code null} where there are none
 * @param label     name of the field by which a reader knows a row, or {@code null}
 * @param source    what the rows are called in messages
 * @param windows   collects the windows asked for; {@code null} where there can be none
 * @param groups    collects the aggregates asked for; {@code null} where there are no groups
 * @param bindings  values of the parameters of the function whose body is read, by folded name
 * @param expanding definitions being read, to notice one that uses itself
 */
record Scope(Schema schema, String label, String source, Windows windows, Groups groups,
        Map<String, Binding> bindings, List<String> expanding) {

    /** No rows at hand: a bare expression. */
    static Scope scalar() {
        return new Scope(null, null, null, null, null, Map.of(), List.of());
    }

    static Scope rows(Plan plan, String source) {
        return rows(plan, source, new Windows(plan.schema()));
    }

    static Scope rows(Plan plan, String source, Windows windows) {
        return new Scope(plan.schema(), plan.label(), source, windows, null, Map.of(), List.of());
    }

    /** One row of a table: no windows. */
    Scope row(Schema rowSchema, String rowLabel, String rowSource) {
        return new Scope(rowSchema, rowLabel, rowSource, null, null, bindings, expanding);
    }

    /** No rows at hand any more. */
    Scope withoutRows() {
        return new Scope(null, null, null, null, null, bindings, expanding);
    }

    Scope grouped(Groups collected) {
        return new Scope(schema, label, source, windows, collected, bindings, expanding);
    }

    /** The rows beneath the groups, for the arguments of an aggregate. */
    Scope ungrouped() {
        return new Scope(schema, label, source, windows, null, bindings, expanding);
    }

    /** The same rows, where no window may stand: within the arguments of one. */
    Scope withoutWindows() {
        return new Scope(schema, label, source, null, groups, bindings, expanding);
    }

    Scope expanding(String name) {
        List<String> names = new ArrayList<>(expanding);
        names.add(fold(name));
        return new Scope(schema, label, source, windows, groups, bindings, names);
    }

    Scope binding(Map<String, Binding> parameters) {
        Map<String, Binding> bound = new HashMap<>();
        for (Map.Entry<String, Binding> parameter : parameters.entrySet()) {
            bound.put(fold(parameter.getKey()), parameter.getValue());
        }
        return new Scope(schema, label, source, windows, groups, bound, expanding);
    }

    /** The same with bindings that are folded already, of a scope that this one stands in. */
    Scope bindingAll(Map<String, Binding> bound) {
        return new Scope(schema, label, source, windows, groups, bound, expanding);
    }

    /** The same rows for an expression that stands in another scope. */
    Scope reading(Scope home) {
        return new Scope(schema, label, source, windows, groups, home.bindings, home.expanding);
    }

    boolean isExpanding(String name) {
        return expanding.contains(fold(name));
    }

    boolean hasRows() {
        return schema != null;
    }

    boolean isBound(String name) {
        return bindings.containsKey(fold(name));
    }

    Binding binding(String name) {
        return bindings.get(fold(name));
    }

    /** Names of the columns and parameters in reach. */
    List<String> names() {
        List<String> names = new ArrayList<>(bindings.keySet());
        if (schema != null) {
            names.addAll(schema.names());
        }
        return names;
    }

    Expression.Column column(String name) {
        int index = schema == null ? -1 : schema.find(name);
        return index < 0 ? null : new Expression.Column(index, schema.field(index));
    }

    /** The plan with the windows that were asked for in this scope computed on its rows. */
    Plan withWindows(Plan plan) {
        return windows == null ? plan : windows.on(plan);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The aggregates that a {@code summarize} asks for, collected while its columns are checked. */
    static final class Groups {
        private final List<Plan.Named> keys;
        private final List<Plan.AggregateCall> calls = new ArrayList<>();

        Groups(List<Plan.Named> keys) {
            this.keys = keys;
        }

        List<Plan.Named> keys() {
            return keys;
        }

        List<Plan.AggregateCall> calls() {
            return calls;
        }

        /** The column of a group key that is this expression, or {@code null}. */
        Expression.Column key(Expression value) {
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).value().equals(value)) {
                    return new Expression.Column(i, keys.get(i).field());
                }
            }
            return null;
        }

        Expression.Column call(Plan.AggregateCall call) {
            for (int i = 0; i < calls.size(); i++) {
                Plan.AggregateCall known = calls.get(i);
                if (known.function() == call.function() && known.arguments().equals(call.arguments())) {
                    return new Expression.Column(keys.size() + i, known.field());
                }
            }
            // One function may be called twice, with other arguments: both are written avg(x) within it.
            Field field = call.field().named(free(call.field().name()));
            calls.add(new Plan.AggregateCall(field, call.function(), call.arguments()));
            return new Expression.Column(keys.size() + calls.size() - 1, field);
        }

        private String free(String wanted) {
            String name = wanted;
            while (isTaken(name)) {
                name += "'";
            }
            return name;
        }

        private boolean isTaken(String name) {
            boolean taken = false;
            for (Plan.Named key : keys) {
                taken |= fold(key.field().name()).equals(fold(name));
            }
            for (Plan.AggregateCall call : calls) {
                taken |= fold(call.field().name()).equals(fold(name));
            }
            return taken;
        }
    }
}
