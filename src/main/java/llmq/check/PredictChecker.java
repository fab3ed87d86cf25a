package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.Span;
import llmq.fit.FitFunctions;
import llmq.fit.Part;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.syntax.Names;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.TextColumn;
import llmq.value.NumberForm;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Units;

/** What a fit says at values that are given, and how near it comes to rows, as written to plans. */
final class PredictChecker {
    private final Namespace names;
    private final ExpressionChecker expressions;
    private final FitCalls calls;
    private final Problems problems;

    PredictChecker(Namespace names, ExpressionChecker expressions, Problems problems) {
        this.names = names;
        this.expressions = expressions;
        this.calls = new FitCalls(expressions, problems);
        this.problems = problems;
    }

    FitCalls calls() {
        return calls;
    }

    /** The fit of that name; {@code null}, and an error, where there is none. */
    Namespace.Fitted fit(Identifier name) {
        Namespace.Definition found = names.find(name.name());
        if (found instanceof Namespace.Fitted fit) {
            return fit;
        }
        List<String> fits = names.fits();
        String help = fits.isEmpty() ? "make one first: fit mmlu on log10(flops) as " + name.name()
                : "there " + (fits.size() == 1 ? "is " : "are ") + String.join(", ", fits);
        if (found != null) {
            return problems.add(ErrorCode.E119, name.span(), "'" + name.name() + "' is no fit", fits.isEmpty()
                    ? "make one first: fit mmlu on log10(flops) as trend" : help,
                    found instanceof Namespace.View
                            ? "a fit has its name from as: fit Y on X as " + name.name() : null);
        }
        String nearest = Nearest.sentence(name.name(), fits);
        return problems.add(ErrorCode.E101, name.span(), "there is no fit '" + name.name() + "'",
                nearest == null ? help : nearest);
    }

