package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.function.AggregateFunction;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.function.Gives;
import llmq.function.ScalarFunction;
import llmq.function.SpecialForm;
import llmq.function.UnitRule;
import llmq.function.WindowFunction;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.syntax.Formatter;
import llmq.syntax.OtherPrompts;
import llmq.syntax.tree.Argument;
import llmq.syntax.tree.Expr;
import llmq.table.Field;
import llmq.table.ScoreScale;
import llmq.value.Type;
import llmq.value.Unit;

/** Calls: the user's functions, the registry's, and the forms that take more than values. */
final class Calls {
    private final ExpressionChecker expressions;
    private final Namespace names;
    private final Problems problems;
    private final Sources sources;

    Calls(ExpressionChecker expressions, Namespace names, Problems problems, Sources sources) {
        this.expressions = expressions;
        this.names = names;
        this.problems = problems;
        this.sources = sources;
    }

    Expression call(Expr.Call call, Scope scope) {
        String name = call.function().name();
        if (names.find(name) instanceof Namespace.UserFunction function) {
            return userFunction(call, function, scope);
        }
        if (names.find(name) instanceof Namespace.Fitted fit) {
            return new FitCalls(expressions, problems).call(call, fit, scope);
        }
        Function function = Functions.find(name, call.arguments().size());
        if (function == null) {
            function = Functions.find(name);
        }
        if (function == null) {
            return unknownFunction(call, scope);
        }
        if (!function.takes(call.arguments().size())) {
            return problems.add(ErrorCode.E106, call.span(), "'" + name + "' takes " + count(function) + ", and here "
                    + given(call.arguments().size()),
                    "it is called as " + function.doc().usage());
        }
        if (function instanceof AggregateFunction aggregate) {
            return aggregate(call, aggregate, scope);
        }
        for (Argument argument : call.arguments()) {
            if (argument.where() != null) {
                return problems.add(ErrorCode.E105, argument.where().span(), "'" + name
                        + "' works on values, and takes no where", "aggregates do: avg(mmlu of models where open)");
            }
        }
        if (function instanceof WindowFunction window) {
            return window(call, window, scope);
        }
        return function instanceof ScalarFunction scalar ? scalar(call, scalar, scope)
                : special(call, (SpecialForm) function, scope);
    }

    private static String given(int count) {
        return count == 0 ? "is none" : count == 1 ? "is 1" : "are " + count;
    }

    private static String count(Function function) {
        if (function.least() == function.most()) {
            return function.least() == 1 ? "1 argument" : function.least() + " arguments";
        }
        return function.most() == Integer.MAX_VALUE ? function.least() + " or more arguments"
                : function.least() + " to " + function.most() + " arguments";
    }

    private Expression unknownFunction(Expr.Call call, Scope scope) {
        String name = call.function().name();
        if (scope.column(name) != null) {
            return problems.add(ErrorCode.E107, call.function().span(), "'" + name + "' is a field, not a function",
                    "write just " + name);
        }
        List<String> candidates = new ArrayList<>();
        candidates.addAll(Functions.names());
        for (Namespace.Definition definition : names.all()) {
            if (definition instanceof Namespace.UserFunction) {
                candidates.add(definition.name());
            }
        }
        String fit = null;
        for (Argument argument : call.arguments()) {
            fit = argument.value() instanceof Expr.Name value
                    && names.find(value.identifier().name()) instanceof Namespace.Fitted fitted ? fitted.name() : fit;
        }
        String regression = regression(call);
        if (regression != null) {
            return problems.add(ErrorCode.E107, call.function().span(), "there is no function '" + name + "'",
                    regression);
        }
        String elsewhere = OtherPrompts.instead(name, table(call));
        if (elsewhere != null) {
            return problems.add(ErrorCode.E107, call.function().span(), "there is no function '" + name + "'",
                    elsewhere);
        }
        String meant = otherwiseCalled(name.toLowerCase(Locale.ROOT));
        return problems.add(ErrorCode.E107, call.function().span(), "there is no function '" + name + "'",
                meant == null ? Nearest.sentence(name, candidates) : Nearest.meant(meant),
                fit == null ? "describe functions lists them" : "describe " + fit + " tells of the fit, and list " + fit
                        + " gives the table of its terms");
    }

