package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.PlotSpec;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Status;

/** The rows behind the first bars or boxes alone, so that what is said of a picture is said of what it shows. */
public final class PlotTops {
    private final PlotSpec spec;
    private final Table first;

    private PlotTops(PlotSpec spec, Table first) {
        this.spec = spec;
        this.first = first;
    }

    /** @param first what the picture's query gave, of those groups only */
    public static Query of(Checked.Plot plot, Table first) {
        Query query = plot.query();
        return query.of(new PlotTops(plot.spec(), first).narrowed(query.plan()));
    }

    private Plan narrowed(Plan plan) {
        if (plan instanceof Plan.Extend extend) {
            return new Plan.Extend(narrowed(extend.input()), extend.columns(), extend.schema());
        } else if (plan instanceof Plan.Order order) {
            return new Plan.Order(narrowed(order.input()), order.keys(), order.per(), order.limit(), order.ranked(),
                    order.intervals(), order.schema());
        } else if (plan instanceof Plan.Aggregate gathering) {
            return new Plan.Aggregate(chosen(gathering.input(), gathering.groups().get(0).value()),
                    gathering.groups(), gathering.calls(), gathering.schema(), gathering.label());
        } else if (plan instanceof Plan.Filter filter && spec.gathered() >= 0) {
            return new Plan.Filter(narrowed(filter.input()), filter.condition());
        } else if (plan instanceof Plan.Filter filter && filter.condition() instanceof Expression.And both
                && both.left() instanceof Expression.Needed key) {
            return chosen(filter, key.value());
        }
        return plan;
    }

    /** Chosen before any condition that may be unknown of other groups' rows; filters keep columns in their places. */
    private Plan chosen(Plan rows, Expression key) {
        return rows instanceof Plan.Filter filter ? new Plan.Filter(chosen(filter.input(), key), filter.condition())
                : new Plan.Filter(rows, new Expression.In(key, values()));
    }

    private List<Expression> values() {
        Field field = first.schema().field(spec.x().column());
        Column keys = first.column(spec.x().column());
        List<Expression> values = new ArrayList<>();
        for (int row = 0; row < keys.size(); row++) {
            Expression value = keys instanceof TextColumn texts ? new Expression.TextValue(texts.value(row))
                    : keys instanceof BooleanColumn truths ? new Expression.TruthValue(truths.values()[row])
                    : new Expression.NumberValue(((NumberColumn) keys).values()[row], field.type(), field.unit(),
                            Status.REPORTED, null);
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }
}
