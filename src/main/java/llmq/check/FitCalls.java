package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.Span;
import llmq.fit.FitFunctions;
import llmq.fit.FitSpec;
import llmq.fit.Method;
import llmq.fit.Part;
import llmq.fit.Variable;
import llmq.fit.TermsTable;
import llmq.function.ScalarFunction;
import llmq.function.Function;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.tree.Argument;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;

/** What a fit gives at the values of a row, or at values that are said: {@code april24(flops = 1e25)}. */
final class FitCalls {
    private final ExpressionChecker expressions;
    private final Problems problems;

    FitCalls(ExpressionChecker expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    /** The fields that a fit is a function of, each once: those of its terms, then those of its keys. */
    static List<Field> inputs(Plan.Fit fit) {
        List<Field> fields = new ArrayList<>();
        for (Expression.Column column : columns(fit)) {
            fields.add(column.field());
        }
        return fields;
    }

    /** The same as columns of the rows that were fitted. */
    static List<Expression.Column> columns(Plan.Fit fit) {
        Map<String, Expression.Column> columns = new LinkedHashMap<>();
        List<Expression> uses = new ArrayList<>(fit.terms());
        for (Plan.Named key : fit.per()) {
            uses.add(key.value());
        }
        for (Expression use : uses) {
            for (Expression.Column column : Columns.used(use)) {
                columns.putIfAbsent(fold(column.field().name()), column);
            }
        }
        return List.copyOf(columns.values());
    }

    /** How it is called: {@code april24(flops = …)}. */
    static String usage(Namespace.Fitted fit) {
        StringBuilder usage = new StringBuilder();
        for (Field input : inputs(fit.plan())) {
            usage.append(usage.length() == 0 ? "" : ", ").append(Names.operand(input.name())).append(" = …");
        }
        return Names.called(fit.name()) + "(" + usage + ")";
    }

    /** How a function is called, with a fit that there is where it takes one: {@code residual(trend)}. */
    static String usage(Function function, Namespace names) {
        String usage = function.doc().usage();
        Namespace.Fitted last = null;
        for (Namespace.Definition definition : names.all()) {
            last = definition instanceof Namespace.Fitted fit ? fit : last;
        }
        return last == null || !function.takesFit() ? usage
                : function.name() + "(" + Names.called(last.name()) + ")";
    }

    /** A column of the table of terms at one term: that after the intercept, and of the first group. */
    static String figure(Namespace.Fitted fit, String column) {
        StringBuilder figure = new StringBuilder("max(").append(column).append(" of ").append(fit.name())
                .append(" where ").append(Layout.TERM).append(" = ");
        if (fit.model() == null) {
            return figure.append("…)").toString();
        }
        List<String> terms = TermsTable.terms(fit.plan().spec().method(), fit.model().groups().get(0).design());
        figure.append(quoted(terms.get(Math.min(1, terms.size() - 1))));
        for (int i = 0; i < fit.model().keys().size(); i++) {
            Column key = fit.model().keys().get(i);
            figure.append(" and ").append(fit.plan().per().get(i).field().name()).append(" = ")
                    .append(key instanceof TextColumn texts ? quoted(texts.value(0)) : "…");
        }
        return figure.append(')').toString();
    }

    private static String quoted(String text) {
        char quote = text.indexOf('"') < 0 ? '"' : '\'';
        return quote + text + quote;
    }

    Expression call(Expr.Call call, Namespace.Fitted fit, Scope scope) {
        Map<String, Expression> bound = new LinkedHashMap<>();
        List<Field> inputs = inputs(fit.plan());
        for (Argument argument : call.arguments()) {
            if (argument.where() != null) {
                return problems.add(ErrorCode.E105, argument.where().span(), "a fit works on values, and takes no"
                        + " where", "it is called as " + usage(fit));
            }
            boolean named = argument.value() instanceof Expr.Binary binary
                    && binary.operator() == Expr.Operator.EQUAL && binary.left() instanceof Expr.Name;
            if (!named && (inputs.size() != 1 || call.arguments().size() != 1)) {
                return problems.add(ErrorCode.E106, argument.value().span(), "'" + fit.name()
                        + "' takes its inputs by name", "it is called as " + usage(fit));
            }
            Expr value = named ? ((Expr.Binary) argument.value()).right() : argument.value();
            String name = named ? ((Expr.Name) ((Expr.Binary) argument.value()).left()).identifier().name()
                    : inputs.get(0).name();
            Span span = named ? ((Expr.Binary) argument.value()).left().span() : argument.value().span();
            bind(new Statement.Binding(new Identifier(name, span), value, span), fit, scope, bound,
                    "it is called as " + usage(fit));
        }
        return problems.isEmpty() ? value(fit, Part.PREDICTED, bound, scope, call.span()) : null;
    }

    /** Notes the value of one input. @param usage a help line that says how inputs are given */
    void bind(Statement.Binding binding, Namespace.Fitted fit, Scope scope, Map<String, Expression> bound,
            String usage) {
        String name = binding.name().name();
        Span span = binding.name().span();
        Expr written = binding.value();
        Field input = null;
        List<String> names = new ArrayList<>();
        for (Field field : inputs(fit.plan())) {
            names.add(field.name());
            input = field.name().equalsIgnoreCase(name) ? field : input;
        }
        Expression value = expressions.check(written, scope);
        if (input == null) {
            problems.add(ErrorCode.E101, span, "'" + fit.name() + "' has no input '" + name + "'",
                    Nearest.sentence(name, names), usage);
        } else if (value != null && value.type() != input.type()) {
            problems.add(ErrorCode.E105, written.span(), input.name() + " is " + input.type().words() + ", and "
                    + Formatter.expression(written) + " is " + value.type().words());
        } else if (value != null && value.type() == Type.NUMBER && !value.unit().fits(input.unit())) {
            problems.add(ErrorCode.E104, written.span(), Formatter.expression(written) + " is "
                    + Operators.inWords(value.unit()) + ", and " + input.name() + " is "
                    + Operators.inWords(input.unit()));
        } else if (value != null && bound.put(fold(name), value) != null) {
            problems.add(ErrorCode.E112, span, "'" + name + "' is given twice", "give it once");
        } else if (value != null && value.type() == Type.NUMBER) {
            positive(binding, fit, Operators.constant(value));
        }
    }

    /**
     * A part of what the fit says, in the unit that it has.
     *
     * @param bound values of inputs by folded name; the others are those of the rows at hand
     */
    Expression value(Namespace.Fitted fit, Part part, Map<String, Expression> bound, Scope scope, Span span) {
        FitFunctions functions = new FitFunctions(fit.name(), fit.plan().spec(), fit.model());
        List<Expression> arguments = arguments(fit, functions, -1, bound, scope, span);
        return arguments == null ? null : new Expression.Call(functions.of(part), arguments,
                part == Part.LEVERAGE ? Unit.NONE : Fields.plain(fit.plan().response().unit()));
    }

    /**
     * A part of what the fit says where its terms and keys have these values.
     *
     * @param terms one for each of the fit, all of them numbers
     * @param keys  one for each of its keys
     */
    static Expression value(Namespace.Fitted fit, Part part, List<Expression> terms, List<Expression> keys) {
        FitFunctions functions = new FitFunctions(fit.name(), fit.plan().spec(), fit.model());
        List<Expression> arguments = new ArrayList<>(terms);
        addGroups(functions, keys, arguments);
        return new Expression.Call(functions.of(part), arguments, Fields.plain(fit.plan().response().unit()));
    }

    /**
     * The value of the numeric input of that number at which the fit reaches the response of the rows at hand, their
     * other inputs as they are.
     */
    Expression solved(Namespace.Fitted fit, int input, Scope scope, Span span) {
        FitFunctions functions = new FitFunctions(fit.name(), fit.plan().spec(), fit.model());
        Expression response = applied(fit.plan().response(), fit, Map.of(), scope, span);
        List<Expression> arguments = response == null ? null
                : arguments(fit, functions, input, Map.of(), scope, span);
        if (arguments == null) {
            return null;
        }
        List<Expression> all = new ArrayList<>(arguments);
        all.add(response);
        ScalarFunction solved = functions.solved(input);
        return new Expression.Call(solved, all, Fields.plain(fit.plan().terms().get(input).unit()));
    }

    /** An expression of the fit's own rows, over the rows at hand or the values given. */
    Expression applied(Expression of, Namespace.Fitted fit, Map<String, Expression> bound, Scope scope, Span span) {
        String written = problems.text().text().substring(span.start(), span.end());
        List<Field> missing = new ArrayList<>();
        for (Expression.Column column : Columns.used(of)) {
            Field field = column.field();
            Expression.Column own = scope.column(field.name());
            if (value(field, bound, scope) != null) {
                continue;
            }
            if (own == null) {
                missing.add(field);
            } else if (own.type() != field.type()) {
                return problems.add(ErrorCode.E105, span, "to '" + fit.name() + "' " + field.name() + " is "
                        + field.type().words() + ", and here it is " + own.type().words());
            } else if (own.type() == Type.NUMBER && !own.unit().fits(field.unit())) {
                return problems.add(ErrorCode.E104, span, "to '" + fit.name() + "' " + field.name() + " is "
                        + Operators.inWords(field.unit()) + ", and here it is " + Operators.inWords(own.unit()),
                        own.unit().isNone() ? "a file's column is loaded in a unit so: load … with (" + field.name()
                                + " = \"" + field.name() + "\" " + field.unit() + ")" : null);
            } else {
                return problems.add(ErrorCode.E110, span, "'" + field.name() + "' differs from row to row within a"
                        + " group", "take an aggregate of it: avg(" + written + ")");
            }
        }
        if (!missing.isEmpty()) {
            return problems.add(ErrorCode.E106, span, "'" + fit.name() + "' needs " + names(missing)
                    + (scope.hasRows() ? ", which these rows have not" : ", and here are no rows to take "
                            + (missing.size() == 1 ? "it" : "them") + " from"),
                    inputs(fit.plan()).containsAll(missing) ? "say what to take: " + usage(fit) : null,
                    scope.hasRows() ? null : "of a model: " + written + " of \"DBRX\"");
        }
        return Columns.map(of, column -> value(column.field(), bound, scope));
    }

    /** What is given for a field, else what the rows at hand have for it; {@code null} where they have no such. */
    private static Expression value(Field field, Map<String, Expression> bound, Scope scope) {
        Expression given = bound.get(fold(field.name()));
        Expression.Column own = given == null ? scope.column(field.name()) : null;
        if (own == null || own.type() != field.type() || own.type() == Type.NUMBER && !own.unit().fits(field.unit())) {
            return given;
        }
        return scope.groups() == null ? own : scope.groups().key(own);
    }

    /** Whether a constant is one that the fit's logarithms and powers are defined for; else an error. */
    private void positive(Statement.Binding binding, Namespace.Fitted fit, Double value) {
        FitSpec spec = fit.plan().spec();
        for (int i = 0; i < spec.inputs().size() && value != null && value <= 0; i++) {
            Variable input = spec.inputs().get(i);
            boolean ratios = input.transform().isLog() || spec.method() == Method.POWER
                    || spec.method() == Method.CHINCHILLA;
            if (ratios && input.of().equalsIgnoreCase(binding.name().name())) {
                problems.add(ErrorCode.E118, binding.value().span(), "'" + fit.name() + "' goes by " + (
                        input.transform().isLog() ? input.title() : "a power of " + input.title()) + ", and takes "
                        + input.of() + " above 0");
            }
        }
    }

    private static String names(List<Field> fields) {
        StringBuilder names = new StringBuilder();
        for (Field field : fields) {
            names.append(names.length() == 0 ? "" : " and ").append(field.name());
        }
        return names.toString();
    }

    /** @param solved number of an input that is to be found, so that it need not be known; −1 for none */
    private List<Expression> arguments(Namespace.Fitted fit, FitFunctions functions, int solved,
            Map<String, Expression> bound, Scope scope, Span span) {
        List<Expression> arguments = new ArrayList<>();
        Plan.Fit plan = fit.plan();
        for (int i = 0; i < plan.terms().size(); i++) {
            Expression value = i == solved ? Expression.NumberValue.of(0, Unit.NONE)
                    : applied(plan.terms().get(i), fit, bound, scope, span);
            if (value == null) {
                return null;
            }
            if (!plan.spec().inputs().get(i).isFactor()) {
                arguments.add(value);
                continue;
            }
            for (String level : functions.levels(i)) {
                arguments.add(equal(value, new Expression.TextValue(level)));
            }
        }
        List<Expression> keys = new ArrayList<>();
        for (Plan.Named key : plan.per()) {
            Expression value = applied(key.value(), fit, bound, scope, span);
            if (value == null) {
                return null;
            }
            keys.add(value);
        }
        addGroups(functions, keys, arguments);
        return arguments;
    }

    /** For each group whether the keys are its own. */
    private static void addGroups(FitFunctions functions, List<Expression> keys, List<Expression> arguments) {
        for (int group = 0; !keys.isEmpty() && group < functions.groups().size(); group++) {
            Expression all = null;
            for (int i = 0; i < keys.size(); i++) {
                Expression one = equal(keys.get(i), key(functions.key(i), group, keys.get(i)));
                all = all == null ? one : new Expression.And(all, one);
            }
            arguments.add(all);
        }
    }

    private static Expression key(Column column, int group, Expression like) {
        if (column instanceof TextColumn texts) {
            return new Expression.TextValue(texts.value(group));
        }
        return column instanceof BooleanColumn truths ? new Expression.TruthValue(truths.values()[group])
                : new Expression.NumberValue(((NumberColumn) column).values()[group], like.type(), like.unit(),
                        Status.REPORTED, null);
    }

    private static Expression equal(Expression left, Expression right) {
        return new Expression.Comparison(Expression.Comparator.EQUAL, left, right);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
