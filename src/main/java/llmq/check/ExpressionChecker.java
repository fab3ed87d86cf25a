package llmq.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.function.AggregateFunction;
import llmq.function.Functions;
import llmq.plan.Expression;
import llmq.syntax.Formatter;
import llmq.syntax.OtherPrompts;
import llmq.syntax.tree.Expr;
import llmq.table.BooleanColumn;
import llmq.table.Schema;
import llmq.value.Dates;
import llmq.value.Dimension;
import llmq.value.ScaledUnit;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;
import llmq.value.Units;

/**
 * Expressions as written to checked ones. An expression that does not check gives {@code null}, with its errors in
 * {@link Problems}; what contains it then stays silent about it.
 */
final class ExpressionChecker {
    /** Definitions within definitions each have a line to say, of which the innermost say most. */
    private static final int MOST_HELP = 5;

    /** Between a table's name and an example of it, in the help on a name that another table has. */
    static final String ELSEWHERE = " has it: list ";

    private final Namespace names;
    private final RowNames rows;
    private final Problems problems;
    private final Sources sources;
    private final Operators operators;
    private final Calls calls;
    private final boolean trial;

    ExpressionChecker(Namespace names, RowNames rows, Problems problems, Sources sources) {
        this(names, rows, problems, sources, false);
    }

    private ExpressionChecker(Namespace names, RowNames rows, Problems problems, Sources sources, boolean trial) {
        this.trial = trial;
        this.names = names;
        this.rows = rows;
        this.problems = problems;
        this.sources = sources;
        this.operators = new Operators(this, problems);
        this.calls = new Calls(this, names, problems, sources);
    }

    Problems problems() {
        return problems;
    }

    /** The same checker with its errors collected apart, to try a reading out. */
    ExpressionChecker trying() {
        return new ExpressionChecker(names, rows, new Problems(problems.text()), sources, true);
    }

    /** The same checker with its errors collected apart, of which some may be told. */
    ExpressionChecker apart() {
        return new ExpressionChecker(names, rows, new Problems(problems.text()), sources, trial);
    }

    Slips slips() {
        return new Slips(this, problems, names, rows);
    }

    /** Whether nobody will read the errors: then no work is put into their words. */
    boolean isTrial() {
        return trial;
    }

    Expression check(Expr expr, Scope scope) {
        Growth growth = sources.growth();
        Growth.Finding finding = growth.enter();
        if (finding != Growth.Finding.FITS) {
            finding.report("this", expr.span(), problems);
            return null;
        }
        Expression checked = checked(expr, scope);
        growth.leave();
        return checked;
    }

    private Expression checked(Expr expr, Scope scope) {
        if (scope.groups() != null) {
            Expression key = groupKey(expr, scope);
            if (key != null) {
                return key;
            }
        }
        if (expr instanceof Expr.Number number) {
            return number(number);
        } else if (expr instanceof Expr.Date date) {
            return new Expression.NumberValue(Dates.days(date.first()), Type.DATE, Unit.NONE, Status.REPORTED,
                    date.first().equals(date.last()) ? null : date.text());
        } else if (expr instanceof Expr.Text text) {
            return new Expression.TextValue(text.value());
        } else if (expr instanceof Expr.Truth truth) {
            return new Expression.TruthValue(truth.value() ? BooleanColumn.TRUE : BooleanColumn.FALSE);
        } else if (expr instanceof Expr.Name name) {
            return name(name, scope);
        } else if (expr instanceof Expr.Result result) {
            return result(result, scope);
        } else if (expr instanceof Expr.Negate negate) {
            Expression operand = check(negate.operand(), scope);
            return operand == null || !isNumber(operand, negate.operand(), "-") ? null
                    : new Expression.Negate(operand);
        } else if (expr instanceof Expr.Not not) {
            Expression operand = condition(not.operand(), scope);
            return operand == null ? null : new Expression.Not(operand);
        } else if (expr instanceof Expr.Binary binary) {
            return operators.binary(binary, scope);
        } else if (expr instanceof Expr.In in) {
            return negated(operators.in(in, scope), in.negated());
        } else if (expr instanceof Expr.Between between) {
            return negated(operators.between(between, scope), between.negated());
        } else if (expr instanceof Expr.Like like) {
            return negated(operators.like(like, scope), like.negated());
        } else if (expr instanceof Expr.Known known) {
            Expression operand = check(known.value(), scope);
            return operand == null ? null : new Expression.Known(operand, known.known());
        } else if (expr instanceof Expr.Convert convert) {
            return convert(convert, scope);
        } else if (expr instanceof Expr.Of of) {
            return of(of, scope);
        } else if (expr instanceof Expr.OfRows of) {
            return problems.add(ErrorCode.E116, of.span(), Formatter.expression(of) + " is many values, where one is"
                    + " needed", "take an aggregate of them: avg(" + Formatter.expression(of) + ")");
        } else if (expr instanceof Expr.Rows) {
            return problems.add(ErrorCode.E116, expr.span(), Formatter.expression(expr) + " is a table, where a value"
                    + " is needed", "for one value, take an aggregate: count(" + Formatter.expression(expr) + ")");
        }
        return calls.call((Expr.Call) expr, scope);
    }

