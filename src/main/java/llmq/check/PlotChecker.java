package llmq.check;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Span;
import llmq.function.Function;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.PictureFormat;
import llmq.plot.PlotSpec;
import llmq.plot.PlotSpec.Form;
import llmq.plot.Scale;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import llmq.syntax.tree.Statement.Overlay;
import llmq.value.Dimension;
import llmq.value.Type;

/** Pictures as written to the rows that they are drawn from, and which column stands for what. */
public final class PlotChecker {
    /** Functions that give whole numbers, of which there are few. */
    private static final List<String> WHOLE = List.of("year", "month", "round", "floor", "ceil");

    /** Names of pictures of one value, which need none here. */
    private static final List<String> KINDS = List.of("histogram", "hist", "bars", "bar", "boxplot", "density");

    /** More could not be told apart in most windows. */
    private static final int MOST_BINS = 200;

    private final Sources sources;
    private final Problems problems;
    private final ExpressionChecker expressions;
    private final QueryChecker queries;

    PlotChecker(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
        this.expressions = sources.expressions(problems);
        this.queries = new QueryChecker(sources, problems);
    }

    /** Whether what a function gives are whole numbers, so that colors can tell them apart. */
    public static boolean isWhole(Function function) {
        return WHOLE.contains(function.name());
    }

    /** @param input what comes through a pipe, or {@code null} @param written the statement as a whole */
    Checked.Plot check(Statement.Plot plot, Query input, Statement written) {
        Checked.Plot checked = checked(plot, input, written);
        if (plot.source() == null && input == null) {
            problems.reword(line -> elsewhere(plot, line));
        }
        return checked;
    }

    /** Of another table that has a column, this picture of it. */
    private static String elsewhere(Statement.Plot plot, String help) {
        int end = help.indexOf(ExpressionChecker.ELSEWHERE);
        Identifier table = end < 0 ? null : new Identifier(help.substring(0, end), plot.span());
        if (table == null || plot.value() instanceof Expr.Name word
                && word.identifier().name().equalsIgnoreCase(table.name())) {
            return help;
        }
        return table.name() + " has it: " + Formatter.statement(plot.of(new Source.Named(table)));
    }

    private Checked.Plot checked(Statement.Plot plot, Query input, Statement written) {
        requireFormat(plot);
        if (plot.fit() != null) {
            return fit(plot, input, written);
        }
        Sources.Rows rows = queries.rows(plot.source(), input == null ? null : input.rows("what comes before"));
        Plan base = rows == null ? null : queries.where(rows, plot.where());
        if (base == null) {
            return null;
        }
        Scope scope = QueryChecker.scope(base, plot.where(), rows);
        if (plot.against() != null) {
            return isOfRows(plot, base, rows.name()) ? scatter(plot, base, scope, written) : null;
        }
        if (!plot.per().isEmpty()) {
            return new PlotGroups(this, expressions, problems).perKey(plot, base, scope, rows.name(), written);
        }
        return single(plot, base, scope, rows.name(), written);
    }

    /** Whether neither x nor y gathers rows, as there is a mark for each of them; else an error. */
    private boolean isOfRows(Statement.Plot plot, Plan base, String name) {
        PlotGroups groups = new PlotGroups(this, expressions, problems);
        for (Expr written : new Expr[] {plot.value(), plot.against()}) {
            if (groups.isAggregate(written, base, name)) {
                String value = Formatter.expression(written);
                String other = Formatter.expression(plot.against());
                Expression x = written == plot.against() ? null
                        : expressions.trying().check(plot.against(), Scope.rows(base, name).withoutWindows());
                problems.add(ErrorCode.E109, written.span(), "there is a mark for each row, and " + value
                        + " is one value of many rows", written == plot.against() ? null : "plot " + value + " per "
                        + (x != null && x.type() == Type.DATE ? "year(" + other + ")" : other)
                        + " has one for each group");
                return false;
            }
        }
        return true;
    }

