package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Span;
import llmq.fit.Part;
import llmq.fit.Variable;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;
import llmq.syntax.tree.Statement.Overlay;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.Type;
import llmq.value.Unit;

/** The curves of fits in a picture. */
final class PlotTrends {
    private static final Part[] PARTS = {Part.PREDICTED, Part.MEAN_LOW, Part.MEAN_HIGH, Part.LOW, Part.HIGH};
    private static final String[] TITLES = {"predicted", "mean_low", "mean_high", "low", "high"};

    private final Namespace names;
    private final ExpressionChecker expressions;
    private final Problems problems;
    /** Whether y lies along an axis of ratios. */
    private final boolean ratios;

    PlotTrends(Namespace names, ExpressionChecker expressions, Problems problems, boolean ratios) {
        this.ratios = ratios;
        this.names = names;
        this.expressions = expressions;
        this.problems = problems;
    }

    /** The curves that a picture of y against x is drawn with. @param y {@code null} where it does not check */
    List<Checked.Trend> trends(Statement.Plot plot, Expression y, Expression x, Scope scope) {
        List<Checked.Trend> trends = new ArrayList<>();
        boolean any = false;
        for (Overlay overlay : plot.with()) {
            if (overlay.kind() == Overlay.Kind.FIT) {
                any = true;
                Namespace.Fitted fit = new PredictChecker(names, expressions, problems).fit(overlay.fit());
                Checked.Trend trend = fit == null || y == null || x == null ? null : trend(plot, fit, y, x, scope, overlay.span());
                if (trend != null) {
                    trends.add(trend);
                }
            }
        }
        if (y == null || x == null) {
            return trends;
        }
        for (Overlay overlay : plot.with()) {
            boolean ofFit = overlay.kind() == Overlay.Kind.BAND || overlay.kind() == Overlay.Kind.INTERVAL;
            if (ofFit && !any) {
                String word = overlay.kind().word();
                String drawn = Formatter.expression(plot.value()) + " against "
                        + Formatter.expression(plot.against());
                problems.add(ErrorCode.E120, overlay.span(), "'" + word + "' is that of a fit, and none is drawn",
                        names.fits().isEmpty() ? "fit " + Formatter.expression(plot.value()) + " on "
                                + term(plot, x) + " as trend, then plot " + drawn
                                + " with trend, " + word
                                : "plot " + drawn + " with " + Names.anywhere(names.fits().get(0)) + ", " + word);
            }
        }
        return trends;
    }

    private Checked.Trend trend(Statement.Plot plot, Namespace.Fitted fit, Expression y, Expression x, Scope scope,
            Span span) {
        Plan.Fit plan = fit.plan();
        String called = "'" + fit.name() + "'";
        String response = plan.spec().response().title();
        if (!isSame(y, plan.response(), response, fit, scope)) {
            Expression.Call logarithm = loggedResponse(plan);
            if (ratios && logarithm != null && isSame(y, logarithm.arguments().get(0), plan.spec().response().of(), fit,
                    scope)) {
                Checked.Trend trend = along(plot, fit, x, scope, span);
                return trend == null ? null : raised(trend, plan.spec().response().transform().base(), y);
            }
            return problems.add(ErrorCode.E119, span, called + " was fitted to " + response + ", and what is drawn is "
                    + Formatter.expression(plot.value()), "plot " + response + " against "
                    + Formatter.expression(plot.against()) + " with " + Names.anywhere(fit.name()), "or fit "
                    + Formatter.expression(plot.value()) + " on " + term(plot, x) + " as another");
        }
        return along(plot, fit, x, scope, span);
    }

    /** The logarithm that was fitted; {@code null} where none was. */
    private static Expression.Call loggedResponse(Plan.Fit plan) {
        return plan.spec().response().transform().isLog() && plan.response() instanceof Expression.Call call
                && call.arguments().size() == 1 ? call : null;
    }

    /** What a fit of a logarithm says, in what that is of: the ends of intervals stay those. */
    private static Checked.Trend raised(Checked.Trend trend, double base, Expression y) {
        Plan.Extend curve = (Plan.Extend) trend.curve();
        List<Field> fields = new ArrayList<>(trend.grid().fields());
        List<Plan.Named> said = new ArrayList<>();
        for (Plan.Named named : curve.columns()) {
            Expression value = new Expression.Arithmetic(Expression.Operator.POWER,
                    Expression.NumberValue.of(base, Unit.NONE), named.value(), Type.NUMBER, y.unit());
            Field field = Fields.of(named.field().name(), value);
            said.add(new Plan.Named(field, value));
            fields.add(field);
        }
        return new Checked.Trend(trend.fit(), trend.grid(), new Plan.Extend(curve.input(), said, new Schema(fields)));
    }

