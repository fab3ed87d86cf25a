package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.function.AggregateFunction;
import llmq.function.Functions;
import llmq.function.Gives;
import llmq.function.ScalarFunction;
import llmq.function.WindowFunction;
import llmq.plan.Expression;
import llmq.plan.Expression.Arithmetic;
import llmq.plan.Expression.Comparator;
import llmq.plan.Expression.Comparison;
import llmq.plan.Expression.NumberValue;
import llmq.plan.Expression.Operator;
import llmq.plan.Plan;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;

/** Plans by hand, for tests that want no parser. */
final class Algebra {
    static final double UNKNOWN = Double.NaN;

    private Algebra() {
    }

    static Table table(String label, Object... namesAndColumns) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < namesAndColumns.length; i += 2) {
            Column column = (Column) namesAndColumns[i + 1];
            Type type = column instanceof TextColumn ? Type.TEXT
                    : column instanceof BooleanColumn ? Type.BOOLEAN : Type.NUMBER;
            fields.add(namesAndColumns[i] instanceof Field field ? field
                    : Field.of((String) namesAndColumns[i], type));
            columns.add(column);
        }
        return new Table(new Schema(fields), columns, columns.get(0).size(), label);
    }

    static NumberColumn numbers(double... values) {
        return NumberColumn.of(values);
    }

    static TextColumn texts(String... values) {
        return TextColumn.of(values);
    }

    /** {@code t}, {@code f} and anything else for unknown. */
    static BooleanColumn truths(String letters) {
        byte[] values = new byte[letters.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (letters.charAt(i) == 't' ? 1 : letters.charAt(i) == 'f' ? 0 : 2);
        }
        return new BooleanColumn(values, null);
    }

    static Plan scan(Table table) {
        return new Plan.Scan("t", table.schema(), table.label());
    }

    static Expression col(Plan plan, String name) {
        int index = plan.schema().find(name);
        return new Expression.Column(index, plan.schema().field(index));
    }

    static Expression num(double value) {
        return NumberValue.of(value, Unit.BARE);
    }

    static Expression arith(Operator operator, Expression left, Expression right) {
        return new Arithmetic(operator, left, right, Type.NUMBER, Unit.NONE);
    }

    static Expression over(Expression left, Expression right) {
        return arith(Operator.DIVIDE, left, right);
    }

    static Expression call(String name, Expression... arguments) {
        ScalarFunction function = (ScalarFunction) Functions.find(name, arguments.length);
        return new Expression.Call(function, List.of(arguments), Unit.NONE);
    }

    static Expression less(Expression left, Expression right) {
        return new Comparison(Comparator.LESS, left, right);
    }

    static Expression more(Expression left, Expression right) {
        return new Comparison(Comparator.MORE, left, right);
    }

    static Expression equal(Expression left, Expression right) {
        return new Comparison(Comparator.EQUAL, left, right);
    }

    static Plan where(Plan input, Expression condition) {
        return new Plan.Filter(input, condition);
    }

    static Plan.Named named(String name, Expression value) {
        return new Plan.Named(Field.of(name, value.type()), value);
    }

    static Plan extend(Plan input, Plan.Named... columns) {
        List<Field> fields = new ArrayList<>(input.schema().fields());
        for (Plan.Named column : columns) {
            int at = input.schema().find(column.field().name());
            if (at >= 0) {
                fields.set(at, column.field());
            } else {
                fields.add(column.field());
            }
        }
        return new Plan.Extend(input, List.of(columns), new Schema(fields));
    }

    static Plan rank(Plan input, long limit, Expression... keys) {
        return rankPer(input, limit, List.of(), null, keys);
    }

    static Plan rankPer(Plan input, long limit, List<Expression> per, Plan.Intervals intervals, Expression... keys) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("rank", Type.NUMBER));
        if (intervals != null) {
            fields.add(Field.of("rank_low", Type.NUMBER));
            fields.add(Field.of("rank_high", Type.NUMBER));
        }
        for (Field field : input.schema().fields()) {
            if (!field.name().startsWith("rank")) {
                fields.add(field);
            }
        }
        return new Plan.Order(input, keys(true, keys), per, limit, true, intervals, new Schema(fields));
    }

    static Plan sort(Plan input, long limit, boolean descending, Expression... keys) {
        return new Plan.Order(input, keys(descending, keys), List.of(), limit, false, null, input.schema());
    }

    private static List<Plan.Key> keys(boolean descending, Expression... keys) {
        return Arrays.stream(keys).map(key -> new Plan.Key(key, descending)).toList();
    }

    static Plan.AggregateCall agg(Plan input, String name, Expression... arguments) {
        AggregateFunction function = null;
        for (var each : Functions.named(name)) {
            function = each instanceof AggregateFunction aggregate && aggregate.takes(arguments.length) ? aggregate
                    : function;
        }
        Type first = arguments.length == 0 ? null : arguments[0].type();
        Type type = function.gives() == Gives.ROW ? arguments.length > 1 ? arguments[1].type() : Type.TEXT
                : function.result(first);
        return new Plan.AggregateCall(Field.of(name, type), function, List.of(arguments));
    }

    static Plan summarize(Plan input, List<Plan.Named> groups, Plan.AggregateCall... calls) {
        List<Field> fields = new ArrayList<>();
        groups.forEach(group -> fields.add(group.field()));
        for (int i = 0; i < calls.length; i++) {
            fields.add(calls[i].field().named("a" + i));
        }
        return new Plan.Aggregate(input, groups, List.of(calls), new Schema(fields), null);
    }

    static Plan frontier(Plan input, Expression y, Expression x, boolean dominated) {
        List<Field> fields = new ArrayList<>(input.schema().fields());
        if (dominated) {
            fields.add(Field.of("dominated_by", Type.TEXT));
        }
        return new Plan.Frontier(input, y, x, dominated, new Schema(fields));
    }

    static Plan window(Plan input, String name, Expression... arguments) {
        List<Field> fields = new ArrayList<>(input.schema().fields());
        Field field = Field.of("w", Type.NUMBER);
        fields.add(field);
        WindowFunction function = (WindowFunction) Functions.find(name);
        return new Plan.Window(input, List.of(new Plan.WindowCall(field, function, List.of(arguments))),
                new Schema(fields));
    }

    static Relation run(Plan plan, Table table) {
        return new Engine(1).run(plan, source -> table, Cancel.never());
    }

    /** A row a line, cells by blanks: numbers as Java writes them, whole ones without decimals, − for unknown. */
    static String show(Table table, String... columns) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < table.rows(); row++) {
            for (int i = 0; i < columns.length; i++) {
                text.append(i == 0 ? "" : " ").append(cell(table.column(columns[i]), row));
            }
            text.append('\n');
        }
        return text.toString();
    }

    static String cell(Column column, int row) {
        if (!column.isKnown(row)) {
            return "-";
        }
        if (column instanceof TextColumn text) {
            return text.value(row);
        } else if (column instanceof BooleanColumn truth) {
            return truth.values()[row] == BooleanColumn.TRUE ? "t" : "f";
        }
        double value = ((NumberColumn) column).values()[row];
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** {@code CONDITION tokens 3}, in their order. */
    static String omissions(Relation relation) {
        StringBuilder text = new StringBuilder();
        for (Omission omission : relation.omissions()) {
            text.append(omission.cause()).append(' ')
                    .append(omission.field() == null ? "undefined" : omission.field().name())
                    .append(omission.of() == null ? "" : " of " + omission.of())
                    .append(' ').append(omission.rows()).append('\n');
        }
        return text.toString();
    }
}