    private static Expression negated(Expression condition, boolean negated) {
        return condition == null || !negated ? condition : new Expression.Not(condition);
    }

    /** The expression as a condition: it must be true or false of each row. */
    Expression condition(Expr expr, Scope scope) {
        Expression checked = check(expr, scope);
        if (checked == null || checked.type() == Type.BOOLEAN) {
            return checked;
        }
        String written = Formatter.expression(expr);
        return problems.add(ErrorCode.E113, expr.span(), "'" + written + "' is " + checked.type().words()
                + ", where a condition is needed", checked.type() == Type.TEXT
                ? expr instanceof Expr.Text ? "several values are listed: family in ('Llama 2', 'Llama 3')"
                        : "compare it: " + written + " = 'some text'"
                : "compare it: " + written + " > 0, or ask whether it is there: " + written + " is known");
    }

    private Expression groupKey(Expr expr, Scope scope) {
        if (expr instanceof Expr.Number || expr instanceof Expr.Text || expr instanceof Expr.Truth) {
            return null;
        }
        Expression value = trying().check(expr, scope.ungrouped());
        return value == null ? null : scope.groups().key(value);
    }

    private Expression number(Expr.Number number) {
        if (number.unit() == null) {
            return Expression.NumberValue.of(number.value(), Unit.BARE);
        }
        ScaledUnit unit = unit(number.unit(), number.span());
        return unit == null ? null : Expression.NumberValue.of(unit.toBase(number.value()), unit.unit());
    }

    /** The unit that a text spells; {@code null}, and an error, where it spells none. */
    ScaledUnit unit(String text, Span span) {
        ScaledUnit unit = Units.parse(text);
        if (unit != null) {
            return unit;
        }
        String wrong = text;
        for (String part : text.split("[/*]", -1)) {
            if (Units.parse(part) == null) {
                wrong = part;
                break;
            }
        }
        String near = Nearest.sentence(wrong, Units.names());
        String lists = "describe units lists them";
        String message = "there is no unit '" + wrong + "'";
        if (near == null) {
            return problems.add(ErrorCode.E108, span, message, lists);
        }
        int at = span.end() > problems.text().text().length() ? -1
                : problems.text().text().substring(span.start(), span.end()).lastIndexOf(wrong);
        return problems.addFixed(ErrorCode.E108, span, at < 0 ? null : new Fix(new Span(span.start() + at,
                span.start() + at + wrong.length()), Nearest.first(near)), message, near, lists);
    }

    private Expression name(Expr.Name expr, Scope scope) {
        String name = expr.identifier().name();
        if (scope.isBound(name)) {
            return scope.binding(name).value(expr, scope, problems);
        }
        Expression.Column column = scope.column(name);
        if (column != null && scope.groups() == null) {
            return column;
        }
        if (column != null) {
            return problems.add(ErrorCode.E110, expr.span(), "'" + name
                    + "' differs from row to row within a group", "wrap it in an aggregate, such as "
                    + (column.type().isNumeric() ? "avg(" + name + ") or max(" + name + ")" : "count(" + name + ")")
                    + ", or group by it: per " + name);
        }
        Namespace.Definition definition = names.find(name);
        if (definition instanceof Namespace.Measure measure) {
            return expand(measure.name(), measure.body(), measure.text(), expr.span(), scope.binding(Map.of()));
        }
        if (definition instanceof Namespace.Parameter parameter) {
            return expand(parameter.name(), parameter.value(), parameter.text(), expr.span(),
                    scope.withoutRows());
        }
        return unknownName(name, definition, expr.span(), scope);
    }