    /** The only argument, where that is a table. */
    private String table(Expr.Call call) {
        return !call.arguments().isEmpty() && call.arguments().get(0).value() instanceof Expr.Name value
                && names.find(value.identifier().name()) instanceof Namespace.Data ? value.identifier().name() : null;
    }

    /** How a regression is written that R and others have a function for; {@code null} for other functions. */
    private static String regression(Expr.Call call) {
        return switch (call.function().name().toLowerCase(Locale.ROOT)) {
            case "lm", "glm", "nls", "ols", "linregress", "regress", "regression", "polyfit" -> {
                List<String> written = new ArrayList<>();
                for (Expr value : values(call)) {
                    written.add(Formatter.expression(value));
                }
                yield "a regression is written fit Y on X" + (written.size() < 2 ? "" : ": fit " + written.get(0)
                        + " on " + String.join(", ", written.subList(1, written.size())));
            }
            default -> null;
        };
    }

    /** The function that SQL, R or a spreadsheet calls so, or {@code null}. */
    private static String otherwiseCalled(String name) {
        return switch (name) {
            case "mean", "average" -> "avg";
            case "sd", "std", "stdev" -> "stddev";
            case "n", "len", "length" -> "count";
            case "log" -> "ln";
            case "percentile_cont" -> "quantile";
            case "percent_rank" -> "percentile";
            case "ifelse" -> "if";
            case "ifnull", "nvl" -> "coalesce";
            case "ceiling" -> "ceil";
            case "arg_max", "max_by" -> "best";
            default -> null;
        };
    }

    private Expression userFunction(Expr.Call call, Namespace.UserFunction function, Scope scope) {
        String usage = function.name() + "(" + String.join(", ", function.parameters()) + ")";
        if (call.arguments().size() != function.parameters().size()) {
            return problems.add(ErrorCode.E106, call.span(), "'" + function.name() + "' takes "
                    + (function.parameters().size() == 1 ? "1 argument" : function.parameters().size() + " arguments")
                    + ", and here " + given(call.arguments().size()),
                    "it is called as " + usage);
        }
        Map<String, Binding> bound = new LinkedHashMap<>();
        boolean failed = false;
        for (int i = 0; i < call.arguments().size(); i++) {
            Binding binding = Binding.of(call.arguments().get(i).value(), scope, expressions);
            bound.put(function.parameters().get(i), binding);
            failed |= binding.isFailed();
        }
        if (!failed) {
            return expressions.apply(function, bound, call.span(), scope);
        }
        // What is nothing here, such as a field of the rows of a group, may be something where the body wants it.
        ExpressionChecker apart = expressions.apart();
        Expression value = apart.apply(function, bound, call.span(), scope);
        boolean toReport = false;
        for (Binding binding : bound.values()) {
            if (binding.isToReport(apart.problems())) {
                problems.addAll(binding.failure());
                toReport = true;
            }
        }
        if (!toReport) {
            problems.addAll(apart.problems());
        }
        return toReport ? null : value;
    }