    /** The curve of a fit over x; else an error. */
    private Checked.Trend along(Statement.Plot plot, Namespace.Fitted fit, Expression x, Scope scope, Span span) {
        Plan.Fit plan = fit.plan();
        String called = "'" + fit.name() + "'";
        List<Expression.Column> inputs = inputs(plan);
        Expression along = x instanceof Expression.Convert convert ? convert.value() : x;
        if (along instanceof Expression.Column column && inputs.size() == 1 && isNumeric(plan)
                && inputs.get(0).field().name().equalsIgnoreCase(column.field().name())) {
            return along(fit, inputs.get(0));
        }
        if (isOneTerm(plan)) {
            Variable term = plan.spec().inputs().get(0);
            if (isSame(x, plan.terms().get(0), term.title(), fit, scope)) {
                return alongTerm(fit);
            }
            Expression.Call logarithm = logarithm(plan);
            if (logarithm != null && isSame(x, logarithm.arguments().get(0), term.of(), fit, scope)) {
                return alongRatios(fit, logarithm);
            }
        }
        if (inputs.size() == 1 && isNumeric(plan)) {
            String input = inputs.get(0).field().name();
            return problems.add(ErrorCode.E119, span, called + " goes by " + input + ", and x is "
                    + Formatter.expression(plot.against()), "plot " + Formatter.expression(plot.value()) + " against "
                    + Names.operand(input) + " with " + Names.anywhere(fit.name()));
        }
        return problems.add(ErrorCode.E119, span, called + " goes by " + inWords(inputs) + ", and a curve over x goes by"
                + " one number", "plot fit " + Names.anywhere(fit.name()) + " draws what was observed against what it"
                + " says");
    }

    /** What a fit of the picture would go by. */
    private static String term(Statement.Plot plot, Expression x) {
        String written = Formatter.expression(plot.against());
        return PlotChecker.isOfMagnitudes(x) ? "log10(" + written + ")" : written;
    }

    /** Whether an expression of a picture is one that a fit was made of, or has its name. */
    private boolean isSame(Expression drawn, Expression ofFit, String title, Namespace.Fitted fit, Scope scope) {
        Expression value = drawn instanceof Expression.Convert convert ? convert.value() : drawn;
        Expression own = ofFit instanceof Expression.Convert convert ? convert.value() : ofFit;
        boolean named = value instanceof Expression.Column column && column.field().name().equalsIgnoreCase(title)
                && column.type() == own.type() && column.unit().fits(own.unit());
        if (named) {
            return true;
        }
        Problems apart = new Problems(problems.text());
        Expression here = new FitCalls(expressions, apart).applied(own, fit, Map.of(), scope, new Span(0, 0));
        return here != null && here.equals(value);
    }

    /** What the terms of a fit are made of. */
    private static List<Expression.Column> inputs(Plan.Fit plan) {
        Set<String> taken = new LinkedHashSet<>();
        List<Expression.Column> inputs = new ArrayList<>();
        for (Expression term : plan.terms()) {
            for (Expression.Column column : Columns.used(term)) {
                if (taken.add(column.field().name().toLowerCase(Locale.ROOT))) {
                    inputs.add(column);
                }
            }
        }
        return inputs;
    }

    private static boolean isNumeric(Plan.Fit plan) {
        for (Expression.Column column : inputs(plan)) {
            if (!column.type().isNumeric()) {
                return false;
            }
        }
        return true;
    }

