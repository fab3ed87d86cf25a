package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Span;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.PlotSpec;
import llmq.plot.PlotSpec.Form;
import llmq.plot.Scale;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;
import llmq.syntax.tree.Statement.Overlay;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.Type;

/** Pictures of groups: a bar for the value of each, or a box for how values lie in it. */
final class PlotGroups {
    private static final String COUNT = "count";
    private static final List<String> ALWAYS = List.of(COUNT, "count_known", "sum", "avg", "median", "min", "max");
    private static final List<String> SUMS = List.of(COUNT, "count_known", "sum");
    private static final String BARS = "a picture of bars";
    private static final String BOXES = "a picture of boxes";

    private final PlotChecker plots;
    private final ExpressionChecker expressions;
    private final Problems problems;

    PlotGroups(PlotChecker plots, ExpressionChecker expressions, Problems problems) {
        this.plots = plots;
        this.expressions = expressions;
        this.problems = problems;
    }

    /** Whether an expression gathers rows that it does not name itself. */
    boolean isAggregate(Expr written, Plan base, String name) {
        Scope rows = Scope.rows(base, name);
        Scope.Groups groups = new Scope.Groups(List.of());
        expressions.trying().check(written, rows.withoutWindows().grouped(groups));
        if (!groups.calls().isEmpty()) {
            return true;
        }
        // One that is wrong in another way as well is told what is wrong with it, not that it gathers.
        ExpressionChecker one = expressions.trying();
        one.check(written, rows);
        return one.problems().has(ErrorCode.E109);
    }

    /** {@code plot E per K}. */
    Checked.Plot perKey(Statement.Plot plot, Plan base, Scope scope, String name, Statement written) {
        if (plot.per().size() > 1) {
            Span span = plot.per().get(1).span().to(plot.per().get(plot.per().size() - 1).span());
            problems.add(ErrorCode.E120, span, "bars and boxes stand in one row, for the values of one key",
                    "where chooses among those of another");
        }
        Expr written0 = plot.per().get(0);
        if (isAggregate(plot.value(), base, name)) {
            Scope plain = Scope.rows(base, name).withoutWindows();
            Expression key = plots.varying(written0, plain);
            return key == null ? null : bars(plot, base, plain, written0, key, plot.value(), written);
        }
        Expression key = plots.varying(written0, scope);
        Expression value = plots.varying(plot.value(), scope);
        if (key == null || value == null) {
            return null;
        }
        String what = isWhole(base, key) ? BARS : BOXES;
        if (!value.type().isNumeric()) {
            return problems.add(ErrorCode.E105, plot.value().span(), what.substring(what.lastIndexOf(' ') + 1)
                    + " are of numbers, and " + Formatter.expression(plot.value()) + " is " + value.type().words(),
                    "plot count() per " + Formatter.expression(written0) + " counts the rows of each");
        }
        plots.refuseColor(plot, what);
        plots.refuseOverlays(plot, what, null);
        refuse(plot, what, plot.value());
        PlotColumns columns = new PlotColumns(base, problems);
        columns.add(written0, key);
        columns.add(plot.value(), value);
        Scale scale = plots.scale(plot, true, value);
        long top = plots.top(plot);
        if (!problems.isEmpty()) {
            return null;
        }
        Plan known = new Plan.Filter(scope.withWindows(base), new Expression.And(new Expression.Needed(key),
                new Expression.Needed(value)));
        if (what.equals(BARS)) {
            known = inOrder(known, key, value);
        }
        Plan plan = columns.extend(known);
        PlotSpec spec = new PlotSpec(what.equals(BARS) ? Form.BARS : Form.BOXES,
                columns.channel(plan, written0, key, Scale.CATEGORY),
                columns.channel(plan, plot.value(), value, what.equals(BARS) ? bare(plot, scale) : scale), null, null,
                null, null, -1, false, plot.title()).of(top, -1, false, null, null);
        return PlotChecker.plot(plot, columns.query(plan), spec, List.of(), written);
    }

    /** {@code plot family}: how many rows have each value. */
    Checked.Plot counts(Statement.Plot plot, Plan base, Scope scope, Statement written) {
        Scope plain = scope.withoutWindows();
        Expression key = expressions.check(plot.value(), plain);
        Expr count = new Expr.Call(new Identifier(COUNT, plot.value().span()), List.of(), plot.value().span());
        return key == null ? null : bars(plot, base, plain, plot.value(), key, count, written);
    }

