package llmq.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.Span;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Source;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.Type;

/** Sources as written to the plans that give their rows. */
final class Sources {

    /**
     * Rows to work on.
     *
     * @param shown titles of the columns that {@code list} shows of them, {@code null} for all
     * @param name  what they are called in messages
     */
    record Rows(Plan plan, List<String> shown, String name) {
    }

    private final Namespace names;
    private final RowNames rowNames;
    private final List<String> expanding;
    private final Growth growth;

    /** For one statement, whose growth it keeps an eye on. @param pulse see {@link Checker} */
    Sources(Namespace names, RowNames rowNames, Runnable pulse) {
        this(names, rowNames, List.of(), new Growth(pulse));
    }

    private Sources(Namespace names, RowNames rowNames, List<String> expanding, Growth growth) {
        this.names = names;
        this.rowNames = rowNames;
        this.expanding = expanding;
        this.growth = growth;
    }

    Namespace names() {
        return names;
    }

    Growth growth() {
        return growth;
    }

    /** An expression checker that takes its sources from here. */
    ExpressionChecker expressions(Problems problems) {
        return new ExpressionChecker(names, rowNames, problems, this);
    }

    static String resultName(int number) {
        return number == 0 ? "$" : "$" + number;
    }

    /** The rows of a source; {@code models} where none is written. {@code null} where it does not check. */
    Rows rows(Source source, Problems problems) {
        if (source == null) {
            return named(new Identifier("models", new Span(0, 0)), problems);
        } else if (source instanceof Source.Named named) {
            return named(named.name(), problems);
        } else if (source instanceof Source.Result result) {
            return named(new Identifier(resultName(result.number()), result.span()), problems);
        } else if (source instanceof Source.Query query) {
            QueryChecker queries = new QueryChecker(this, problems);
            queries.refuseName(query.statement());
            Query checked = queries.query(query.statement());
            return checked == null ? null : checked.rows("the query");
        } else if (source instanceof Source.Filtered filtered) {
            Rows rows = rows(filtered.source(), problems);
            Plan plan = rows == null ? null
                    : filtered(rows.plan(), filtered.where(), Map.of(), expressions(problems), rows.name());
            return plan == null ? null : new Rows(plan, rows.shown(), rows.name());
        }
        return union((Source.Union) source, problems);
    }

    Rows named(Identifier name, Problems problems) {
        Namespace.Definition definition = names.find(name.name());
        if (definition instanceof Namespace.Data data) {
            return new Rows(new Plan.Scan(data.name(), data.schema(), data.label()), data.shown(), data.name());
        }
        if (definition instanceof Namespace.View view) {
            return view(view, name.span(), problems);
        }
        if (definition instanceof Namespace.Fitted fit) {
            return new Rows(terms(fit).plan(), FitChecker.sought(fit.plan()), fit.name());
        }
        if (name.name().startsWith("$")) {
            return problems.add(ErrorCode.E117, name.span(), name.name().equals("$") ? "there is no result yet"
                    : "there is no result " + name.name(), "results are numbered from $1 as they are made");
        }
        if (definition instanceof Namespace.Measure measure) {
            Rows sum = measureAsSource(measure, problems);
            if (sum != null) {
                return sum;
            }
        }
        if (definition != null) {
            return problems.add(ErrorCode.E111, name.span(), "'" + name.name() + "' is a value, where a table is"
                    + " needed", "tables: " + String.join(", ", names.sourceNames()));
        }
        String nearest = Nearest.sentence(name.name(), names.sourceNames());
        return problems.add(ErrorCode.E111, name.span(), "there is no table '" + name.name() + "'", nearest,
                nearest == null ? "tables: " + String.join(", ", names.sourceNames()) : null);
    }

    /** The terms of a fit that was made. */
    static Query terms(Namespace.Fitted fit) {
        return FitChecker.shown(new Plan.Scan(fit.name(), fit.plan().schema(), fit.plan().label()), fit.plan());
    }

    /** {@code let both = models + mine} reads as an expression until its names are looked up. */
    private Rows measureAsSource(Namespace.Measure measure, Problems problems) {
        Source source = asSource(measure.body());
        return source == null ? null
                : view(new Namespace.View(measure.name(), source, measure.text()), measure.body().span(), problems);
    }

    /** The source that an expression is if all its names are sources, else {@code null}. */
    Source asSource(Expr expr) {
        if (expr instanceof Expr.Name name && names.isSource(name.identifier().name())) {
            return new Source.Named(name.identifier());
        }
        if (expr instanceof Expr.Result result) {
            return new Source.Result(result.number(), result.span());
        }
        if (expr instanceof Expr.Rows rows) {
            return rows.source();
        }
        if (expr instanceof Expr.Binary binary && binary.operator() == Expr.Operator.PLUS) {
            Source left = asSource(binary.left());
            Source right = asSource(binary.right());
            if (left != null && right != null) {
                return new Source.Union(List.of(left, right), binary.span());
            }
        }
        return null;
    }

    /** Sources for the definition of a view, in which its own name must not stand. */
    Sources defining(String name) {
        List<String> deeper = new ArrayList<>(expanding);
        deeper.add(name.toLowerCase(Locale.ROOT));
        return new Sources(names, rowNames, deeper, growth);
    }