    private static List<Expr> values(Expr.Call call) {
        List<Expr> values = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            values.add(argument.value());
        }
        return values;
    }

    private Expression scalar(Expr.Call call, ScalarFunction function, Scope scope) {
        List<Expression> arguments = expressions.checkAll(values(call), scope);
        if (arguments == null) {
            return null;
        }
        List<Type> types = new ArrayList<>();
        for (Expression argument : arguments) {
            types.add(argument.type());
        }
        Function fitting = Functions.find(function.name(), types);
        ScalarFunction typed = fitting instanceof ScalarFunction found ? found : function;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).type() != typed.argument(i)) {
                return wrongType(call, i, arguments.get(i), typed.argument(i).words());
            }
        }
        Unit unit = unit(call, typed.units(), arguments);
        return unit == null ? null : new Expression.Call(typed, arguments, unit);
    }

    private Expression wrongType(Expr.Call call, int index, Expression argument, String wanted) {
        Expr written = call.arguments().get(index).value();
        return problems.add(ErrorCode.E105, written.span(), "'" + call.function().name() + "' takes " + wanted
                + ", and " + Formatter.expression(written) + " is " + argument.type().words());
    }

    private Unit unit(Expr.Call call, UnitRule rule, List<Expression> arguments) {
        return switch (rule) {
            case NONE -> Unit.NONE;
            case FIRST -> arguments.get(0).unit();
            case PERCENT -> Unit.PERCENT;
            case RATIO -> arguments.get(0).unit().per(arguments.get(1).unit());
            case SQUARE_ROOT -> arguments.get(0).unit().pow(0.5);
            case SAME -> {
                Unit unit = arguments.get(0).unit();
                for (int i = 1; i < arguments.size(); i++) {
                    if (!unit.fits(arguments.get(i).unit())) {
                        Expr written = call.arguments().get(i).value();
                        yield problems.add(ErrorCode.E104, written.span(), "'" + call.function().name()
                                + "' takes quantities of one unit: " + Formatter.expression(written) + " is "
                                + Operators.inWords(arguments.get(i).unit()) + ", the first "
                                + Operators.inWords(unit));
                    }
                    unit = unit.meet(arguments.get(i).unit());
                }
                yield unit;
            }
        };
    }

    private Expression aggregate(Expr.Call call, AggregateFunction function, Scope scope) {
        RowsOf over = RowsOf.read(call, names, sources, problems);
        if (over == null) {
            return null;
        }
        if (over.source() != null) {
            return ofRows(call, function, over, scope);
        }
        if (scope.groups() == null) {
            return nothingToGather(call, over, scope);
        }
        List<Expression> arguments = arguments(call, function, over.values(), scope.ungrouped());
        Unit unit = arguments == null ? null : aggregateUnit(call, function, arguments);
        if (unit == null) {
            return null;
        }
        Type type = type(function, arguments);
        Field field = new Field(Formatter.expression(call), type, Fields.plain(unit), "", scaleOf(function, arguments));
        return scope.groups().call(new Plan.AggregateCall(field, function, arguments));
    }

    /** An aggregate over rows of its own, as one value. */
    private Expression ofRows(Expr.Call call, AggregateFunction function, RowsOf over, Scope scope) {
        Sources.Rows rows = sources.rows(over.source(), problems);
        Plan plan = rows == null || over.where() == null ? rows == null ? null : rows.plan()
                : sources.filtered(rows.plan(), over.where(), Binding.inCondition(scope.bindings()), expressions, rows.name());
        if (plan == null) {
            return null;
        }
        if (over.values().size() < function.least()) {
            return problems.add(ErrorCode.E106, call.span(), "'" + call.function().name() + "' takes "
                    + count(function) + ", and here are only rows", "say what of them: " + call.function().name()
                    + "(mmlu of models)");
        }
        Scope inner = scope.row(plan.schema(), plan.label(), rows.name());
        List<Expression> arguments = arguments(call, function, over.values(), inner);
        Unit unit = arguments == null ? null : aggregateUnit(call, function, arguments);
        return unit == null ? null : new Expression.OfRows(function, arguments, plan, type(function, arguments),
                Fields.plain(unit));
    }

    private Expression nothingToGather(Expr.Call call, RowsOf over, Scope scope) {
        String name = call.function().name();
        Expr first = over.values().isEmpty() ? null : over.values().get(0);
        if (first instanceof Expr.Of of && !of.model().quoted()) {
            String nearest = Nearest.sentence(of.model().name(), names.sourceNames());
            if (nearest != null) {
                return problems.add(ErrorCode.E111, of.model().span(), "there is no table '" + of.model().name()
                        + "' to gather rows from", nearest);
            }
        }
        boolean single = first instanceof Expr.Of;
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < Math.max(1, over.values().size()); i++) {
            Expr value = over.values().isEmpty() ? null : over.values().get(i);
            written.append(i == 0 ? "" : ", ").append(value == null ? "models"
                    : Formatter.expression(value instanceof Expr.Of of ? of.value() : value))
                    .append(i == 0 && value != null ? " of models" : "");
        }
        return problems.add(ErrorCode.E109, call.span(), "'" + name + "' needs rows to gather, and "
                + (single ? Formatter.expression(first) + " is one value" : scope.hasRows()
                        ? "here is one at a time" : "here are none"),
                "say which rows: " + name + "(" + written + ")",
                scope.hasRows() && !single ? "or gather groups: summarize models show " + Formatter.expression(call)
                        + " per family" : null);
    }

    /** The greatest, the least and the middle of scores are scores on the same scale. */
    private static ScoreScale scaleOf(AggregateFunction function, List<Expression> arguments) {
        boolean score = function.units() != UnitRule.NONE && !arguments.isEmpty()
                && arguments.get(0) instanceof Expression.Column;
        return score && function.gives() == Gives.TYPE_OF_FIRST
                ? ((Expression.Column) arguments.get(0)).field().scale() : null;
    }

    private static Type type(AggregateFunction function, List<Expression> arguments) {
        if (function.gives() == Gives.ROW) {
            return arguments.get(1).type();
        }
        return function.result(arguments.isEmpty() ? null : arguments.get(0).type());
    }

    private Unit aggregateUnit(Expr.Call call, AggregateFunction function, List<Expression> arguments) {
        if (function.gives() == Gives.ROW) {
            return arguments.get(1).unit();
        }
        return arguments.isEmpty() ? Unit.NONE : unit(call, function.units(), arguments);
    }

    private List<Expression> arguments(Expr.Call call, AggregateFunction function, List<Expr> written, Scope scope) {
        List<Expression> checked = expressions.checkAll(written, scope.withoutWindows());
        if (checked == null) {
            return null;
        }
        List<Expression> arguments = new ArrayList<>(checked);
        if (function.gives() == Gives.ROW && arguments.size() == 1) {
            if (scope.label() == null) {
                return problems.add(ErrorCode.E106, call.span(), "these rows have no name to tell the best one by",
                        "say what to give of the best row: best(x, what)");
            }
            arguments.add(scope.column(scope.label()));
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!function.argument(i).accepts(arguments.get(i).type())) {
                wrongType(call, i, arguments.get(i), function.argument(i).words());
                return null;
            }
        }
        if (function.units() == UnitRule.RATIO && arguments.get(1).type() == Type.DATE) {
            arguments.set(1, FitChecker.seconds(arguments.get(1)));
        }
        Double share = function.name().equals("quantile") ? Operators.constant(arguments.get(1)) : null;
        if (share != null && !(share >= 0 && share <= 1)) {
            return problems.add(ErrorCode.E118, call.arguments().get(1).span(), "a quantile is asked for by a share"
                    + " from 0 to 1", "quantile(x, 0.9) is the value that nine in ten do not exceed");
        }
        return arguments;
    }

    private Expression window(Expr.Call call, WindowFunction function, Scope scope) {
        if (!scope.hasRows() || scope.windows() == null || scope.groups() != null) {
            return problems.add(ErrorCode.E109, call.span(), "'" + call.function().name()
                    + "' places a row among all rows of a list or rank, and cannot stand here",
                    "list models show " + Formatter.expression(call));
        }
        List<Expression> arguments = expressions.checkAll(values(call), scope.withoutWindows());
        if (arguments == null) {
            return null;
        }
        List<Expression> all = new ArrayList<>(arguments);
        if (function.name().equals("cumulative_best") && all.size() == 1) {
            Expression.Column released = scope.column("released");
            if (released == null) {
                return problems.add(ErrorCode.E106, call.span(), "these rows have no field 'released' to go by",
                        "say what to go by: cumulative_best(x, when)");
            }
            all.add(released);
        }
        for (int i = 0; i < all.size(); i++) {
            if (!function.argument(i).accepts(all.get(i).type())) {
                return wrongType(call, i, all.get(i), function.argument(i).words());
            }
        }
        boolean same = function.units() == UnitRule.SAME || function.units() == UnitRule.FIRST;
        Unit unit = unit(call, same ? UnitRule.FIRST : function.units(), all);
        Field field = new Field(Formatter.expression(call), same ? all.get(0).type() : Type.NUMBER,
                Fields.plain(unit), "", null);
        return scope.windows().column(new Plan.WindowCall(field, function, all));
    }

    private Expression special(Expr.Call call, SpecialForm form, Scope scope) {
        return switch (form.name()) {
            case "if" -> choice(call, scope);
            case "coalesce" -> coalesce(call, scope);
            case "reported" -> reported(call, scope);
            case "skill" -> skill(call, scope);
            case Display.BAR -> bar(call, scope);
            case "predicted", "residual", "leverage", "effective_flops", "density" ->
                new FitForms(expressions, names, problems).of(call, scope);
            default -> throw new IllegalStateException("no reading for the form " + form.name());
        };
    }

    /** The number itself; what shows it, draws it. */
    private Expression bar(Expr.Call call, Scope scope) {
        Expression value = expressions.check(call.arguments().get(0).value(), scope);
        return value == null || value.type() == Type.NUMBER ? value
                : problems.add(ErrorCode.E105, call.arguments().get(0).value().span(), "a bar is drawn of a number, and"
                        + " this is " + value.type().words());
    }

    private Expression choice(Expr.Call call, Scope scope) {
        Expression condition = expressions.condition(call.arguments().get(0).value(), scope);
        List<Expression> branches = expressions.checkAll(List.of(call.arguments().get(1).value(),
                call.arguments().get(2).value()), scope);
        if (condition == null || branches == null || expressionsAlike(branches, call) == null) {
            return null;
        }
        return new Expression.If(condition, branches.get(0), branches.get(1), branches.get(0).type(),
                Operators.sharedUnit(branches));
    }

    private Expression coalesce(Expr.Call call, Scope scope) {
        List<Expression> values = expressions.checkAll(values(call), scope);
        if (values == null || expressionsAlike(values, call) == null) {
            return null;
        }
        return new Expression.Coalesce(values, values.get(0).type(), Operators.sharedUnit(values));
    }

    private List<Expression> expressionsAlike(List<Expression> values, Expr.Call call) {
        return new Operators(expressions, problems).alike(values, call);
    }

    private Expression reported(Expr.Call call, Scope scope) {
        Expression value = expressions.check(call.arguments().get(0).value(), scope);
        return value == null ? null : new Expression.Reported(value);
    }

    /** The share of the way from chance to perfect: (score − chance) / (max − chance). */
    private Expression skill(Expr.Call call, Scope scope) {
        Expr written = call.arguments().get(0).value();
        Expression score = expressions.check(written, scope);
        if (score == null) {
            return null;
        }
        Expression inner = score instanceof Expression.OfRow of ? of.value() : score;
        if (inner instanceof Expression.Column column && column.field().scale() != null) {
            ScoreScale scale = column.field().scale();
            if (Double.isNaN(scale.chance())) {
                return problems.add(ErrorCode.E119, written.span(), "nobody published what guessing scores on "
                        + column.field().name() + ", so its skill is not known",
                        "benchmarks with a chance level: list benchmarks where chance is known");
            }
            return share(score, Expression.NumberValue.of(scale.chance(), Unit.PERCENT),
                    Expression.NumberValue.of(scale.max(), Unit.PERCENT));
        }
        Expression.Column chance = scope.column("chance");
        Expression.Column max = scope.column("max");
        if (chance != null && max != null && score.unit().equals(chance.unit())) {
            return share(score, chance, max);
        }
        return problems.add(ErrorCode.E119, written.span(), "'skill' takes a benchmark's score, and "
                + Formatter.expression(written) + " is none", "skill(mmlu); list benchmarks shows which there are");
    }

    private static Expression share(Expression score, Expression chance, Expression max) {
        return new Expression.Arithmetic(Expression.Operator.DIVIDE,
                new Expression.Arithmetic(Expression.Operator.MINUS, score, chance, Type.NUMBER, score.unit()),
                new Expression.Arithmetic(Expression.Operator.MINUS, max, chance, Type.NUMBER, score.unit()),
                Type.NUMBER, Unit.NONE);
    }
}
