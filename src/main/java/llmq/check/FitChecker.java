package llmq.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.Span;
import llmq.fit.FitSpec;
import llmq.fit.LeaveOutTable;
import llmq.fit.Method;
import llmq.fit.TermsTable;
import llmq.fit.Transform;
import llmq.fit.Variable;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.stats.Errors;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.ScoreScale;
import llmq.value.NumberForm;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;

/** A fit as written to the plan of it. */
final class FitChecker {
    private static final long MOST_DRAWS = 1_000_000;
    /** Columns of a whole fit that tell one group from another; of one fit alone its words tell. */
    private static final List<String> OF_GROUP = List.of("n", "r2", "cv_rmse");

    private final ExpressionChecker expressions;
    private final Problems problems;

    FitChecker(ExpressionChecker expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    /** @param base the rows to fit */
    Query query(Statement.Fit fit, Plan base, Scope scope) {
        Plan.Fit plan = plan(fit, base, scope);
        return plan == null ? null : shown(plan, plan);
    }

    /** The table of terms as a reader is to see it. @param rows what gives it: the fit, or a scan of what it gave */
    static Query shown(Plan rows, Plan.Fit plan) {
        List<Shown> shown = new ArrayList<>();
        Schema schema = plan.schema();
        boolean whole = plan.spec().leaveOut() != null;
        for (int i = 0; i < schema.size(); i++) {
            String title = schema.field(i).name();
            boolean told = !whole && i >= plan.per().size() && i < schema.find(Layout.TERM)
                    && (plan.per().isEmpty() || !OF_GROUP.contains(title));
            // A key keeps its own form, whatever it is called.
            Shown column = i < plan.per().size() ? Shown.of(i, title, Shown.STAYS)
                    : Shown.of(i, title, need(title)).as(form(title));
            shown.add(told ? column.to(Shown.Reader.MACHINES) : column);
        }
        return new Query(rows, shown, whole ? Layout.TABLE : Layout.FIT, null, false,
                whole ? Wanted.stage() : Wanted.ALL);
    }

    /** The titles in the order in which a reader seeks them: what is of the whole fit comes last. */
    static List<String> sought(Plan.Fit plan) {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        List<Field> fields = plan.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            boolean whole = i >= plan.per().size() && i < plan.schema().find(Layout.TERM);
            (whole && plan.leaveOut() == null ? last : first).add(fields.get(i).name());
        }
        first.addAll(last);
        return first;
    }

    /** An estimate is nothing without its interval, and neither end of that without the other. */
    private static int need(String title) {
        return switch (title) {
            case Layout.TERM, "without", "estimate", "low", "high" -> Shown.STAYS;
            case "std_error", "t" -> Shown.INGREDIENT;
            default -> Shown.KEY;
        };
    }

    /** The estimates of one column count in different units, and so may be of very different sizes. */
    private static NumberForm form(String title) {
        return switch (title) {
            case "estimate", "std_error", "low", "high", "moved" -> NumberForm.EACH;
            case "t" -> NumberForm.HUNDREDTHS;
            case "p" -> NumberForm.PROBABILITY;
            case "aic" -> NumberForm.TENTHS;
            default -> NumberForm.SCALED;
        };
    }

    /** The columns of terms that are listed, in the forms that they have in a fit; others as they are. */
    static List<Shown> formed(List<Shown> shown, Plan base, Namespace names) {
        Plan rows = base;
        while (rows instanceof Plan.Filter filter) {
            rows = filter.input();
        }
        Plan.Fit fit = rows instanceof Plan.Fit made ? made : rows instanceof Plan.Scan scan
                && names.find(scan.source()) instanceof Namespace.Fitted fitted ? fitted.plan() : null;
        if (fit == null) {
            return shown;
        }
        List<Shown> formed = new ArrayList<>();
        for (Shown column : shown) {
            boolean own = column.column() >= fit.per().size() && column.column() < fit.schema().size()
                    && column.title().equals(fit.schema().field(column.column()).name());
            formed.add(own ? column.as(form(column.title())) : column);
        }
        return formed;
    }