    private Rows view(Namespace.View view, Span span, Problems problems) {
        growth.pulse();
        String folded = view.name().toLowerCase(Locale.ROOT);
        if (expanding.contains(folded)) {
            return problems.add(ErrorCode.E114, span, "'" + view.name() + "' is defined by itself",
                    "a name stands for its definition, not for what it was before: choose another for the new one");
        }
        Problems inner = new Problems(view.text());
        Rows rows = defining(folded).rows(view.source(), inner);
        if (inner.isEmpty()) {
            return bounded(rows, view.name(), span, problems)
                    ? new Rows(rows.plan(), rows.shown(), view.name()) : null;
        }
        Diagnostic first = inner.first();
        return problems.add(first.code(), span, "in '" + view.name() + "': " + first.message(),
                first.help().toArray(new String[0]));
    }

    /** Whether what a view stands for is of a size to go on with; else an error. */
    boolean bounded(Rows rows, String name, Span span, Problems problems) {
        Growth.Finding finding = growth.look(rows.plan());
        finding.report("'" + name + "'", span, problems);
        return finding == Growth.Finding.FITS;
    }

    /** The rows of a plan that meet a condition; {@code null} where it does not check. */
    Plan filtered(Plan plan, Expr where, Map<String, Binding> bindings, ExpressionChecker expressions,
            String name) {
        Scope scope = Scope.rows(plan, name).bindingAll(bindings);
        Expression condition = expressions.condition(where, scope);
        return condition == null ? null : new Plan.Filter(scope.withWindows(plan), condition);
    }

    private Rows union(Source.Union union, Problems problems) {
        List<Rows> parts = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (Source part : union.parts()) {
            parts.add(rows(part, problems));
            spans.add(part.span());
        }
        return parts.contains(null) ? null : union(parts, spans, problems);
    }

    /** The rows of all, put together field by field. @param spans where each is written */
    Rows union(List<Rows> parts, List<Span> spans, Problems problems) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Field field : parts.get(i).plan().schema().fields()) {
                Field known = fields.putIfAbsent(field.name().toLowerCase(Locale.ROOT), field);
                if (known != null && !sameKind(known, field)) {
                    return problems.add(ErrorCode.E104, spans.get(i), "'" + field.name() + "' is "
                            + kind(field) + " in " + parts.get(i).name() + " and " + kind(known) + " before it",
                            "rows are put together field by field: rename it, or load it with its unit");
                }
            }
        }
        Schema schema = new Schema(List.copyOf(fields.values()));
        List<Plan> inputs = new ArrayList<>();
        List<int[]> positions = new ArrayList<>();
        List<String> called = new ArrayList<>();
        for (Rows part : parts) {
            inputs.add(part.plan());
            called.add(part.name());
            int[] position = new int[schema.size()];
            for (int i = 0; i < position.length; i++) {
                position[i] = part.plan().schema().find(schema.field(i).name());
            }
            positions.add(position);
        }
        Plan plan = new Plan.Union(inputs, positions, schema, parts.get(0).plan().label());
        return new Rows(plan, null, String.join(" + ", called));
    }

    /** The first table in which every name fits a row, or several; {@code models} where there is none. */
    Namespace.Data tableOf(List<ModelName> wanted) {
        for (Namespace.Data table : names.tables()) {
            boolean all = table.label() != null;
            for (int i = 0; all && i < wanted.size(); i++) {
                RowNames.Match match = find(table, wanted.get(i));
                all = match.isFound() || match.several();
            }
            if (all) {
                return table;
            }
        }
        return (Namespace.Data) names.find("models");
    }

    /** The table of one of several names: the one they share or, where that lacks it, one of the user's own. */
    Namespace.Data tableOf(ModelName name, Namespace.Data shared) {
        if (!find(shared, name).isFound() && !find(shared, name).several()) {
            for (Namespace.Data table : names.tables()) {
                boolean alike = table.label() != null && table.label().equalsIgnoreCase(shared.label());
                if (alike && !table.builtIn() && find(table, name).isFound()) {
                    return table;
                }
            }
        }
        return shared;
    }

    RowNames.Match find(Namespace.Data table, ModelName name) {
        return rowNames.find(table.name(), name.name());
    }

    private static boolean sameKind(Field a, Field b) {
        return a.type() == b.type() && (a.type() != Type.NUMBER || a.unit().equals(b.unit()));
    }

    private static String kind(Field field) {
        return field.type() == Type.NUMBER ? Operators.inWords(field.unit()) : field.type().words();
    }

    /** {@code $3} where a value is needed: the result of a bare expression. */
    Expression resultValue(Expr.Result result, Problems problems) {
        String name = resultName(result.number());
        if (names.find(name) == null && result.number() > 0) {
            return problems.add(ErrorCode.E117, result.span(), "there is no result " + name,
                    "results are numbered from $1 as they are made; money is written " + name.substring(1) + " USD");
        }
        Rows rows = named(new Identifier(name, result.span()), problems);
        if (rows == null) {
            return null;
        }
        if (!(names.find(name) instanceof Namespace.Data data) || !data.scalar()) {
            return problems.add(ErrorCode.E116, result.span(), "'" + name + "' is a table, where a value is needed",
                    "for one value, take an aggregate: count(" + name + ")");
        }
        int column = data.schema().find(data.shown().get(0));
        return new Expression.OfRow(new Expression.Column(column, data.schema().field(column)), data.name(), 0,
                data.name());
    }
}