    private void requireFormat(Statement.Plot plot) {
        if (plot.file() != null && PictureFormat.of(plot.file()) == null) {
            problems.add(ErrorCode.E303, plot.fileSpan(), "the ending of '" + plot.file() + "' does not say which format"
                    + " to draw", "a picture goes into a file that ends in " + PictureFormat.endings());
        } else if (plot.file() != null && PictureFormat.isBare(plot.file())) {
            problems.add(ErrorCode.E303, plot.fileSpan(), "'" + plot.file() + "' is an ending without a name before it",
                    "to \"picture" + plot.file().substring(plot.file().lastIndexOf('.')) + "\"");
        }
    }

    private Checked.Plot scatter(Statement.Plot plot, Plan base, Scope scope, Statement written) {
        refuseTop(plot);
        refuseBins(plot);
        if (!plot.per().isEmpty()) {
            String key = Formatter.expression(plot.per().get(0));
            problems.add(ErrorCode.E120, plot.per().get(0).span(), "a mark is drawn for each row, so that there are no"
                    + " groups", "color by " + key + " tells them apart");
        }
        Expression y = along(plot.value(), plot.against(), scope, true);
        Expression x = along(plot.against(), plot.value(), scope, false);
        Extras extras = extras(plot, base, scope);
        List<Checked.Trend> trends =
                new PlotTrends(sources.names(), expressions, problems, y != null && scale(plot, true, y) == Scale.LOG)
                        .trends(plot, y, x, scope);
        PlotColumns columns = new PlotColumns(base, problems);
        columns.add(plot.against(), x);
        columns.add(plot.value(), y);
        columns.addAll(plot, extras);
        if (y == null || x == null) {
            return null;
        }
        Scale scaleX = scale(plot, false, x);
        Scale scaleY = scale(plot, true, y);
        if (!problems.isEmpty()) {
            return null;
        }
        Expression needed = new Expression.And(new Expression.Needed(x), new Expression.Needed(y));
        if (extras.size() != null) {
            needed = new Expression.And(needed, new Expression.Needed(extras.size()));
        }
        Plan plan = columns.extend(new Plan.Filter(scope.withWindows(base), needed));
        PlotSpec spec = new PlotSpec(Form.SCATTER, columns.channel(plan, plot.against(), x, scaleX),
                columns.channel(plan, plot.value(), y, scaleY), null, columns.channel(plan, plot.color(),
                extras.color(), Scale.CATEGORY), columns.channel(plan, plot.size(), extras.size(), Scale.LINEAR),
                columns.label(plan, plot, extras), extras.labelled(), has(plot, Overlay.Kind.FRONTIER), plot.title());
        return plot(plot, columns.query(plan), spec, trends, written);
    }

    /** What differs from row to row; else an error. */
    Expression varying(Expr written, Scope scope) {
        Expression value = expressions.check(written, scope);
        return value == null || !Columns.used(value).isEmpty() ? value
                : problems.add(ErrorCode.E120, written.span(), Formatter.expression(written)
                        + " is one value for all rows, of which there is no picture", "plot mmlu against flops has a mark"
                        + " for each row");
    }

    /** What lies along an axis of two. @param other what lies along the other one */
    private Expression along(Expr written, Expr other, Scope scope, boolean vertical) {
        Expression value = varying(written, scope);
        if (value == null || value.type().isNumeric()) {
            return value;
        }
        String word = Formatter.expression(written);
        String numbers = Formatter.expression(other);
        return problems.add(ErrorCode.E105, written.span(), "what is drawn against each other are numbers or dates, and "
                + word + " is " + value.type().words(), "plot " + numbers + " per " + word
                + " shows it group by group", vertical ? null : "color by " + word + " tells marks apart");
    }