    private Checked.Plot bars(Statement.Plot plot, Plan base, Scope scope, Expr writtenKey, Expression key, Expr gathered,
            Statement written) {
        Field keyField = Fields.of(Display.title(writtenKey, key), key);
        List<Plan.Named> keys = new ArrayList<>(List.of(new Plan.Named(keyField, key)));
        Expression color = plot.color() == null ? null : plots.color(plot.color(), scope, false);
        Field colorField = color == null ? null : Fields.of(Display.title(plot.color(), color), color);
        if (color != null && !colorField.name().equals(keyField.name())) {
            keys.add(new Plan.Named(colorField, color));
        }
        Scope.Groups groups = new Scope.Groups(keys);
        Expression value = expressions.check(gathered, scope.grouped(groups));
        if (value != null && !value.type().isNumeric()) {
            problems.add(ErrorCode.E105, gathered.span(), "a bar is as long as a number, and "
                    + Formatter.expression(gathered) + " is " + value.type().words());
        }
        refuse(plot, BARS, gathered);
        plots.refuseOverlays(plot, BARS, Overlay.Kind.INTERVAL);
        long top = plots.top(plot);
        if (value == null || !problems.isEmpty()) {
            return null;
        }
        Plan from = known(base, groups);
        boolean whole = isKnown(value, groups, keys.size());
        MeanInterval interval = MeanInterval.of(plot, gathered, value, groups, keys.size(), problems);
        if (!problems.isEmpty()) {
            return null;
        }
        Span span = gathered.span();
        Expression.Column rows = (Expression.Column) expressions.check(new Expr.Call(new Identifier(COUNT, span),
                List.of(), span), scope.grouped(groups));
        Scale scale = bare(plot, plots.scale(plot, true, value));
        List<Field> fields = new ArrayList<>();
        for (Plan.Named one : keys) {
            fields.add(one.field());
        }
        for (Plan.AggregateCall call : groups.calls()) {
            fields.add(call.field());
        }
        Plan gathering = new Plan.Aggregate(from, keys, groups.calls(), new Schema(fields), keyField.name());
        Expression.Column by = new Expression.Column(0, keyField);
        Plan plan = inOrder(whole ? gathering : new Plan.Filter(gathering, new Expression.Needed(value)), by, value);
        PlotColumns columns = new PlotColumns(gathering, problems);
        columns.add(keyField.name(), by);
        if (keys.size() > 1) {
            columns.add(colorField.name(), new Expression.Column(1, colorField));
        }
        String title = gathered == plot.value() ? Display.title(gathered, value) : columns.free(COUNT);
        columns.add(title, value);
        String low = columns.free("low");
        String high = columns.free("high");
        if (interval != null) {
            columns.add(low, interval.low());
            columns.add(high, interval.high());
            columns.add(columns.free("n"), rows);
        }
        plan = columns.extend(plan);
        PlotSpec spec = new PlotSpec(Form.BARS, columns.channel(plan, keyField.name(), by, Scale.CATEGORY),
                columns.channel(plan, title, value, scale), null, color == null ? null
                : columns.channel(plan, colorField.name(), color, Scale.CATEGORY), null, null, -1, false, plot.title())
                .of(top, rows.index(), isSum(value, groups, keys.size()) && scale == Scale.LINEAR,
                        interval == null ? null : columns.channel(plan, low, interval.low(), scale),
                        interval == null ? null : columns.channel(plan, high, interval.high(), scale));
        return problems.isEmpty() ? PlotChecker.plot(plot, columns.query(plan), spec, List.of(), written) : null;
    }

    /** The longest bars first; numbers and dates in their own order. */
    private static Plan inOrder(Plan groups, Expression key, Expression value) {
        boolean named = !key.type().isNumeric();
        return new Plan.Order(groups, List.of(new Plan.Key(named ? value : key, named)), List.of(), -1, false, null,
                groups.schema());
    }

    /** The rows that have what is gathered, so that those without are counted as rows, and not as groups. */
    private static Plan known(Plan base, Scope.Groups groups) {
        Plan.AggregateCall first = groups.calls().isEmpty() ? null : groups.calls().get(0);
        for (Plan.AggregateCall call : groups.calls()) {
            // What counts rows would count others.
            if (call.function().name().startsWith(COUNT) || !call.arguments().equals(first.arguments())) {
                return base;
            }
        }
        Expression known = null;
        for (Expression argument : first == null ? List.<Expression>of() : first.arguments()) {
            Expression needed = new Expression.Needed(argument);
            known = Columns.used(argument).isEmpty() ? known
                    : known == null ? needed : new Expression.And(known, needed);
        }
        return known == null ? base : new Plan.Filter(base, known);
    }

    /** Whether a value is known of every group that has rows where what it gathers is known. */
    private static boolean isKnown(Expression value, Scope.Groups groups, int keys) {
        return value instanceof Expression.Column column && column.index() >= keys
                && ALWAYS.contains(groups.calls().get(column.index() - keys).function().name());
    }

    /** Whether the values of parts come to that of the whole. */
    private static boolean isSum(Expression value, Scope.Groups groups, int keys) {
        Expression plain = value instanceof Expression.Convert convert ? convert.value() : value;
        return plain instanceof Expression.Column column && column.index() >= keys
                && SUMS.contains(groups.calls().get(column.index() - keys).function().name());
    }

    /** Bars start at 0 unless told otherwise. */
    private static Scale bare(Statement.Plot plot, Scale scale) {
        for (Statement.PlotScale asked : plot.scales()) {
            if (asked.vertical()) {
                return scale;
            }
        }
        return scale == Scale.LOG ? Scale.LINEAR : scale;
    }

    private void refuse(Statement.Plot plot, String what, Expr value) {
        plots.refuseExtras(plot, what, "the groups have their names beside them");
        plots.refuseBins(plot);
        for (Statement.PlotScale scale : plot.scales()) {
            if (!scale.vertical()) {
                problems.add(ErrorCode.E120, scale.span(), "x are the groups, which have no scale", "the scale of "
                        + Formatter.expression(value) + " is that of y: " + (scale.log() ? "log y" : "linear y"));
            }
        }
    }

    /** Whether the rows are those of groups already, one for each value of the key. */
    private static boolean isWhole(Plan base, Expression key) {
        Plan plan = base;
        while (plan instanceof Plan.Order || plan instanceof Plan.Extend || plan instanceof Plan.Filter
                || plan instanceof Plan.Window) {
            plan = plan.inputs().get(0);
        }
        return plan instanceof Plan.Aggregate gathered && gathered.groups().size() == 1
                && key instanceof Expression.Column column
                && column.field().name().equals(gathered.groups().get(0).field().name());
    }
}
