package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.function.Gives;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plan.Plan.AggregateCall;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;

/**
 * One row per group. Each morsel is gathered on its own, its groups numbered in order of appearance, and morsels are
 * then merged in order: so sums are the same whatever the number of threads.
 */
final class AggregateRun {
    private final Run run;
    private final Plan.Aggregate aggregate;
    private final Pipe input;
    private final Node[] groups;
    /** For each call, the places of its arguments among {@code distinct}. */
    private final int[][] arguments;
    private final List<Node> distinct = new ArrayList<>();

    AggregateRun(Run run, Plan.Aggregate aggregate) {
        this.run = run;
        this.aggregate = aggregate;
        this.input = run.pipe(aggregate.input());
        Compiler compiler = run.compiler(input);
        this.groups = new Node[aggregate.groups().size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = compiler.compile(aggregate.groups().get(i).value());
        }
        this.arguments = new int[aggregate.calls().size()][];
        for (int i = 0; i < arguments.length; i++) {
            List<Expression> of = aggregate.calls().get(i).arguments();
            arguments[i] = new int[of.size()];
            for (int j = 0; j < of.size(); j++) {
                Node node = compiler.number(of.get(j));
                int place = distinct.indexOf(node);
                if (place < 0) {
                    place = distinct.size();
                    distinct.add(node);
                }
                arguments[i][j] = place;
            }
        }
    }

    Pipe run() {
        AggregateSink sink = new AggregateSink(input.graph(), groups, aggregate.calls(), arguments,
                distinct.toArray(Node.NONE));
        Scanner.scan(run, input, sink);
        for (int i = 0; i < groups.length; i++) {
            input.graph().report(Omission.Cause.GROUP, sink.unknownGroups(i), run.omissions());
        }
        for (int i = 0; i < distinct.size(); i++) {
            input.graph().report(Omission.Cause.ARGUMENT, sink.unknownArguments(i), run.omissions());
        }
        run.matched(sink.count());
        AggregateSink.Part all = sink.merged(run.cancel());
        // Without group keys there is one group, be it of no rows.
        int count = groups.length == 0 ? 1 : all.firstRows.length;
        Column[] columns = new Column[aggregate.schema().size()];
        List<Column> keys = Materializer.columns(run, input.graph(), groups, groups.length == 0 ? new int[0]
                : all.firstRows);
        for (int i = 0; i < groups.length; i++) {
            columns[i] = keys.get(i);
        }
        for (int i = 0; i < arguments.length; i++) {
            run.cancel().check();
            columns[groups.length + i] = values(aggregate.calls().get(i), all, i, count);
        }
        Table table = new Table(aggregate.schema(), Arrays.asList(columns), count, aggregate.label());
        run.step(aggregate, count);
        return run.pipe(table, aggregate.schema(), aggregate.label());
    }

    private Column values(AggregateCall call, AggregateSink.Part all, int index, int count) {
        double[] values = new double[count];
        for (int group = 0; group < count; group++) {
            if (group % Frame.BATCH == 0) {
                run.cancel().check();
            }
            double value = all.aggregators[index].value(group);
            values[group] = value + (value - value);
        }
        if (call.function().gives() == Gives.ROW) {
            return ofRows(call, values);
        }
        byte[] statuses = all.statuses[index];
        if (statuses != null) {
            statuses = Materializer.anyRough(Arrays.copyOf(statuses, count));
        }
        return new NumberColumn(values, statuses);
    }

    /** The second argument in those rows or, if there is none, their label; unknown where there is no row. */
    private Column ofRows(AggregateCall call, double[] rows) {
        Node wanted = null;
        if (call.arguments().size() > 1) {
            wanted = run.compiler(input).compile(call.arguments().get(1));
        } else if (input.label() != null && input.schema().find(input.label()) >= 0) {
            wanted = input.columns()[input.schema().find(input.label())];
        }
        if (wanted == null) {
            return Graph.unknown(call.field().type(), rows.length);
        }
        int[] picked = new int[rows.length];
        int[] places = new int[rows.length];
        int known = 0;
        for (int i = 0; i < rows.length; i++) {
            places[i] = rows[i] >= 0 ? known : -1;
            if (rows[i] >= 0) {
                picked[known++] = (int) rows[i];
            }
        }
        return Materializer.columns(run, input.graph(), new Node[] {wanted}, Arrays.copyOf(picked, known)).get(0)
                .take(places);
    }
}