    private Checked.Plot single(Statement.Plot plot, Plan base, Scope scope, String name, Statement written) {
        if (plot.value() instanceof Expr.Of of && of.value() instanceof Expr.Name word
                && KINDS.contains(word.identifier().name().toLowerCase(Locale.ROOT)) && base.schema()
                        .find(word.identifier().name()) < 0) {
            return problems.add(ErrorCode.E101, word.span(), "what is drawn says what kind of picture it is",
                    "plot " + of.model().name());
        }
        PlotGroups groups = new PlotGroups(this, expressions, problems);
        Expression x = groups.isAggregate(plot.value(), base, name)
                ? problems.add(ErrorCode.E109, plot.value().span(), Formatter.expression(plot.value())
                        + " is one value of all rows, of which there is no picture", "say of which groups: plot "
                        + Formatter.expression(plot.value()) + " per family")
                : varying(plot.value(), scope);
        if (x == null) {
            refuseOverlays(plot, "a histogram", null);
            return null;
        }
        if (!x.type().isNumeric()) {
            return groups.counts(plot, base, scope, written);
        }
        refuseTop(plot);
        refuseExtras(plot, "a histogram", "where chooses which rows are counted");
        refuseOverlays(plot, "a histogram", null);
        for (Statement.PlotScale scale : plot.scales()) {
            if (scale.vertical()) {
                problems.add(ErrorCode.E120, scale.span(), "the heights of a histogram are counts, which start at 0",
                        (scale.log() ? "log x" : "linear x") + " is of what is counted");
            }
        }
        PlotColumns columns = new PlotColumns(base, problems);
        columns.add(plot.value(), x);
        Expression color = plot.color() == null ? null : color(plot.color(), scope,
                plot.against() != null || plot.fit() != null);
        columns.add(plot.color(), color);
        Scale scale = scale(plot, false, x);
        int bins = bins(plot);
        if (!problems.isEmpty()) {
            return null;
        }
        Plan plan = columns.extend(new Plan.Filter(scope.withWindows(base), new Expression.Needed(x)));
        PlotSpec spec = new PlotSpec(Form.HISTOGRAM, columns.channel(plan, plot.value(), x, scale), null, null,
                columns.channel(plan, plot.color(), color, Scale.CATEGORY), null, null, -1, false, plot.title())
                .in(bins);
        return plot(plot, columns.query(plan), spec, List.of(), written);
    }

    private Checked.Plot fit(Statement.Plot plot, Query input, Statement written) {
        PlotTrends trends = new PlotTrends(sources.names(), expressions, problems, false);
        Namespace.Fitted fit = new PredictChecker(sources.names(), expressions, problems).fit(plot.fit());
        trends.refuseRows(plot, input);
        refuseTop(plot);
        refuseBins(plot);
        if (fit == null) {
            return null;
        }
        Plan base = fit.plan().rows();
        Scope scope = Scope.rows(base, fit.name()).withoutWindows();
        PlotTrends.Whole whole = trends.whole(plot, fit, scope);
        Extras extras = extras(plot, base, scope);
        if (whole == null) {
            return null;
        }
        PlotColumns columns = new PlotColumns(base, problems);
        columns.add(whole.xTitle(), whole.x());
        columns.add(whole.yTitle(), whole.y());
        columns.addAll(plot, extras);
        String predicted = columns.free("predicted");
        if (whole.x() != whole.predicted()) {
            columns.add(predicted, whole.predicted());
        }
        String residual = columns.free("residual");
        columns.add(residual, whole.residual());
        Scale scaleX = scale(plot, false, whole.x());
        Scale scaleY = scale(plot, true, whole.y());
        if (!problems.isEmpty()) {
            return null;
        }
        Expression needed = new Expression.Needed(whole.predicted());
        if (extras.size() != null) {
            needed = new Expression.And(needed, new Expression.Needed(extras.size()));
        }
        Plan plan = columns.extend(new Plan.Filter(base, needed));
        PlotSpec spec = new PlotSpec(Form.FIT, columns.channel(plan, whole.xTitle(), whole.x(), scaleX),
                columns.channel(plan, whole.yTitle(), whole.y(), scaleY),
                columns.channel(plan, residual, whole.residual(), Scale.LINEAR),
                columns.channel(plan, plot.color(), extras.color(), Scale.CATEGORY),
                columns.channel(plan, plot.size(), extras.size(), Scale.LINEAR), columns.label(plan, plot, extras),
                extras.labelled(), false, plot.title());
        return plot(plot, columns.query(plan), spec, whole.trends(), written);
    }

