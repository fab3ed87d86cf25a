package llmq.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Span;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Limit;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.ShowItem;
import llmq.syntax.tree.SortKey;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.value.Type;

/** The verbs that give rows, as written, to plans. {@code null} stands for a query that does not check. */
final class QueryChecker {
    /** Of all draws: what is drawn anew comes out the same. */
    static final long DEFAULT_SEED = 20240410;
    private static final int DRAWS = 1000;
    /** Columns that ranking may put before the others: rank, rank_low, rank_high. */
    private static final int RANKS = 3;

    private final Sources sources;
    private final Problems problems;
    private final ExpressionChecker expressions;

    QueryChecker(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
        this.expressions = sources.expressions(problems);
    }

    /** Whether the verb gives rows and may stand in a pipe or in parentheses. */
    static boolean isQuery(Statement statement) {
        return statement instanceof Statement.Listing || statement instanceof Statement.Rank
                || statement instanceof Statement.Summarize || statement instanceof Statement.Compare
                || statement instanceof Statement.Frontier || statement instanceof Statement.Fit
                || statement instanceof Statement.Predict || statement instanceof Statement.Pipe;
    }

    /** Whether what it gives is a fit. */
    static boolean isFit(Statement statement) {
        return statement instanceof Statement.Fit || statement instanceof Statement.Pipe pipe
                && pipe.stages().get(pipe.stages().size() - 1) instanceof Statement.Fit;
    }

    Query query(Statement statement) {
        if (statement instanceof Statement.Pipe pipe) {
            return pipe(pipe.stages());
        }
        return stage(statement, null);
    }

    Query pipe(List<Statement> stages) {
        Query query = null;
        for (int i = 0; i < stages.size(); i++) {
            if (i > 0 && query == null) {
                return null;
            }
            if (i < stages.size() - 1) {
                refuseName(stages.get(i));
            }
            Wanted before = i == 0 ? Wanted.stage() : query.wanted();
            query = stage(stages.get(i), i == 0 ? null : query.rows("what comes before"));
            // A stage that says no number of its own passes on what an earlier one was asked for.
            query = query == null || query.wanted().rows() > 0 || before.rows() == 0 ? query : query.wanting(before);
        }
        return query;
    }

    /** One stage; {@code input} is what comes through the pipe, {@code null} for the first. */
    Query stage(Statement statement, Sources.Rows input) {
        if (statement instanceof Statement.Listing list) {
            return list(list, rows(list.source(), input));
        } else if (statement instanceof Statement.Rank rank) {
            return rank(rank, rows(rank.source(), input));
        } else if (statement instanceof Statement.Summarize summarize) {
            return summarize(summarize, rows(summarize.source(), input));
        } else if (statement instanceof Statement.Compare compare) {
            return compare(compare, input);
        } else if (statement instanceof Statement.Frontier frontier) {
            return frontier(frontier, rows(frontier.source(), input));
        } else if (statement instanceof Statement.Fit fit) {
            return fit(fit, rows(fit.source(), input));
        } else if (statement instanceof Statement.Predict predict) {
            return predict(predict, input);
        }
        Source named = statement instanceof Statement.Evaluate evaluate && input == null
                ? sources.asSource(evaluate.value()) : null;
        if (named != null) {
            // A table's name alone is its rows: models | rank by mmlu.
            Query list = list(new Statement.Listing(named, null, List.of(), null, List.of(), statement.span()),
                    rows(named, null));
            return list == null ? null : list.wanting(Wanted.stage());
        }
        if (statement instanceof Statement.Plot) {
            return problems.add(ErrorCode.E115, statement.span(), "a picture ends its statement", "the rows behind it are"
                    + " a result like any other, in a statement of their own: list $");
        }
        return problems.add(ErrorCode.E115, statement.span(), input == null
                ? "this statement gives no rows" : "this statement takes no rows from a pipe",
                "those that do: list, rank, summarize, compare, frontier, fit, predict, plot, save, describe");
    }

