package llmq.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.fit.Part;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.ScaledUnit;
import llmq.value.Type;

/** A change of a row's figures, and what a fit says of it, as written to what there is to work out. */
final class WhatIfChecker {
    private static final int MOST_WORDS = 8;

    private final Sources sources;
    private final Following following;
    private final ExpressionChecker expressions;
    private final PredictChecker predictions;
    private final Problems problems;

    WhatIfChecker(Sources sources, Following following, Problems problems) {
        this.sources = sources;
        this.following = following;
        this.expressions = sources.expressions(problems);
        this.predictions = new PredictChecker(sources.names(), expressions, problems);
        this.problems = problems;
    }

    Checked.WhatIf check(Statement.WhatIf whatIf) {
        Namespace.Fitted fit = predictions.fit(whatIf.fit());
        Namespace.Data table = table(whatIf.model(), fit);
        RowNames.Match match = sources.find(table, whatIf.model());
        if (!match.isFound()) {
            return expressions.noSuchRow(whatIf.model().name(), whatIf.model().span(), match);
        }
        Scope scope = Scope.scalar().row(table.schema(), table.label(), table.name());
        List<Checked.Change> changes = new ArrayList<>();
        for (Statement.Binding binding : whatIf.changes()) {
            Checked.Change change = change(binding, table, match, scope);
            if (change != null && named(changes, change.field())) {
                problems.add(ErrorCode.E112, binding.name().span(), "'" + binding.name().name() + "' is given twice",
                        "give it once");
            } else if (change != null) {
                changes.add(change);
            }
        }
        if (fit == null || !predictions.fits(fit, scope, whatIf.fit().span(), false)) {
            return null;
        }
        Expression predicted = predictions.calls().value(fit, Part.PREDICTED, Map.of(), scope, whatIf.fit().span());
        if (predicted == null) {
            return null;
        }
        for (Checked.Change change : changes) {
            seen(change, fit, table, match);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        Set<String> followers = new LinkedHashSet<>();
        for (Field field : table.schema().fields()) {
            for (Checked.Change change : changes) {
                if (!named(changes, field.name()) && following.of(table.name(), match.row(), change.field())
                        .contains(field.name())) {
                    followers.add(field.name());
                }
            }
        }
        boolean known = predictions.knowsResponse(fit, scope);
        Expression actual = !known ? null : predictions.calls().applied(fit.plan().response(), fit, Map.of(), scope,
                whatIf.fit().span());
        return new Checked.WhatIf(fit, table.name(), match.row(), match.name(), changes, List.copyOf(followers),
                (Expression.Call) predicted, actual, schema(table, changes, followers, fit), whatIf.model().span());
    }

    /** The table that the model is a row of: one that was fitted to, if it has the name, else as anywhere. */
    private Namespace.Data table(ModelName model, Namespace.Fitted fit) {
        Set<String> fitted = new LinkedHashSet<>();
        if (fit != null) {
            addScans(fit.plan(), fitted);
        }
        for (String name : fitted) {
            boolean usable = !name.startsWith("$") && sources.names().find(name) instanceof Namespace.Data data
                    && data.label() != null && sources.find(data, model).isFound();
            if (usable) {
                return (Namespace.Data) sources.names().find(name);
            }
        }
        return sources.tableOf(List.of(model));
    }

    private static void addScans(Plan plan, Set<String> found) {
        if (plan instanceof Plan.Scan scan) {
            found.add(scan.source());
        }
        for (Plan input : plan.inputs()) {
            addScans(input, found);
        }
    }

    private static boolean named(List<Checked.Change> changes, String field) {
        for (Checked.Change change : changes) {
            if (change.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    private Checked.Change change(Statement.Binding binding, Namespace.Data table, RowNames.Match match, Scope scope) {
        String name = binding.name().name();
        int index = table.schema().find(name);
        Expression value = expressions.check(binding.value(), scope);
        if (index < 0) {
            return problems.add(ErrorCode.E101, binding.name().span(), "there is no field '" + name + "' in "
                    + table.name(), Nearest.sentence(name, table.schema().names()));
        }
        if (value == null) {
            return null;
        }
        Field field = table.schema().field(index);
        String written = Formatter.expression(binding.value());
        if (value.type() != field.type()) {
            return problems.add(ErrorCode.E105, binding.value().span(), field.name() + " is " + field.type().words()
                    + ", and " + written + " is " + value.type().words());
        }
        if (value.type() == Type.NUMBER && !value.unit().fits(field.unit())) {
            return problems.add(ErrorCode.E104, binding.value().span(), written + " is "
                    + Operators.inWords(value.unit()) + ", and " + field.name() + " is "
                    + Operators.inWords(field.unit()));
        }
        ScaledUnit display = value instanceof Expression.Convert convert ? convert.target() : null;
        Expression alone = Columns.used(value).isEmpty() ? value
                : new Expression.OfRow(value, table.name(), match.row(), match.name());
        return new Checked.Change(field.name(), alone, written, !isLiteral(binding.value()), display, binding.span());
    }

    /** Whether what was written says what it comes to. */
    private static boolean isLiteral(Expr value) {
        return value instanceof Expr.Number || value instanceof Expr.Date || value instanceof Expr.Text
                || value instanceof Expr.Truth || value instanceof Expr.Convert convert && isLiteral(convert.value());
    }

    /** Whether the fit, or what it goes by, depends on what is changed; else an error. */
    private void seen(Checked.Change change, Namespace.Fitted fit, Namespace.Data table, RowNames.Match match) {
        Set<String> inputs = new LinkedHashSet<>();
        for (Field input : FitCalls.inputs(fit.plan())) {
            inputs.add(table.schema().field(table.schema().find(input.name())).name());
        }
        Set<String> seen = new LinkedHashSet<>(inputs);
        for (Field field : table.schema().fields()) {
            Set<String> followers = new HashSet<>(following.of(table.name(), match.row(), field.name()));
            followers.retainAll(inputs);
            if (!followers.isEmpty()) {
                seen.add(field.name());
            }
        }
        if (!seen.contains(change.field())) {
            List<String> words = List.copyOf(seen);
            int most = Math.min(words.size(), MOST_WORDS);
            problems.add(ErrorCode.E119, change.span(), "'" + fit.name() + "' goes by "
                    + String.join(", ", inputs) + ", which " + (inputs.size() == 1 ? "does" : "do")
                    + " not depend on " + change.field() + " of " + match.name(),
                    "it sees a change of " + String.join(", ", words.subList(0, most)));
        }
    }

    /** What is told: a column for the state, one for each figure that is another, and last what the fit says. */
    private static Schema schema(Namespace.Data table, List<Checked.Change> changes, Set<String> followers,
            Namespace.Fitted fit) {
        Set<String> told = new LinkedHashSet<>();
        for (Checked.Change change : changes) {
            told.add(change.field());
        }
        told.addAll(followers);
        Set<String> taken = new HashSet<>();
        List<Field> fields = new ArrayList<>();
        for (String name : told) {
            taken.add(name.toLowerCase(Locale.ROOT));
            fields.add(table.schema().field(table.schema().find(name)));
        }
        fields.add(0, Field.of(PredictChecker.free("state", taken), Type.TEXT));
        int tokens = number(table, "tokens");
        int params = number(table, "params");
        if (tokens >= 0 && params >= 0 && table.schema().find(Checked.WhatIf.RATIO) < 0
                && (taken.contains("tokens") || taken.contains("params"))) {
            taken.add(Checked.WhatIf.RATIO);
            fields.add(Field.number(Checked.WhatIf.RATIO, table.schema().field(tokens).unit()
                    .per(table.schema().field(params).unit())));
        }
        String title = PredictChecker.free(fit.plan().spec().response().title(), taken);
        fields.add(Field.number(title, Fields.plain(fit.plan().response().unit())));
        return new Schema(fields);
    }

    /** The column of that name, where it holds numbers; else −1. */
    private static int number(Namespace.Data table, String name) {
        int index = table.schema().find(name);
        return index >= 0 && table.schema().field(index).type() == Type.NUMBER ? index : -1;
    }
}
