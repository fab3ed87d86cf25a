package llmq.engine;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** Adds columns whose values depend on all rows. */
final class WindowRun {
    private WindowRun() {
    }

    static Pipe run(Run run, Plan.Window window) {
        Pipe input = run.pipe(window.input());
        Compiler compiler = run.compiler(input);
        List<Node> nodes = new ArrayList<>(List.of(input.columns()));
        for (Plan.WindowCall call : window.calls()) {
            for (Expression argument : call.arguments()) {
                nodes.add(compiler.number(argument));
            }
        }
        int[] rows = null;
        if (!input.tests().isEmpty()) {
            Picker picker = new Picker(input.graph());
            Scanner.scan(run, input, picker);
            rows = picker.rows();
        }
        int count = rows == null ? input.graph().table.rows() : rows.length;
        List<Column> made = Materializer.columns(run, input.graph(), nodes.toArray(Node.NONE), rows);
        List<Column> columns = new ArrayList<>(made.subList(0, input.columns().length));
        int next = columns.size();
        for (Plan.WindowCall call : window.calls()) {
            int arguments = call.arguments().size();
            columns.add(column(call, made.subList(next, next + arguments), count, run.cancel()));
            next += arguments;
        }
        run.matched(count);
        run.step(window, count);
        Table table = new Table(window.schema(), columns, count, window.label());
        return run.pipe(table, window.schema(), window.label());
    }

    /** A class and no lambda, as a cold start may come by here. */
    private record Pulse(Cancel cancel) implements Runnable {
        @Override
        public void run() {
            cancel.check();
        }
    }

    /** A row's value is as good as what it was itself given, whatever the other rows are. */
    private static Column column(Plan.WindowCall call, List<Column> arguments, int count, Cancel cancel) {
        double[][] given = new double[arguments.size()][];
        byte[] statuses = null;
        for (int i = 0; i < given.length; i++) {
            NumberColumn argument = (NumberColumn) arguments.get(i);
            given[i] = argument.values();
            if (argument.hasStatuses()) {
                statuses = statuses == null ? new byte[count] : statuses;
                for (int row = 0; row < count; row++) {
                    statuses[row] = (byte) Math.max(statuses[row], argument.statuses()[row]);
                }
            }
        }
        double[] values = call.function().body().apply(given, new Pulse(cancel));
        NumberNode.finite(values, count);
        return new NumberColumn(values, statuses);
    }
}