    private static String inWords(List<Expression.Column> inputs) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < inputs.size(); i++) {
            words.append(i == 0 ? "" : i == inputs.size() - 1 ? " and " : ", ").append(inputs.get(i).field().name());
        }
        return words.toString();
    }

    /** Over the one field that all terms are made of. */
    private Checked.Trend along(Namespace.Fitted fit, Expression.Column input) {
        Schema grid = grid(fit, input.field());
        List<Expression> terms = new ArrayList<>();
        for (Expression term : fit.plan().terms()) {
            terms.add(Columns.map(term, column -> new Expression.Column(0, grid.field(0))));
        }
        return trend(fit, grid, terms);
    }

    /** Over the values of the one term itself: what log10(flops) comes to. */
    private Checked.Trend alongTerm(Namespace.Fitted fit) {
        Schema grid = grid(fit, Fields.of(fit.plan().spec().inputs().get(0).title(), fit.plan().terms().get(0)));
        return trend(fit, grid, List.of(new Expression.Column(0, grid.field(0))));
    }

    /** Over what the logarithm of its one term is taken of. */
    private static Checked.Trend alongRatios(Namespace.Fitted fit, Expression.Call logarithm) {
        Schema grid = grid(fit, Fields.of(fit.plan().spec().inputs().get(0).of(), logarithm.arguments().get(0)));
        return trend(fit, grid, List.of(new Expression.Call(logarithm.function(),
                List.of(new Expression.Column(0, grid.field(0))), logarithm.unit())));
    }

    private static boolean isOneTerm(Plan.Fit plan) {
        return plan.terms().size() == 1 && plan.terms().get(0).type() == Type.NUMBER;
    }

    /** The one term of a fit, where it is a logarithm; else {@code null}. */
    private static Expression.Call logarithm(Plan.Fit plan) {
        return plan.spec().inputs().get(0).transform().isLog() && plan.terms().get(0) instanceof Expression.Call call
                && call.arguments().size() == 1 ? call : null;
    }

    private static Schema grid(Namespace.Fitted fit, Field x) {
        List<Field> fields = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        fields.add(x.named(PredictChecker.free(x.name(), taken)));
        for (Plan.Named key : fit.plan().per()) {
            fields.add(key.field().named(PredictChecker.free(key.field().name(), taken)));
        }
        return new Schema(fields);
    }

    private static Checked.Trend trend(Namespace.Fitted fit, Schema grid, List<Expression> terms) {
        List<Field> fields = new ArrayList<>(grid.fields());
        Set<String> taken = new LinkedHashSet<>();
        for (Field field : fields) {
            taken.add(field.name().toLowerCase(Locale.ROOT));
        }
        List<Expression> keys = new ArrayList<>();
        for (int i = 1; i < grid.size(); i++) {
            keys.add(new Expression.Column(i, grid.field(i)));
        }
        List<Plan.Named> said = new ArrayList<>();
        for (int i = 0; i < PARTS.length; i++) {
            Expression value = FitCalls.value(fit, PARTS[i], terms, keys);
            Field field = Fields.of(PredictChecker.free(TITLES[i], taken), value);
            said.add(new Plan.Named(field, value));
            fields.add(field);
        }
        Plan points = new Plan.Scan(Checked.Trend.GRID, grid, null);
        return new Checked.Trend(fit, grid, new Plan.Extend(points, said, new Schema(fields)));
    }

    /** A fit as a whole. @param trends its curve, where it has one over x; else x is what it says */
    record Whole(Expression x, String xTitle, Expression y, String yTitle, Expression predicted, Expression residual,
            List<Checked.Trend> trends) {
    }

    /** What was fitted, and what the fit says of it. */
    Whole whole(Statement.Plot plot, Namespace.Fitted fit, Scope scope) {
        for (Overlay overlay : plot.with()) {
            boolean own = overlay.kind() == Overlay.Kind.BAND || overlay.kind() == Overlay.Kind.INTERVAL;
            if (!own) {
                problems.add(ErrorCode.E120, overlay.span(), "plot fit draws the one fit and its rows", "with band,"
                        + " interval", "several are drawn over their rows: plot Y against X with FIT, OTHER");
            }
        }
        Span span = plot.fit().span();
        Expression predicted = new FitCalls(expressions, problems).value(fit, Part.PREDICTED, Map.of(), scope, span);
        if (predicted == null) {
            return null;
        }
        Expression y = fit.plan().response();
        String title = fit.plan().spec().response().title();
        Expression residual = new Expression.Arithmetic(Expression.Operator.MINUS, y, predicted, Type.NUMBER,
                predicted.unit());
        List<Expression.Column> inputs = inputs(fit.plan());
        if (inputs.size() == 1 && isNumeric(fit.plan())) {
            Expression.Column x = inputs.get(0);
            return new Whole(x, x.field().name(), y, title, predicted, residual, List.of(along(fit, x)));
        }
        if (isOneTerm(fit.plan())) {
            Variable term = fit.plan().spec().inputs().get(0);
            Expression.Call logarithm = logarithm(fit.plan());
            return logarithm == null
                    ? new Whole(fit.plan().terms().get(0), term.title(), y, title, predicted, residual,
                            List.of(alongTerm(fit)))
                    : new Whole(logarithm.arguments().get(0), term.of(), y, title, predicted, residual,
                            List.of(alongRatios(fit, logarithm)));
        }
        for (Overlay overlay : plot.with()) {
            problems.add(ErrorCode.E120, overlay.span(), "'" + fit.name() + "' goes by " + inWords(inputs)
                    + ", and is drawn as what was observed against what it says", "leave it out here");
        }
        return new Whole(predicted, "predicted", y, title, predicted, residual, List.of());
    }

    /** The rows of a fit are those that it was made of. */
    void refuseRows(Statement.Plot plot, Query input) {
        Span span = input != null ? plot.fit().span() : plot.source() != null ? plot.source().span()
                : plot.where() != null ? plot.where().span() : plot.per().isEmpty() ? null : plot.per().get(0).span();
        if (span != null) {
            String name = Names.anywhere(plot.fit().name());
            problems.add(ErrorCode.E120, span, "plot fit draws the rows that the fit was made of",
                    "other rows are drawn so: plot Y against X for SOURCE where P with " + name);
        }
    }
}
