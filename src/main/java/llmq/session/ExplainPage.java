package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.engine.Relation;
import llmq.fit.Explained;
import llmq.fit.FitFunctions;
import llmq.fit.Part;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plan.ExpressionText;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.syntax.Formatter;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Units;

/** How a statement is read and run, step by step in words, with the rows that are left after each. */
final class ExplainPage implements Checked.Visitor<List<LeftOut>> {
    private final Session session;
    private final Workspace workspace;
    private final List<String> steps = new ArrayList<>();
    private final List<Double> rows = new ArrayList<>();
    private long considered;

    ExplainPage(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    Result of(Checked.Explain explain) {
        List<LeftOut> leftOut = explain.inner().accept(this);
        double[] numbers = new double[steps.size()];
        double[] counts = new double[steps.size()];
        for (int i = 0; i < counts.length; i++) {
            numbers[i] = i + 1;
            counts[i] = rows.get(i);
        }
        Schema schema = new Schema(List.of(Field.of("step", Type.NUMBER), Field.of("what", Type.TEXT),
                Field.of("rows", Type.NUMBER)));
        List<Column> columns = List.of(NumberColumn.of(numbers), TextColumn.of(steps.toArray(new String[0])),
                NumberColumn.of(counts));
        List<Shown> shown = new ArrayList<>(List.of(Shown.of(0, "step", 2), Shown.of(1, "what", 0)));
        if (considered > 0) {
            shown.add(Shown.of(2, "rows", 1));
        }
        return new Result(Layout.TABLE, Formatter.statement(explain.statement()),
                new Table(schema, columns, counts.length, "what"), shown, List.of(), leftOut, considered, Wanted.ALL);
    }

    private void step(String what, double count) {
        steps.add(what);
        rows.add(count);
    }

    /** A step without rows. */
    private void step(String what) {
        step(what, Double.NaN);
    }

    /** The last step of a statement that leaves no rows out. */
    private List<LeftOut> lastStep(String what) {
        step(what);
        return List.of();
    }

    private double last() {
        return rows.get(rows.size() - 1);
    }

    @Override
    public List<LeftOut> rows(Checked.Rows found) {
        return query(found.query());
    }

    @Override
    public List<LeftOut> plot(Checked.Plot plot) {
        List<LeftOut> leftOut = query(plot.query());
        for (String words : PlotWords.steps(plot)) {
            step(words, last());
        }
        return leftOut;
    }

    @Override
    public List<LeftOut> describeRows(Checked.DescribeRows found) {
        List<LeftOut> leftOut = query(found.query());
        step("say of each column what it is; the rows themselves are not shown", last());
        return leftOut;
    }

    @Override
    public List<LeftOut> save(Checked.Save save) {
        List<LeftOut> leftOut = query(save.query());
        step("write them to " + save.file() + " as " + save.format().word()
                + ", to a new file first that then takes the old one's place", last());
        return leftOut;
    }

    @Override
    public List<LeftOut> recall(Checked.Recall recall) {
        return lastStep("show " + recall.fit().name() + " again, as it was fitted");
    }

    @Override
    public List<LeftOut> value(Checked.Value value) {
        return lastStep("work out " + ExpressionText.of(value.value()) + ", " + unit(value.value()));
    }

    @Override
    public List<LeftOut> trace(Checked.Trace trace) {
        return lastStep("work out " + ExpressionText.of(trace.value())
                + ", and name its inputs with their status and source");
    }

    @Override
    public List<LeftOut> explain(Checked.Explain explain) {
        return explain.inner().accept(this);
    }

    @Override
    public List<LeftOut> load(Checked.Load load) {
        step("read the file " + load.file() + ", and find out from its first rows what each column holds");
        for (Checked.Mapping mapping : load.mappings()) {
            step("call its column '" + mapping.column() + "' " + mapping.field() + (mapping.unit() == null ? ""
                    : ", its numbers being in " + mapping.unit().symbol()));
        }
        return lastStep("keep it as the table " + load.name());
    }

    @Override
    public List<LeftOut> assume(Checked.Assume assume) {
        return lastStep("take " + assume.field() + " of " + assume.model() + " to be "
                + ExpressionText.of(assume.value()) + " for this session, with status assumed");
    }

    @Override
    public List<LeftOut> claim(Checked.Assert claim) {
        return lastStep("work out whether " + ExpressionText.of(claim.condition())
                + "; stop the script where it is not so");
    }

    @Override
    public List<LeftOut> require(Checked.Require require) {
        return lastStep("compare the catalog's version, " + session.catalog().version() + ", with "
                + require.version());
    }

    @Override
    public List<LeftOut> describe(Checked.Describe describe) {
        return lastStep("look up " + (describe.topic() == null ? "what there is" : "a page on " + describe.topic()));
    }

    @Override
    public List<LeftOut> whatIf(Checked.WhatIf whatIf) {
        step("take the row of " + whatIf.model() + " in " + whatIf.source());
        for (Checked.Change change : whatIf.changes()) {
            step("put " + change.written() + " in the place of its " + change.field() + ", for this statement alone");
        }
        if (!whatIf.following().isEmpty()) {
            step("work out again what follows: " + String.join(", ", whatIf.following())
                    + (whatIf.following().contains("flops")
                            ? "; a published flops goes in proportion to active_params*tokens" : ""));
        }
        return lastStep("work out " + ExpressionText.of(whatIf.predicted()) + " before and after, and the difference"
                + " with its 95% interval, from how uncertain the terms are together");
    }

    @Override
    public List<LeftOut> define(Checked.Define define) {
        Namespace.Definition definition = define.definition();
        String name = definition.name();
        if (definition instanceof Namespace.View) {
            return lastStep("keep the name " + name + " for these rows; they are looked up anew whenever it is used");
        } else if (definition instanceof Namespace.Parameter parameter) {
            return lastStep("keep " + name + " = " + Formatter.expression(parameter.value())
                    + ", unless the command line says otherwise");
        }
        return lastStep("keep the name " + name + " for this formula; it is worked out anew wherever it is used");
    }

    private static String words(List<Expression> expressions) {
        List<String> words = new ArrayList<>();
        for (Expression expression : expressions) {
            words.add(ExpressionText.of(expression));
        }
        return String.join(", ", words);
    }

    private static String unit(Expression value) {
        return switch (value.type()) {
            case NUMBER -> value.unit().isNone() ? "a pure number" : "a number in " + Units.plural(value.unit());
            case DATE -> "a date";
            case TEXT -> "a text";
            case BOOLEAN -> "true or false";
        };
    }

    /** The rows are looked up, but no curve is fitted. */
    @Override
    public List<LeftOut> fit(Checked.Fit found) {
        Explained words = new Explained(found.plan().spec());
        Plan rows = found.plan().rows();
        Relation relation = workspace.engine().run(rows, session.tables(), workspace.cancel());
        considered = relation.considered();
        for (Relation.Step step : relation.steps()) {
            if (step.node() == rows) {
                step("leave out rows in which " + words.needed() + " is unknown", step.rows());
            } else {
                describe(step.node(), step.rows());
            }
        }
        for (String step : words.steps()) {
            step(step, last());
        }
        if (found.name() != null) {
            Namespace.Fitted kept = new Namespace.Fitted(found.name(), found.plan(), null, found.written());
            step("keep it as the function " + kept.usage() + ", as it comes out now", last());
        }
        step("show what came out, in words and for each term", last());
        return QueryRunner.leftOut(relation, rows);
    }

    private List<LeftOut> query(Query query) {
        QueryRunner runner = new QueryRunner(session, workspace);
        Relation relation = runner.run(query);
        considered = relation.considered();
        for (Relation.Step step : relation.steps()) {
            describe(step.node(), step.rows());
        }
        if (query.tested() != null) {
            step("work out for each what " + query.tested().fit().name() + " says there, and the 95% interval in which"
                    + " one further row would lie; then how often and how far it is off", relation.table().rows());
        }
        StringBuilder shown = new StringBuilder();
        for (Shown column : query.shown()) {
            Field field = query.plan().schema().field(column.column());
            String unit = column.display() != null ? column.display().symbol()
                    : Units.plural(field.unit());
            shown.append(shown.length() == 0 ? "" : ", ").append(column.title())
                    .append(unit.isEmpty() ? "" : " (" + unit + ")");
        }
        step("show " + shown, relation.table().rows());
        return QueryRunner.leftOut(relation, query.plan());
    }

    private void describe(Plan node, long count) {
        if (node instanceof Plan.Scan scan) {
            step("take the rows of " + scan.source(), count);
        } else if (node instanceof Plan.Filter filter) {
            step("keep those where " + ExpressionText.of(filter.condition()) + "; leave out those where that is"
                    + " unknown",
                    count);
        } else if (node instanceof Plan.Row row) {
            for (Plan.Named value : row.values()) {
                if (value.value() instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body
                        body && body.part() == Part.PREDICTED) {
                    step("work out " + ExpressionText.of(call) + ", " + unit(call) + ", with the 95% interval in which"
                            + " the trend lies and the one in which one further row would", count);
                }
            }
        } else if (node instanceof Plan.Union union) {
            step("put the rows of " + union.inputs().size() + " sources one after another, field by field", count);
        } else if (node instanceof Plan.Window window) {
            for (Plan.WindowCall call : window.calls()) {
                step("work out " + call.function().name() + "(" + words(call.arguments())
                        + ") over all these rows", count);
            }
        } else if (node instanceof Plan.Aggregate aggregate) {
            aggregate(aggregate, count);
        } else if (node instanceof Plan.Order order) {
            order(order, count);
        } else if (node instanceof Plan.Frontier frontier) {
            step("keep those that no other row beats: none has as much " + ExpressionText.of(frontier.y())
                    + " for as little " + ExpressionText.of(frontier.x())
                    + (frontier.dominated() ? "; name for each other row one that beats it" : ""), count);
        } else if (node instanceof Plan.Fit fit) {
            Explained words = new Explained(fit.spec());
            step("leave out rows in which " + words.needed() + " is unknown", count);
            for (String step : words.steps()) {
                step(step, count);
            }
        } else {
            for (Plan.Named column : ((Plan.Extend) node).columns()) {
                String text = ExpressionText.of(column.value());
                step("work out " + text + (text.equals(column.field().name()) ? "" : " as " + column.field().name())
                        + ", " + unit(column.value()), count);
            }
        }
    }

    private void aggregate(Plan.Aggregate aggregate, long count) {
        List<String> calls = new ArrayList<>();
        for (Plan.AggregateCall call : aggregate.calls()) {
            calls.add(call.function().name() + "(" + words(call.arguments()) + ")");
        }
        List<String> groups = new ArrayList<>();
        for (Plan.Named group : aggregate.groups()) {
            groups.add(ExpressionText.of(group.value()));
        }
        step("gather them " + (groups.isEmpty() ? "into one row" : "into one row per " + String.join(", ", groups))
                + (calls.isEmpty() ? "" : ": " + String.join(", ", calls)), count);
    }

    private void order(Plan.Order order, long count) {
        StringBuilder words = new StringBuilder();
        if (order.ranked()) {
            words.append("leave out rows whose key is unknown; ");
        }
        if (!order.keys().isEmpty()) {
            words.append("put them in the order of ");
            for (Plan.Key key : order.keys()) {
                words.append(ExpressionText.of(key.value()))
                        .append(key.descending() ? ", greatest first; " : ", least first; ");
            }
        }
        String each = order.per().isEmpty() ? "" : " of each " + words(order.per());
        if (order.ranked()) {
            words.append("number them").append(order.per().isEmpty() ? "" : " within each " + words(order.per()))
                    .append("; ");
        }
        if (order.limit() >= 0) {
            words.append("keep the first").append(order.limit() == 1 ? "" : " " + order.limit()).append(each)
                    .append("; ");
        }
        if (order.intervals() != null) {
            words.append("rank them ").append(order.intervals().draws())
                    .append(" times with scores drawn anew within their sampling error; ");
        }
        step(words.substring(0, Math.max(0, words.length() - 2)), count);
    }
}