    /** The rows a stage works on: its own source's, or those of the pipe. */
    Sources.Rows rows(Source source, Sources.Rows input) {
        if (input == null) {
            return sources.rows(source, problems);
        }
        if (source != null) {
            return problems.add(ErrorCode.E115, source.span(), "after '|' the rows come from what stands before it",
                    "leave the source out here");
        }
        return input;
    }

    private Query list(Statement.Listing list, Sources.Rows rows) {
        Plan base = rows == null ? null : where(rows, list.where());
        if (base == null) {
            return null;
        }
        Scope scope = scope(base, list.where(), rows);
        Display display = new Display(problems);
        showAll(list.show(), scope, display);
        List<Plan.Key> keys = keys(list.sort(), scope, false, display);
        long limit = limit(list.top());
        if (!problems.isEmpty()) {
            return null;
        }
        if (display.isEmpty()) {
            Unasked.defaultColumns(rows, base, display, Unasked.used(base, list.where(), keys));
        } else if (base.label() != null) {
            display.addFirst(base.label(), scope.column(base.label()), Shown.STAYS);
        }
        Plan plan = scope.withWindows(base);
        if (!keys.isEmpty() || limit >= 0) {
            plan = new Plan.Order(plan, keys, List.of(), limit, false, null, plan.schema());
        }
        plan = display.extend(plan);
        return new Query(plan, FitChecker.formed(display.shown(plan.schema()), base, sources.names()), Layout.TABLE,
                null, false, Wanted.top(limit));
    }