    static Checked.Plot plot(Statement.Plot plot, Query query, PlotSpec spec, List<Checked.Trend> trends,
            Statement written) {
        return new Checked.Plot(query, spec, trends, has(plot, Overlay.Kind.BAND), has(plot, Overlay.Kind.INTERVAL),
                plot.file(), plot.fileSpan(), written);
    }

    static boolean has(Statement.Plot plot, Overlay.Kind kind) {
        for (Overlay overlay : plot.with()) {
            if (overlay.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** What marks have besides their places; {@code null} for what they have not. @param labelled −1 for all */
    record Extras(Expression color, Expression size, Expression label, long labelled) {
    }

    private Extras extras(Statement.Plot plot, Plan base, Scope scope) {
        Expression color = plot.color() == null ? null : color(plot.color(), scope,
                plot.against() != null || plot.fit() != null);
        Expression size = plot.size() == null ? null : expressions.check(plot.size(), scope);
        if (size != null && size.type() != Type.NUMBER) {
            problems.add(ErrorCode.E105, plot.size().span(), "a size is a number, and "
                    + Formatter.expression(plot.size()) + " is " + size.type().words(),
                    size.type() == Type.DATE ? null : "color by " + Formatter.expression(plot.size()) + " tells apart"
                            + " what is no number");
        }
        Expression label = plot.label() == null ? null : expressions.check(plot.label(), scope);
        long labelled = queries.limit(plot.labels());
        if (plot.labels() != null && plot.label() == null) {
            label = base.label() == null ? problems.add(ErrorCode.E119, plot.labels().span(), "these rows have no name to"
                    + " label them by", "say by what: label by E label top 5") : scope.column(base.label());
        }
        return new Extras(color, size, label, labelled);
    }

    /** @param marks whether there is a mark for each row, which has a size as well */
    Expression color(Expr written, Scope scope, boolean marks) {
        Expression value = expressions.check(written, scope);
        if (value == null || !value.type().isNumeric()) {
            return value;
        }
        boolean whole = value instanceof Expression.Call call && isWhole(call.function());
        if (whole) {
            return value;
        }
        String word = Formatter.expression(written);
        return problems.add(ErrorCode.E105, written.span(), "colors tell groups apart, and " + word + " is "
                + value.type().words() + ", of which there is a whole range", value.type() == Type.DATE
                ? "color by year(" + word + ") has a color for each year" : marks ? "size by " + word
                + " shows it by the size of the marks" : null, value.type() == Type.DATE ? null
                : "color by " + word + " > … has two colors");
    }

    /** The scale asked for, else that which suits what is measured. */
    Scale scale(Statement.Plot plot, boolean vertical, Expression value) {
        for (Statement.PlotScale scale : plot.scales()) {
            if (scale.vertical() == vertical) {
                if (scale.log() && value.type() == Type.DATE) {
                    problems.add(ErrorCode.E105, scale.span(), "a logarithm is of a number, and "
                            + (vertical ? "y" : "x") + " is a date", "an axis of dates needs no word for it");
                }
                return value.type() == Type.DATE ? Scale.TIME : scale.log() ? Scale.LOG : Scale.LINEAR;
            }
        }
        return value.type() == Type.DATE ? Scale.TIME : isOfMagnitudes(value) ? Scale.LOG : Scale.LINEAR;
    }

    /** Whether it counts operations, tokens or parameters, or one of them per other: powers of ten, and no zero. */
    static boolean isOfMagnitudes(Expression value) {
        boolean difference = value instanceof Expression.Negate || value instanceof Expression.Arithmetic sum
                && sum.operator() == Expression.Operator.MINUS;
        if (difference) {
            return false;
        }
        boolean any = false;
        for (Dimension dimension : Dimension.values()) {
            if (value.unit().exponent(dimension) == 0) {
                continue;
            }
            if (dimension != Dimension.OPERATION && dimension != Dimension.TOKEN && dimension != Dimension.PARAMETER) {
                return false;
            }
            any |= value.unit().exponent(dimension) > 0;
        }
        return any;
    }

    void refuseExtras(Statement.Plot plot, String what, String help) {
        refuse(plot.size(), "sizes", what, help);
        refuse(plot.label(), "labels", what, help);
        if (plot.labels() != null) {
            refuse(plot.labels().span(), "labels", what, help);
        }
    }

    void refuseColor(Statement.Plot plot, String what) {
        if (plot.color() != null) {
            problems.add(ErrorCode.E120, plot.color().span(), what + " has no colors for groups within these",
                    "bars of what is gathered have: plot avg(mmlu) per architecture color by open");
        }
    }

    /** How many groups are drawn; −1 for as many as can be. */
    long top(Statement.Plot plot) {
        return queries.limit(plot.top());
    }

    private void refuseTop(Statement.Plot plot) {
        if (plot.top() != null) {
            problems.add(ErrorCode.E120, plot.top().span(), "'top' takes the first of groups, and here each row is"
                    + " drawn", plot.label() != null && plot.labels() == null ? "label by "
                    + Formatter.expression(plot.label()) + " label top " + Formatter.expression(plot.top().value())
                    + " names the highest" : "label top 5 names the highest", "rows are chosen in a stage before: rank models by mmlu"
                    + " top 20 | plot …");
        }
    }

    /** Into how many ranges a histogram parts its values; −1 where it is not said. */
    private int bins(Statement.Plot plot) {
        if (plot.bins() == null) {
            return -1;
        }
        Expression value = expressions.check(plot.bins().value(), Scope.scalar());
        double count = value instanceof Expression.NumberValue number ? number.value() : Double.NaN;
        if (value != null && !(count >= 1 && count <= MOST_BINS && count == Math.rint(count))) {
            problems.add(ErrorCode.E118, plot.bins().value().span(), "'bins' takes a whole number from 1 to "
                    + MOST_BINS,
                    "bins 20 parts the values into twenty ranges");
            return -1;
        }
        return value == null ? -1 : (int) count;
    }

    void refuseBins(Statement.Plot plot) {
        if (plot.bins() != null) {
            problems.add(ErrorCode.E120, plot.bins().span(), "'bins' is how many ranges a histogram has, and this is"
                    + " none",
                    "plot mmlu bins 20 counts the values in each");
        }
    }

    private void refuse(Expr written, String extra, String what, String help) {
        if (written != null) {
            refuse(written.span(), extra, what, help);
        }
    }

    private void refuse(Span span, String extra, String what, String help) {
        problems.add(ErrorCode.E120, span, extra + " are of marks for single rows, and this is " + what, help,
                "plot Y against X has a mark for each row");
    }

    /** @param but a kind that has a place here; {@code null} for none */
    void refuseOverlays(Statement.Plot plot, String what, Overlay.Kind but) {
        for (Overlay overlay : plot.with()) {
            if (overlay.kind() == but) {
                continue;
            }
            problems.add(ErrorCode.E120, overlay.span(), "'" + (overlay.fit() == null ? overlay.kind().word()
                    : overlay.fit().name()) + "' is drawn over marks of Y against X, and this is " + what,
                    "leave it out here");
        }
    }
}