    private Expression unknownName(String name, Namespace.Definition definition, Span span, Scope scope) {
        if (definition instanceof Namespace.UserFunction function) {
            return problems.add(ErrorCode.E106, span, "'" + name + "' is a function", "call it: " + function.name()
                    + "(" + String.join(", ", function.parameters()) + ")");
        }
        if (definition instanceof Namespace.Fitted fit) {
            return problems.add(ErrorCode.E106, span, "'" + name + "' is a fit", "call it: " + FitCalls.usage(fit),
                    scope.hasRows() ? "or take it at each row: predicted(" + fit.name() + "), residual(" + fit.name()
                            + ")" : null);
        }
        if (definition != null) {
            return problems.add(ErrorCode.E116, span, "'" + name + "' is a table, where a value is needed",
                    "for one value, take an aggregate: count(" + name + ")", "to see it: list " + name);
        }
        if (Functions.find(name) != null) {
            return problems.add(ErrorCode.E106, span, "'" + name + "' is a function", "call it: "
                    + FitCalls.usage(Functions.find(name), names));
        }
        for (Namespace.Data table : names.tables()) {
            if (!scope.hasRows() && table.schema().find(name) >= 0) {
                return problems.add(ErrorCode.E116, span, "'" + name + "' is a field of " + table.name()
                        + ", and here are no rows", "say whose: " + name + " of \"" + example(table)
                        + "\"; of a whole formula: (" + name + "*2) of \"" + example(table) + "\"",
                        "or take all: avg(" + name + " of " + table.name() + ")");
            }
        }
        return noSuchName(name, span, scope, nearest -> nearest == null && scope.hasRows() ? columns(scope) : null);
    }

    /** @param hint a help line, given the sentence on the nearest names or {@code null} */
    <T> T noSuchName(String name, Span span, Scope scope, UnaryOperator<String> hint) {
        String otherwise = scope.hasRows() ? null : OtherPrompts.instead(name, null);
        if (otherwise != null) {
            return problems.add(ErrorCode.E101, span, "there is no field or measure '" + name + "'", otherwise);
        }
        List<String> candidates = new ArrayList<>(scope.names());
        for (Namespace.Definition other : names.all()) {
            if (other instanceof Namespace.Measure || other instanceof Namespace.Parameter) {
                candidates.add(other.name());
            }
        }
        if (!scope.hasRows()) {
            names.tables().forEach(table -> candidates.addAll(table.schema().names()));
        }
        String where = scope.hasRows() && scope.source() != null ? " in " + scope.source() : "";
        String nearest = Nearest.sentence(name, candidates);
        return problems.add(ErrorCode.E101, span, "there is no field or measure '" + name + "'" + where, nearest,
                hint.apply(nearest), nearest == null ? elsewhere(name, scope) : null,
                scope.hasRows() ? null : rows.find("models", name).isFound()
                        ? "it is a model: mmlu of " + name + ", or describe " + name
                        : "a row's value is written E of NAME: mmlu of \"DBRX\"");
    }

    /** Which other table has a column of that name; {@code null} where none has. */
    private String elsewhere(String name, Scope scope) {
        for (Namespace.Data table : names.tables()) {
            if (scope.hasRows() && table.schema().find(name) >= 0) {
                return table.name() + ELSEWHERE + table.name() + " show " + name;
            }
        }
        return null;
    }

    private static String columns(Scope scope) {
        List<String> columns = scope.schema().names();
        int some = Math.min(columns.size(), 12);
        return "its columns: " + String.join(", ", columns.subList(0, some))
                + (some < columns.size() ? " and " + (columns.size() - some) + " more" : "");
    }

    /** Whether a word names anything where it stands. */
    boolean isNamed(Expr.Name name, Scope scope) {
        String word = name.identifier().name();
        return scope.isBound(word) || scope.column(word) != null || names.find(word) != null
                || Functions.find(word) != null;
    }