    private Query rank(Statement.Rank rank, Sources.Rows rows) {
        Plan base = rows == null ? null : where(rows, rank.where());
        if (base == null) {
            return null;
        }
        Scope scope = scope(base, rank.where(), rows);
        List<Plan.Key> keys = keys(rank.by(), scope, true, new Display(problems));
        List<Expression> per = new ArrayList<>();
        for (Expr group : rank.per()) {
            per.add(expressions.check(group, scope));
        }
        long limit = limit(rank.top());
        Plan input = scope.withWindows(base);
        Plan.Intervals intervals = rank.intervals() == null ? null : new Plan.Intervals(
                rank.intervals().seed() == null ? DEFAULT_SEED : rank.intervals().seed(), DRAWS);
        Schema ranked = ranked(input.schema(), intervals != null);
        Scope after = Scope.rows(new Plan.Scan("", ranked, input.label()), rows.name(),
                scope.windows().over(ranked));
        Display display = new Display(problems);
        if (!problems.isEmpty()) {
            showAll(rank.show(), after, display);
            return null;
        }
        display.add("rank", after.column("rank"), Shown.STAYS);
        if (intervals != null) {
            display.add("rank_low", after.column("rank_low"), Shown.ASKED);
            display.add("rank_high", after.column("rank_high"), Shown.ASKED);
        }
        if (input.label() != null) {
            display.add(input.label(), after.column(input.label()), Shown.STAYS);
        }
        for (Expr group : rank.per()) {
            display.add(new ShowItem(group, null, group.span()), expressions.check(group, after), Shown.KEY);
        }
        for (SortKey key : rank.by()) {
            display.add(new ShowItem(key.value(), null, key.span()), expressions.check(key.value(), after),
                    Shown.KEY);
        }
        showAll(rank.show(), after, display);
        if (rank.show().isEmpty()) {
            for (Plan.Key key : keys) {
                Unasked.addUsed(List.of(key.value()), after, display, Shown.INGREDIENT);
            }
            Unasked.addUsed(Unasked.conditions(base, rank.where()), after, display, Shown.CONDITION);
        }
        List<Plan.WindowCall> shown = after.windows().asked();
        refuseRank(rank, shown);
        if (!problems.isEmpty()) {
            return null;
        }
        if (!shown.isEmpty()) {
            input = shownWindows(input, ranked, shown);
            ranked = ranked(input.schema(), intervals != null);
        }
        Plan.Order order = new Plan.Order(input, keys, per, limit, true, intervals, ranked);
        Plan plan = display.extend(order);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            words.add(Display.title(rank.by().get(i).value(), keys.get(i).value()));
        }
        return new Query(plan, display.shown(plan.schema()), Layout.TABLE, new Query.Ranking(order, words), false,
                per.isEmpty() ? Wanted.top(limit) : Wanted.stage());
    }

    /** Windows are worked out before the rows are ranked. */
    private void refuseRank(Statement.Rank rank, List<Plan.WindowCall> shown) {
        for (Plan.WindowCall call : shown) {
            for (Expression argument : call.arguments()) {
                for (Expression.Column used : Columns.used(argument)) {
                    if (used.field().name().startsWith("rank") && used.index() < RANKS) {
                        problems.add(ErrorCode.E109, rank.show().get(0).span(), call.field().name()
                                + " is worked out before the rows are ranked", "give it a stage of its own: … | list"
                                + " show " + call.field().name());
                        return;
                    }
                }
            }
        }
    }

    /** Windows that were asked for over the ranked rows, computed on the rows before they are ranked. */
    private static Plan shownWindows(Plan input, Schema ranked, List<Plan.WindowCall> calls) {
        List<Plan.WindowCall> moved = new ArrayList<>();
        List<Field> fields = new ArrayList<>(input.schema().fields());
        for (Plan.WindowCall call : calls) {
            List<Expression> arguments = new ArrayList<>();
            for (Expression argument : call.arguments()) {
                arguments.add(Columns.map(argument, column -> new Expression.Column(
                        input.schema().find(ranked.field(column.index()).name()), column.field())));
            }
            moved.add(new Plan.WindowCall(call.field(), call.function(), arguments));
            fields.add(call.field());
        }
        return new Plan.Window(input, moved, new Schema(fields));
    }

    /** The columns of ranked rows: the rank first, then those of the input that are not called the same. */
    static Schema ranked(Schema input, boolean intervals) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("rank", Type.NUMBER));
        if (intervals) {
            fields.add(Field.of("rank_low", Type.NUMBER));
            fields.add(Field.of("rank_high", Type.NUMBER));
        }
        Schema first = new Schema(fields);
        for (Field field : input.fields()) {
            if (first.find(field.name()) < 0) {
                fields.add(field);
            }
        }
        return new Schema(fields);
    }

    private Query summarize(Statement.Summarize summarize, Sources.Rows rows) {
        Plan base = rows == null ? null : where(rows, summarize.where());
        if (base == null) {
            return null;
        }
        Scope scope = Scope.rows(base, rows.name()).withoutWindows();
        List<Plan.Named> keys = new ArrayList<>();
        Display display = new Display(problems);
        for (ShowItem group : summarize.per()) {
            Expression value = expressions.check(group.value(), scope);
            if (value != null) {
                String title = group.title() == null ? Display.title(group.value(), value) : group.title().name();
                Field field = Fields.of(title, value);
                keys.add(new Plan.Named(field, value));
                display.add(title, new Expression.Column(keys.size() - 1, field), Shown.STAYS);
            }
        }
        Scope.Groups groups = new Scope.Groups(keys);
        Scope grouped = scope.grouped(groups);
        showAll(summarize.show(), grouped, display);
        List<Plan.Key> sort = keys(summarize.sort(), grouped, false, display);
        long limit = limit(summarize.top());
        if (!problems.isEmpty()) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        for (Plan.Named key : keys) {
            fields.add(key.field());
        }
        for (Plan.AggregateCall call : groups.calls()) {
            fields.add(call.field());
        }
        String label = keys.isEmpty() ? null : keys.get(0).field().name();
        if (summarize.sort().isEmpty()) {
            for (int i = 0; i < keys.size(); i++) {
                sort.add(new Plan.Key(new Expression.Column(i, keys.get(i).field()), false));
            }
        }
        Plan plan = new Plan.Aggregate(base, keys, groups.calls(), new Schema(fields), label);
        if (!sort.isEmpty() || limit >= 0) {
            plan = new Plan.Order(plan, sort, List.of(), limit, false, null, plan.schema());
        }
        plan = display.extend(plan);
        return new Query(plan, display.shown(plan.schema()), Layout.TABLE, null, false, Wanted.top(limit));
    }

    private Query compare(Statement.Compare compare, Sources.Rows input) {
        Plan plan = input == null ? picked(compare) : input.plan();
        if (plan == null) {
            return null;
        }
        if (input != null && !compare.names().isEmpty()) {
            return problems.add(ErrorCode.E115, compare.names().get(0).span(),
                    "after '|' the rows to compare come from what stands before it", "leave the names out here");
        }
        if (plan.label() == null) {
            return problems.add(ErrorCode.E115, compare.span(), "these rows have no name to head their columns",
                    "compare takes rows with a name, as those of models");
        }
        Scope scope = Scope.rows(plan, "the rows compared").withoutWindows();
        Display display = new Display(problems);
        display.add(plan.label(), scope.column(plan.label()), Shown.STAYS);
        showAll(compare.show(), scope, display);
        boolean all = compare.show().isEmpty();
        if (all) {
            for (Field field : plan.schema().fields()) {
                if (!field.name().equals("id") && !field.name().equals("rank")) {
                    display.add(field.name(), scope.column(field.name()), Shown.ASKED);
                }
            }
        }
        if (!problems.isEmpty()) {
            return null;
        }
        plan = display.extend(plan);
        return new Query(plan, display.shown(plan.schema()), Layout.COMPARE, null, all, Wanted.stage());
    }

    /** The rows of the names, in their order: of one table if all are in it, else of models and the user's own. */
    private Plan picked(Statement.Compare compare) {
        if (compare.names().isEmpty()) {
            return problems.add(ErrorCode.E106, compare.span(), "compare takes the names of models",
                    "compare DBRX, \"Llama 2 70B\"", "or rows from a pipe: rank models by mmlu top 3 | compare");
        }
        Namespace.Data shared = sources.tableOf(compare.names());
        List<Sources.Rows> parts = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        Set<String> picked = new HashSet<>();
        for (ModelName name : compare.names()) {
            Namespace.Data table = sources.tableOf(name, shared);
            RowNames.Match match = sources.find(table, name);
            if (!match.isFound()) {
                expressions.noSuchRow(name.name(), name.span(), match);
            } else if (picked.add(table.name() + match.row())) {
                Plan scan = new Plan.Scan(table.name(), table.schema(), table.label());
                int label = table.schema().find(table.label());
                parts.add(new Sources.Rows(new Plan.Filter(scan, new Expression.Comparison(Expression.Comparator.EQUAL,
                        new Expression.Column(label, table.schema().field(label)),
                        new Expression.TextValue(match.name()))), null, table.name()));
                spans.add(name.span());
            }
        }
        if (!problems.isEmpty()) {
            return null;
        }
        Sources.Rows all = parts.size() == 1 ? parts.get(0) : sources.union(parts, spans, problems);
        return all == null ? null : all.plan();
    }

    private Query frontier(Statement.Frontier frontier, Sources.Rows rows) {
        Plan base = rows == null ? null : where(rows, frontier.where());
        if (base == null) {
            return null;
        }
        Scope scope = scope(base, frontier.where(), rows);
        Expression y = number(frontier.y(), scope);
        Expression x = number(frontier.against(), scope);
        Display display = new Display(problems);
        if (base.label() != null) {
            display.add(base.label(), scope.column(base.label()), Shown.STAYS);
        }
        display.add(new ShowItem(frontier.against(), null, frontier.against().span()), x, Shown.KEY);
        display.add(new ShowItem(frontier.y(), null, frontier.y().span()), y, Shown.KEY);
        showAll(frontier.show(), scope, display);
        if (!problems.isEmpty()) {
            return null;
        }
        Plan input = scope.withWindows(base);
        if (frontier.show().isEmpty()) {
            Unasked.addUsed(Unasked.conditions(base, frontier.where()), scope, display, Shown.CONDITION);
        }
        Schema schema = input.schema();
        if (frontier.dominated()) {
            List<Field> fields = new ArrayList<>(schema.fields());
            Field by = Field.of("dominated_by", Type.TEXT);
            fields.add(by);
            schema = new Schema(fields);
            display.add("dominated_by", new Expression.Column(schema.size() - 1, by), Shown.KEY);
        }
        Plan plan = display.extend(new Plan.Frontier(input, y, x, frontier.dominated(), schema));
        return new Query(plan, display.shown(plan.schema()), Layout.TABLE, null, false, Wanted.stage());
    }

    private Query fit(Statement.Fit fit, Sources.Rows rows) {
        Plan base = rows == null ? null : where(rows, fit.where());
        return base == null ? null
                : new FitChecker(expressions, problems).query(fit, base, scope(base, fit.where(), rows));
    }

    private Query predict(Statement.Predict predict, Sources.Rows input) {
        PredictChecker checker = new PredictChecker(sources.names(), expressions, problems);
        Namespace.Fitted fit = checker.fit(predict.fit());
        if (!predict.at().isEmpty()) {
            return input != null ? problems.add(ErrorCode.E115, predict.at().get(0).span(), "after '|' the rows to"
                    + " predict come from what stands before it", "leave the values out here")
                    : fit == null ? null : checker.at(predict, fit);
        }
        Sources.Rows rows = rows(predict.source(), input);
        Plan base = rows == null ? null : where(rows, predict.where());
        return fit == null || base == null || !problems.isEmpty() ? null : checker.rows(fit, base,
                scope(base, predict.where(), rows), Unasked.conditions(base, predict.where()), predict.fit().span());
    }

    /** A name is kept only of what a statement comes to as a whole. */
    void refuseName(Statement statement) {
        if (statement instanceof Statement.Fit fit && fit.name() != null) {
            problems.add(ErrorCode.E115, fit.name().span(), "a fit is given a name only where it ends its statement",
                    "fit first, in a statement of its own, then ask for it by its name");
        }
    }

    private Expression number(Expr expr, Scope scope) {
        Expression value = expressions.check(expr, scope);
        if (value != null && !value.type().isNumeric()) {
            return problems.add(ErrorCode.E105, expr.span(), "a frontier is of numbers or dates, and this is "
                    + value.type().words());
        }
        return value;
    }

    /** The rows that meet the condition; all of them where it does not check, so that the other clauses are. */
    Plan where(Sources.Rows rows, Expr where) {
        Plan chosen = where == null ? null : sources.filtered(rows.plan(), where, Map.of(), expressions, rows.name());
        return chosen == null ? rows.plan() : chosen;
    }

    /** What expressions may refer to over rows that the query's own condition may have chosen. */
    static Scope scope(Plan base, Expr where, Sources.Rows rows) {
        return where != null && base instanceof Plan.Filter chosen
                ? Scope.rows(base, rows.name(), Windows.after(chosen)) : Scope.rows(base, rows.name());
    }

    /** @param display a key that is the title of one of its columns means that column */
    private List<Plan.Key> keys(List<SortKey> written, Scope scope, boolean descending, Display display) {
        List<Plan.Key> keys = new ArrayList<>();
        for (SortKey key : written) {
            Expression shown = key.value() instanceof Expr.Name name ? display.value(name.identifier().name()) : null;
            Expression value = shown != null ? shown : expressions.check(key.value(), scope);
            if (value != null) {
                boolean down = key.direction() == null ? descending : key.direction() == SortKey.Direction.DESC;
                keys.add(new Plan.Key(value, down));
            }
        }
        return keys;
    }

    private void showAll(List<ShowItem> items, Scope scope, Display display) {
        for (ShowItem item : items) {
            display.add(item, expressions.check(item.value(), scope), Shown.ASKED);
        }
    }

    /** How many rows; −1 for all. */
    long limit(Limit limit) {
        if (limit == null) {
            return -1;
        }
        Expression value = expressions.check(limit.value(), Scope.scalar());
        if (value == null) {
            return -1;
        }
        double count = value instanceof Expression.NumberValue number ? number.value() : Double.NaN;
        if (!(count >= 1 && count == Math.rint(count))) {
            problems.add(ErrorCode.E118, limit.value().span(), "'top' takes a whole number from 1",
                    "top 5 shows the first five");
            return -1;
        }
        return (long) count;
    }
}