    private Plan.Fit plan(Statement.Fit fit, Plan base, Scope given) {
        Scope scope = given.withoutWindows();
        Expression response = expressions.check(fit.response(), scope);
        if (response != null && response.type() != Type.NUMBER) {
            problems.add(ErrorCode.E105, fit.response().span(), "a fit is of numbers, and "
                    + Formatter.expression(fit.response()) + " is " + response.type().words(),
                    response.type() == Type.DATE ? "year(" + Formatter.expression(fit.response()) + ") is a number"
                            : null);
        }
        List<Expression> terms = new ArrayList<>();
        List<Variable> inputs = new ArrayList<>();
        for (Expr term : fit.terms()) {
            Expression value = term(term, fit, scope);
            if (value != null) {
                inputs.add(variable(term, value));
                terms.add(value.type() == Type.DATE ? years(value) : value);
            }
        }
        List<Plan.Named> per = new ArrayList<>();
        for (Expr key : fit.per()) {
            Expression value = expressions.check(key, scope);
            if (value != null) {
                per.add(new Plan.Named(Fields.of(Display.title(key, value), value), value));
            }
        }
        Method method = method(fit);
        double[] bounds = response == null || method != Method.LOGISTIC ? unbounded(fit, method)
                : bounds(fit, response);
        Options options = options(fit, scope, method);
        if (method != null && problems.isEmpty()) {
            inputsFit(fit, method, inputs);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        Expression cluster = options.errors().isPlain() ? null : cluster(scope, terms, per);
        List<Field> keys = new ArrayList<>();
        for (Plan.Named key : per) {
            keys.add(key.field());
        }
        Field leaveOut = options.leaveOut() == null ? null
                : Fields.of(Display.title(options.leaveOutWritten(), options.leaveOut()), options.leaveOut());
        FitSpec spec = new FitSpec(method, bounds[0], bounds[1], options.constant(), options.errors(),
                options.leaveOneOut(), variable(fit.response(), response), inputs, keys,
                cluster == null ? null : FitSpec.CLUSTERS, leaveOut);
        Schema schema = leaveOut == null ? TermsTable.schema(keys, options.leaveOneOut())
                : LeaveOutTable.schema(keys);
        return new Plan.Fit(base, spec, response, terms, per, cluster, options.leaveOut(), schema);
    }

    /** An input. In R inputs are put together by a plus, which here adds what may be of unlike units. */
    private Expression term(Expr written, Statement.Fit fit, Scope scope) {
        ExpressionChecker apart = expressions.apart();
        Expression value = apart.check(written, scope);
        boolean sum = written instanceof Expr.Binary binary && binary.operator() == Expr.Operator.PLUS;
        problems.addAll(apart.problems(), message -> message.endsWith("they cannot be added")
                || message.startsWith("'+' takes numbers"), !sum ? null : "several inputs are separated by commas: fit "
                + Formatter.expression(fit.response()) + " on " + parts(written));
        return value;
    }

    private static String parts(Expr written) {
        return written instanceof Expr.Binary binary && binary.operator() == Expr.Operator.PLUS
                ? parts(binary.left()) + ", " + parts(binary.right()) : Formatter.expression(written);
    }

    private static Variable variable(Expr written, Expression value) {
        Expression inner = value instanceof Expression.Convert convert ? convert.value() : value;
        String title = Display.title(written, value);
        ScoreScale scale = inner instanceof Expression.Column column ? column.field().scale() : null;
        Set<String> fields = new HashSet<>();
        for (Expression.Column column : Columns.used(value)) {
            fields.add(column.field().name());
        }
        if (inner.type() == Type.DATE) {
            return new Variable(title, Type.NUMBER, Transform.YEARS, title, Unit.NONE, null, fields);
        }
        if (inner instanceof Expression.Call call && call.arguments().size() == 1) {
            Transform log = switch (call.function().name()) {
                case "log10" -> Transform.LOG10;
                case "log2" -> Transform.LOG2;
                case "ln" -> Transform.LN;
                default -> Transform.NONE;
            };
            if (log != Transform.NONE) {
                Expr of = written instanceof Expr.Call outer && outer.arguments().size() == 1
                        ? outer.arguments().get(0).value() : null;
                Expression within = call.arguments().get(0);
                return new Variable(title, Type.NUMBER, log, of == null ? title : Formatter.expression(of),
                        within.unit(), null, fields);
            }
        }
        return new Variable(title, inner.type(), Transform.NONE, title, Fields.plain(inner.unit()), scale, fields);
    }

    /** A date as a span of time, since 1970-01-01. */
    static Expression seconds(Expression date) {
        Expression epoch = new Expression.NumberValue(0, Type.DATE, Unit.NONE, Status.REPORTED, null);
        return new Expression.Arithmetic(Expression.Operator.MINUS, date, epoch, Type.NUMBER, Unit.SECOND);
    }

    /** A date as years since 1970-01-01. */
    private static Expression years(Expression date) {
        return new Expression.Arithmetic(Expression.Operator.DIVIDE, seconds(date),
                Expression.NumberValue.of(Transform.DAYS_A_YEAR * 86_400, Unit.SECOND), Type.NUMBER, Unit.NONE);
    }

    private Method method(Statement.Fit fit) {
        if (fit.method() == null) {
            return Method.LINE;
        }
        String word = fit.method().word().name();
        Method method = Method.find(word);
        return method != null ? method : problems.add(ErrorCode.E101, fit.method().word().span(),
                "there is no way to fit called '" + word + "'", Nearest.sentence(word, Method.words()),
                "there are " + String.join(", ", Method.words()));
    }

    private double[] unbounded(Statement.Fit fit, Method method) {
        if (fit.method() != null && fit.method().low() != null && method != null && method != Method.LOGISTIC) {
            problems.add(ErrorCode.E118, fit.method().low().span(), "using " + method.word() + " has no ends to lie"
                    + " between", "using logistic between 25 and 100 has");
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    /** The ends of a logistic curve: those written, else a benchmark's chance level and best score. */
    private double[] bounds(Statement.Fit fit, Expression response) {
        Expr low = fit.method().low();
        if (low != null) {
            double[] bounds = {bound(low, response), bound(fit.method().high(), response)};
            if (bounds[0] >= bounds[1]) {
                problems.add(ErrorCode.E118, fit.method().high().span(), "the upper end must lie above the lower",
                        "using logistic between 25 and 100");
            }
            return bounds;
        }
        ScoreScale scale = response instanceof Expression.Column column ? column.field().scale() : null;
        if (scale != null && !Double.isNaN(scale.chance())) {
            return new double[] {scale.chance(), scale.max()};
        }
        String written = Formatter.expression(fit.response());
        problems.add(ErrorCode.E119, fit.response().span(), scale == null ? "using logistic needs to know what "
                + written + " lies between, as it is no benchmark" : "nobody published what guessing scores on "
                + written, "say what it lies between: using logistic between 0 and "
                + (response.unit().isNone() ? "1" : "100"));
        return new double[] {Double.NaN, Double.NaN};
    }

    private double bound(Expr written, Expression response) {
        Expression value = expressions.check(written, Scope.scalar());
        Double bound = value == null ? null : Operators.constant(value);
        if (value != null && bound == null) {
            problems.add(ErrorCode.E105, written.span(), "an end of the curve is a plain number");
        } else if (value != null && !value.unit().fits(response.unit())) {
            problems.add(ErrorCode.E104, written.span(), Formatter.expression(written) + " is "
                    + Operators.inWords(value.unit()) + ", and what is fitted is "
                    + Operators.inWords(response.unit()));
        }
        return bound == null ? Double.NaN : bound;
    }

    /** What the options come to. @param leaveOut {@code null} where nothing is left out */
    private record Options(Errors errors, boolean constant, boolean leaveOneOut, Expression leaveOut,
            Expr leaveOutWritten) {
    }

    private Options options(Statement.Fit fit, Scope scope, Method method) {
        Errors errors = new Errors.Clustered();
        boolean plain = false;
        boolean constant = false;
        boolean leaveOneOut = false;
        Expression leaveOut = null;
        Expr written = null;
        for (Statement.FitOption option : fit.options()) {
            switch (option.kind()) {
                case PLAIN_ERRORS -> plain = true;
                case CONSTANT -> {
                    constant = true;
                    if (method != null && method != Method.POWER) {
                        problems.add(ErrorCode.E118, option.span(), "with constant is of a power law, and this is a "
                                + method.word(), "using power with constant");
                    }
                }
                case LEAVE_ONE_OUT -> leaveOneOut = true;
                case BOOTSTRAP -> errors = bootstrap(option);
                case LEAVE_OUT -> {
                    written = option.group();
                    leaveOut = expressions.check(written, scope);
                }
            }
        }
        if (plain) {
            errors = errors instanceof Errors.Bootstrap drawn ? new Errors.Bootstrap(drawn.draws(), drawn.seed(), true)
                    : new Errors.Plain();
        }
        return new Options(errors, constant, leaveOneOut, leaveOut, written);
    }

    private Errors bootstrap(Statement.FitOption option) {
        long draws = option.number();
        if (draws < 2 || draws > MOST_DRAWS) {
            problems.add(ErrorCode.E118, option.span(), "a bootstrap draws from 2 to " + MOST_DRAWS + " samples",
                    "with bootstrap 10000");
        }
        return new Errors.Bootstrap((int) Math.min(draws, MOST_DRAWS),
                option.seed() == null ? QueryChecker.DEFAULT_SEED : option.seed());
    }

    private void inputsFit(Statement.Fit fit, Method method, List<Variable> inputs) {
        int wanted = method == Method.POWER ? 1 : method == Method.CHINCHILLA ? 2 : inputs.size();
        if (inputs.size() != wanted) {
            Span span = new Span(fit.terms().get(0).span().start(),
                    fit.terms().get(fit.terms().size() - 1).span().end());
            problems.add(ErrorCode.E106, span, "using " + method.word() + " takes " + (wanted == 1 ? "one input"
                    : "two inputs") + ", and here " + (inputs.size() == 1 ? "is one" : "are " + inputs.size()),
                    method == Method.POWER ? "fit gsm8k on flops using power"
                            : "fit loss on params, tokens using chinchilla");
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).isFactor() && (method == Method.POWER || method == Method.CHINCHILLA)) {
                problems.add(ErrorCode.E105, fit.terms().get(i).span(), "using " + method.word() + " takes numbers, and "
                        + inputs.get(i).title() + " is " + inputs.get(i).type().words());
            }
        }
    }

    /** The family of a row, where it has one and the curve does not know of it already. */
    private static Expression cluster(Scope scope, List<Expression> terms, List<Plan.Named> per) {
        Expression.Column family = scope.column(FitSpec.CLUSTERS);
        if (family == null || family.type() != Type.TEXT) {
            return null;
        }
        for (Expression term : terms) {
            if (term instanceof Expression.Column column && column.index() == family.index()) {
                return null;
            }
        }
        for (Plan.Named key : per) {
            if (key.value() instanceof Expression.Column column && column.index() == family.index()) {
                return null;
            }
        }
        return family;
    }
}