    private static String example(Namespace.Data table) {
        return table.name().equals("hardware") ? "H100-SXM" : table.name().equals("models") ? "DBRX" : "NAME";
    }

    /** A definition's body read where its name stands; its errors are told at that place. */
    Expression expand(String name, Expr body, SourceText text, Span span, Scope scope) {
        if (scope.isExpanding(name)) {
            return problems.add(ErrorCode.E114, span, "'" + name + "' is defined by itself",
                    "a name stands for its definition, not for what it was before: choose another for the new one");
        }
        ExpressionChecker inner =
                new ExpressionChecker(names, rows, new Problems(text), sources, trial);
        Expression value = inner.check(body, scope.expanding(name));
        if (inner.problems.isEmpty()) {
            return bounded(value, name, span) ? value : null;
        }
        Diagnostic first = inner.problems.first();
        List<String> help = new ArrayList<>(first.help());
        if (help.size() < MOST_HELP) {
            help.add("'" + name + "' stands for " + Formatter.expression(body));
        }
        return problems.add(first.code(), span, "in '" + name + "': " + first.message(),
                help.toArray(new String[0]));
    }

    /** Whether what a name stands for is of a size to go on with; else an error. */
    boolean bounded(Expression value, String name, Span span) {
        Growth.Finding finding = value == null ? Growth.Finding.FITS : sources.growth().look(value);
        finding.report("'" + name + "'", span, problems);
        return finding == Growth.Finding.FITS;
    }

    private Expression result(Expr.Result result, Scope scope) {
        return sources.resultValue(result, problems);
    }

    private Expression convert(Expr.Convert convert, Scope scope) {
        Expression value = check(convert.value(), scope);
        ScaledUnit target = unit(convert.unit(), convert.unitSpan());
        if (value == null || target == null || !isNumber(value, convert.value(), "in")) {
            return null;
        }
        Unit unit = value.unit();
        if (unit.isBare() || unit.equals(target.unit())) {
            Expression counted = unit.isBare() ? new Expression.Arithmetic(Expression.Operator.TIMES, value,
                    Expression.NumberValue.of(target.factor(), Unit.BARE), Type.NUMBER, target.unit()) : value;
            return new Expression.Convert(counted, target);
        }
        double percents = unit.per(target.unit()).exponent(Dimension.PERCENT);
        if (unit.equals(target.unit().times(Unit.PERCENT.pow(percents)))) {
            // A percent is a hundredth, and so '50% * 3T tokens' can be had in tokens.
            return new Expression.Convert(Operators.scaled(value, Math.pow(0.01, percents), target.unit()), target);
        }
        String written = Formatter.expression(convert.value());
        Fix divided = slips().divided(convert, target, scope);
        return problems.addFixed(ErrorCode.E104, convert.span(), divided, written + " is " + Operators.inWords(unit)
                + ", which is no measure in " + target.symbol(), divided == null ? factorHelp(unit, target)
                        : "a divisor of several parts goes in parentheses: " + divided.text() + " in "
                                + target.symbol());
    }

    private static String factorHelp(Unit unit, ScaledUnit target) {
        Unit missing = target.unit().per(unit);
        return "multiply it by something " + Operators.inWords(missing) + " to get " + target.symbol();
    }

    /** {@code avg(mmlu of models)}, for someone who wrote {@code mmlu of models} or {@code avg(mmlu) of models}. */
    private static String aggregate(Expr.Of of) {
        if (of.value() instanceof Expr.Name name && name.identifier().name().equalsIgnoreCase("count")) {
            return "count(" + of.model().name() + ")";
        }
        boolean gathered = of.value() instanceof Expr.Call call && call.arguments().size() == 1
                && Functions.find(call.function().name(), 1) instanceof AggregateFunction;
        if (!gathered) {
            return "avg(" + Formatter.expression(of) + ")";
        }
        Expr.Call call = (Expr.Call) of.value();
        return call.function().name() + "(" + Formatter.expression(call.arguments().get(0).value()) + " of "
                + of.model().name() + ")";
    }