    /** One row: the inputs as given, the estimate, and its intervals. */
    Query at(Statement.Predict predict, Namespace.Fitted fit) {
        List<Field> inputs = FitCalls.inputs(fit.plan());
        String usage = usage(fit, inputs);
        Map<String, Expression> bound = new LinkedHashMap<>();
        Scope scope = Scope.scalar();
        for (Statement.Binding binding : predict.at()) {
            calls.bind(binding, fit, scope, bound, usage);
            Expression value = bound.get(fold(binding.name().name()));
            seen(binding, fit, value);
        }
        List<String> missing = new ArrayList<>();
        for (Field input : inputs) {
            if (!bound.containsKey(fold(input.name()))) {
                missing.add(input.name());
            }
        }
        if (problems.isEmpty() && !missing.isEmpty()) {
            problems.add(ErrorCode.E106, predict.at().get(0).span(), "'" + fit.name() + "' needs "
                    + String.join(" and ", missing) + " as well", usage);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        List<Plan.Named> values = new ArrayList<>();
        List<ScaledUnit> units = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Statement.Binding binding : predict.at()) {
            Expression value = bound.get(fold(binding.name().name()));
            for (Field input : inputs) {
                if (input.name().equalsIgnoreCase(binding.name().name()) && taken.add(fold(input.name()))) {
                    values.add(new Plan.Named(input, value));
                    units.add(value instanceof Expression.Convert convert ? convert.target() : null);
                }
            }
        }
        String[] titles = {fit.plan().spec().response().title(), "mean_low", "mean_high", "low", "high"};
        Part[] parts = {Part.PREDICTED, Part.MEAN_LOW, Part.MEAN_HIGH, Part.LOW, Part.HIGH};
        for (int i = 0; i < parts.length; i++) {
            Expression value = calls.value(fit, parts[i], bound, scope, predict.span());
            if (value == null) {
                return null;
            }
            values.add(new Plan.Named(Fields.of(free(titles[i], taken), value), value));
        }
        List<Field> fields = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            fields.add(values.get(i).field());
            Shown one = new Shown(i, fields.get(i).name(), i < units.size() ? units.get(i) : null,
                    i < units.size() ? Shown.KEY : 0, Shown.Reader.ALL);
            // Losses differ by little.
            shown.add(i >= units.size() && fields.get(i).unit().isNone() ? one.as(NumberForm.EACH) : one);
        }
        int at = fields.size() - parts.length;
        return new Query(new Plan.Row(values, new Schema(fields)), shown, Layout.TABLE, null, false, Wanted.stage())
                .saying("95% intervals: " + fields.get(at + 1).name() + " to " + fields.get(at + 2).name()
                        + " of the trend itself, " + fields.get(at + 3).name() + " to " + fields.get(at + 4).name()
                        + " of one more row");
    }

    private static String usage(Namespace.Fitted fit, List<Field> inputs) {
        StringBuilder usage = new StringBuilder("predict ").append(Names.anywhere(fit.name())).append(" at ");
        for (int i = 0; i < inputs.size(); i++) {
            usage.append(i == 0 ? "" : ", ").append(Names.operand(inputs.get(i).name())).append(" = …");
        }
        return usage.toString();
    }

    /** Whether a text is one that the fit has seen, where it goes by texts; else an error. */
    private void seen(Statement.Binding binding, Namespace.Fitted fit, Expression value) {
        if (!(value instanceof Expression.TextValue text) || fit.model() == null) {
            return;
        }
        String field = binding.name().name();
        FitFunctions functions = new FitFunctions(fit.name(), fit.plan().spec(), fit.model());
        List<String> levels = null;
        for (int i = 0; i < fit.plan().terms().size(); i++) {
            boolean is = fit.plan().terms().get(i) instanceof Expression.Column column
                    && column.field().name().equalsIgnoreCase(field);
            levels = is ? functions.levels(i) : levels;
        }
        for (int i = 0; i < fit.plan().per().size(); i++) {
            boolean is = fit.plan().per().get(i).value() instanceof Expression.Column column
                    && column.field().name().equalsIgnoreCase(field);
            if (is && functions.key(i) instanceof TextColumn keys) {
                levels = new ArrayList<>();
                for (int group = 0; group < keys.size(); group++) {
                    levels.add(keys.value(group));
                }
            }
        }
        if (levels != null && !levels.contains(text.value())) {
            String nearest = Nearest.sentence(text.value(), levels);
            problems.add(ErrorCode.E118, binding.value().span(), "'" + fit.name() + "' was fitted on no " + field
                    + " '" + text.value() + "'", nearest == null ? "it was on " + some(levels) : nearest);
        }
    }

    private static String some(List<String> words) {
        int most = Math.min(words.size(), 12);
        return String.join(", ", words.subList(0, most))
                + (most < words.size() ? " and " + (words.size() - most) + " more" : "");
    }

    /**
     * The back-test: beside the response of each row what the fit says, and whether the one lies in the interval of
     * the other.
     *
     * @param base  the rows
     * @param shown conditions that chose them, whose columns are shown as well
     */
    Query rows(Namespace.Fitted fit, Plan base, Scope scope, List<Expression> shown, Span span) {
        if (!fits(fit, scope, span, true)) {
            return null;
        }
        Scope each = scope.withoutWindows();
        Plan.Fit plan = fit.plan();
        Expression actual = calls.applied(plan.response(), fit, Map.of(), each, span);
        Expression predicted = calls.value(fit, Part.PREDICTED, Map.of(), each, span);
        Expression low = calls.value(fit, Part.LOW, Map.of(), each, span);
        Expression high = calls.value(fit, Part.HIGH, Map.of(), each, span);
        if (actual == null || predicted == null || low == null || high == null) {
            return null;
        }
        Display display = new Display(problems);
        Set<String> taken = new LinkedHashSet<>();
        if (base.label() != null) {
            display.add(base.label(), scope.column(base.label()), Shown.STAYS);
            taken.add(fold(base.label()));
        }
        // A test is as often as not one over time.
        Expression.Column released = scope.column("released");
        if (released != null && released.type() == Type.DATE) {
            display.add("released", released, Shown.INGREDIENT);
            taken.add("released");
        }
        for (Field input : FitCalls.inputs(plan)) {
            Expression.Column column = scope.column(input.name());
            display.add(column.field().name(), column, Shown.INGREDIENT);
            taken.add(fold(input.name()));
        }
        for (Expression.Column used : Columns.used(actual)) {
            taken.add(fold(used.field().name()));
        }
        String title = plan.spec().response().title();
        if (!(actual instanceof Expression.Column)) {
            title = free(title, taken);
        }
        display.add(title, actual, Shown.STAYS);
        String said = free("predicted", taken);
        display.add(said, predicted, Shown.STAYS);
        display.add(free("residual", taken), new Expression.Arithmetic(Expression.Operator.MINUS, actual, predicted,
                Type.NUMBER, predicted.unit()), Shown.KEY);
        String least = free("low", taken);
        display.add(least, low, Shown.ASKED);
        String most = free("high", taken);
        display.add(most, high, Shown.ASKED);
        display.add(free("inside", taken), new Expression.And(
                new Expression.Comparison(Expression.Comparator.AT_LEAST, actual, low),
                new Expression.Comparison(Expression.Comparator.AT_MOST, actual, high)), Shown.KEY);
        Unasked.addUsed(shown, scope, display, Shown.CONDITION);
        Plan known = new Plan.Filter(base, new Expression.And(new Expression.Needed(actual),
                new Expression.Needed(predicted)));
        Plan tested = display.extend(known);
        Schema schema = tested.schema();
        return new Query(tested, display.shown(schema), Layout.TABLE, null, false, Wanted.stage(),
                new Query.Tested(fit, schema.find(title), schema.find(said), schema.find(least), schema.find(most)));
    }

    /** Whether the rows have what the fit's response is made of. */
    boolean knowsResponse(Namespace.Fitted fit, Scope scope) {
        for (Expression.Column column : Columns.used(fit.plan().response())) {
            Expression.Column own = scope.column(column.field().name());
            if (own == null || own.type() != column.type()
                    || own.type() == Type.NUMBER && !own.unit().fits(column.unit())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rows have what the fit goes by and, if wanted, what it was fitted to; else an error. */
    boolean fits(Namespace.Fitted fit, Scope scope, Span span, boolean response) {
        List<Field> wanted = new ArrayList<>(FitCalls.inputs(fit.plan()));
        for (Expression.Column column : response ? Columns.used(fit.plan().response())
                : List.<Expression.Column>of()) {
            wanted.add(column.field());
        }
        List<String> missing = new ArrayList<>();
        for (Field field : wanted) {
            Expression.Column own = scope.column(field.name());
            if (own == null) {
                missing.add(field.name());
            } else if (own.type() != field.type() || own.type() == Type.NUMBER && !own.unit().fits(field.unit())) {
                problems.add(own.type() == field.type() ? ErrorCode.E104 : ErrorCode.E105, span, "'" + field.name()
                        + "' is " + kind(own.field()) + " here, and " + kind(field) + " where '" + fit.name()
                        + "' was fitted", own.type() != field.type() ? null : "a loaded column is given its unit so:"
                                + " load … with (" + field.name() + " = \"Column\" " + Units.plural(field.unit()) + ")");
            }
        }
        if (!missing.isEmpty()) {
            problems.add(ErrorCode.E106, span, "'" + fit.name() + "' needs " + String.join(" and ", missing)
                    + ", which these rows have not", !response ? null : "under another name, as: list " + source(scope) + " show other as "
                    + missing.get(0) + ", … | predict " + fit.name());
        }
        return problems.isEmpty();
    }

    private static String source(Scope scope) {
        return scope.source() == null || scope.source().indexOf(' ') >= 0 ? "…" : scope.source();
    }

    private static String kind(Field field) {
        return field.type() == Type.NUMBER ? Operators.inWords(field.unit()) : field.type().words();
    }

    /** The title, or one like it that is free; it is taken from then on. */
    static String free(String title, Set<String> taken) {
        String free = title;
        while (!taken.add(fold(free))) {
            free += "_";
        }
        return free;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
