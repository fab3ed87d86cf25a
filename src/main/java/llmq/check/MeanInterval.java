package llmq.check;

import java.util.List;
import llmq.diagnostic.ErrorCode;
import llmq.function.AggregateFunction;
import llmq.function.Doc;
import llmq.function.Functions;
import llmq.function.ScalarFunction;
import llmq.function.UnitRule;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.stats.Interval;
import llmq.stats.Sampling;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;
import llmq.syntax.tree.Statement.Overlay;
import llmq.table.Field;
import llmq.value.Type;
import llmq.value.Unit;

/**
 * The 95% interval that bars of means are drawn with.
 *
 * @param low  its lower end, of each group
 * @param high its upper one
 */
record MeanInterval(Expression low, Expression high) {
    private static final String MEAN = "avg";

    /** {@code null} where none is asked for, or none can be had: then a problem says why. */
    static MeanInterval of(Statement.Plot plot, Expr written, Expression value, Scope.Groups groups, int keys,
            Problems problems) {
        Overlay asked = null;
        for (Overlay overlay : plot.with()) {
            asked = overlay.kind() == Overlay.Kind.INTERVAL ? overlay : asked;
        }
        if (asked == null || value == null) {
            return null;
        }
        Expression mean = value instanceof Expression.Convert convert ? convert.value() : value;
        int call = mean instanceof Expression.Column column ? column.index() - keys : -1;
        if (call < 0 || !groups.calls().get(call).function().name().equals(MEAN) || mean.type() != Type.NUMBER) {
            String key = plot.per().isEmpty() ? Formatter.expression(plot.value())
                    : Formatter.expression(plot.per().get(0));
            return problems.add(ErrorCode.E120, asked.span(), "bars have an interval where they are means of numbers,"
                    + " and " + Formatter.expression(written) + " is none",
                    "plot avg(mmlu) per " + key + " with interval");
        }
        List<Expression> arguments = groups.calls().get(call).arguments();
        Unit unit = mean.unit();
        Expression deviation = gathered("stddev", arguments, unit, groups);
        Expression count = gathered("count_known", arguments, Unit.NONE, groups);
        List<Expression> parts = List.of(mean, deviation, count);
        Expression low = new Expression.Call(end("low", false), parts, unit);
        Expression high = new Expression.Call(end("high", true), parts, unit);
        return value instanceof Expression.Convert convert
                ? new MeanInterval(new Expression.Convert(low, convert.target()),
                        new Expression.Convert(high, convert.target()))
                : new MeanInterval(low, high);
    }

    private static Expression gathered(String name, List<Expression> arguments, Unit unit, Scope.Groups groups) {
        Field field = Field.number(name, Fields.plain(unit));
        return groups.call(new Plan.AggregateCall(field, (AggregateFunction) Functions.find(name), arguments));
    }

    private static ScalarFunction end(String name, boolean upper) {
        return new ScalarFunction(new Doc(name, name, "", "", List.of()), 3, 3, List.of(Type.NUMBER), Type.NUMBER,
                UnitRule.FIRST, (arguments, out, n) -> {
                    for (int i = 0; i < n; i++) {
                        Interval interval = Sampling.ofMean(arguments[0][i], arguments[1][i], arguments[2][i]);
                        out[i] = upper ? interval.high() : interval.low();
                    }
                });
    }
}