    private Expression of(Expr.Of of, Scope scope) {
        String name = of.model().name();
        if (!of.model().quoted() && names.find(name) instanceof Namespace.Fitted fit) {
            return ofFit(of, fit);
        }
        if (!of.model().quoted() && names.isSource(name)) {
            return problems.add(ErrorCode.E116, of.span(), "'" + name + "' is a table: " + Formatter.expression(of)
                    + " is many values", "take an aggregate of them: " + aggregate(of));
        }
        RowNames.Match unclear = null;
        for (Namespace.Data table : names.tables()) {
            if (table.label() == null) {
                continue;
            }
            RowNames.Match match = rows.find(table.name(), name);
            if (match.isFound()) {
                ExpressionChecker attempt = apart();
                Scope row = scope.row(table.schema(), table.label(), table.name());
                Expression value = attempt.check(of.value(), row);
                if (value != null) {
                    return new Expression.OfRow(value, table.name(), match.row(), match.name());
                }
                if (unclear != null && unclear.several()) {
                    // 'mmlu of "Mixtral 8x"' is about models, though only one source begins so.
                    continue;
                }
                problems.addAll(attempt.problems);
                return null;
            }
            if (unclear == null || (match.several() && !unclear.several())) {
                unclear = match;
            }
        }
        return noSuchRow(of.model().name(), of.model().span(), unclear);
    }

    /** {@code estimate of trend}: which of its terms; {@code slope of trend}: it has no such column. */
    private Expression ofFit(Expr.Of of, Namespace.Fitted fit) {
        Schema terms = fit.plan().schema();
        boolean whole = fit.plan().leaveOut() == null;
        if (of.value() instanceof Expr.Name value && terms.find(value.identifier().name()) < 0
                && names.find(value.identifier().name()) == null) {
            String estimate = whole ? "of one term: " + fit.figure("estimate") : null;
            return problems.add(ErrorCode.E101, of.value().span(), "the table of terms of " + fit.name() + " has no '"
                    + value.identifier().name() + "'", "it has " + String.join(", ", terms.names()), estimate);
        }
        String column = whole && of.value() instanceof Expr.Name value && terms.find(value.identifier().name()) >= 0
                ? terms.field(terms.find(value.identifier().name())).name() : null;
        return problems.add(ErrorCode.E116, of.span(), "'" + fit.name() + "' is a table of terms: "
                + Formatter.expression(of) + " is many values", column == null
                ? "take an aggregate of them: " + aggregate(of) : "of one term: " + fit.figure(column));
    }

    /** The error for a name that fits no row, or several. */
    <T> T noSuchRow(String name, Span span, RowNames.Match match) {
        if (match != null && match.several()) {
            List<String> some = match.likeliest(name);
            int shown = Math.min(some.size(), 8);
            String list = String.join(", ", some.subList(0, shown))
                    + (some.size() > shown ? " and " + (some.size() - shown) + " more" : "");
            return problems.add(ErrorCode.E103, span, "'" + name + "' fits " + some.size() + " names",
                    "it could be: " + list, "more of the name, in quotes, tells them apart: \"" + some.get(0) + "\"");
        }
        List<String> near = match == null ? List.of() : match.candidates();
        return problems.add(ErrorCode.E102, span, "no model has the name '" + name + "'",
                near.isEmpty() ? null : "did you mean '" + String.join("' or '",
                        near.subList(0, Math.min(3, near.size()))) + "'?",
                near.isEmpty() ? "list models show name, org lists them" : null);
    }

    /** Whether it is a number; else an error that names the operation. */
    boolean isNumber(Expression value, Expr written, String operation) {
        if (value.type() == Type.NUMBER) {
            return true;
        }
        problems.add(ErrorCode.E105, written.span(), "'" + operation + "' takes numbers, and "
                + Formatter.expression(written) + " is " + value.type().words());
        return false;
    }

    /** Expressions of the arguments of a call, {@code null} if any does not check. */
    List<Expression> checkAll(List<Expr> exprs, Scope scope) {
        List<Expression> checked = new ArrayList<>();
        boolean whole = true;
        for (Expr expr : exprs) {
            Expression value = check(expr, scope);
            checked.add(value);
            whole &= value != null;
        }
        return whole ? checked : null;
    }

    /** The body of a function of the user's, with its parameters bound. */
    Expression apply(Namespace.UserFunction function, Map<String, Binding> bound, Span span, Scope scope) {
        return expand(function.name(), function.body(), function.text(), span, scope.binding(bound));
    }
}
