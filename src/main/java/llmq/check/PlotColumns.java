package llmq.check;

import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.result.Layout;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.ShowItem;
import llmq.syntax.tree.Statement;
import llmq.table.Schema;

/** The columns of a picture, in the order in which programs get them. */
final class PlotColumns {
    private final Display display;

    PlotColumns(Plan base, Problems problems) {
        display = new Display(problems);
        if (base.label() != null) {
            Schema schema = base.schema();
            int label = schema.find(base.label());
            display.add(base.label(), new Expression.Column(label, schema.field(label)), Shown.STAYS);
        }
    }

    void add(Expr written, Expression value) {
        if (written != null) {
            display.add(new ShowItem(written, null, written.span()), value, Shown.KEY);
        }
    }

    void add(String title, Expression value) {
        display.add(title, value, Shown.KEY);
    }

    void addAll(Statement.Plot plot, PlotChecker.Extras extras) {
        add(plot.color(), extras.color());
        add(plot.size(), extras.size());
        add(plot.label(), extras.label());
    }

    /** A title like this one that no column has yet. */
    String free(String title) {
        String free = title;
        while (display.value(free) != null) {
            free += "_";
        }
        return free;
    }

    Plan extend(Plan plan) {
        return display.extend(plan);
    }

    PlotSpec.Channel channel(Plan plan, Expr written, Expression value, Scale scale) {
        // An axis says its unit itself.
        return value == null ? null : channel(plan, Display.title(written, value), written instanceof Expr.Convert asked
                ? Display.title(asked.value(), value) : Display.title(written, value), value, scale);
    }

    PlotSpec.Channel channel(Plan plan, String title, Expression value, Scale scale) {
        return channel(plan, title, title, value, scale);
    }

    private static PlotSpec.Channel channel(Plan plan, String title, String heading, Expression value, Scale scale) {
        return new PlotSpec.Channel(plan.schema().find(title), heading,
                value instanceof Expression.Convert convert ? convert.target() : null, scale);
    }

    PlotSpec.Channel label(Plan plan, Statement.Plot plot, PlotChecker.Extras extras) {
        return extras.label() == null ? null : plot.label() != null
                ? channel(plan, plot.label(), extras.label(), Scale.CATEGORY)
                : channel(plan, plan.label(), extras.label(), Scale.CATEGORY);
    }

    Query query(Plan plan) {
        return new Query(plan, display.shown(plan.schema()), Layout.TABLE, null, false, Wanted.stage());
    }
}
