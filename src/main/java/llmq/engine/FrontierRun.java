package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.plan.Plan;
import llmq.table.Column;
import llmq.table.Table;
import llmq.value.Type;

/** The rows that no other row beats, and on request which of them beats each of the others. */
final class FrontierRun {
    private static final String DOMINATED_BY = "dominated_by";

    private final Run run;
    private final Plan.Frontier frontier;
    private final Pipe input;
    private final NumberNode[] keys;

    FrontierRun(Run run, Plan.Frontier frontier) {
        this.run = run;
        this.frontier = frontier;
        this.input = run.pipe(frontier.input());
        Compiler compiler = run.compiler(input);
        Node y = compiler.compile(frontier.y());
        this.keys = new NumberNode[] {input.graph().sortable(compiler.compile(frontier.x())),
                input.graph().sortable(y)};
    }

    Pipe run() {
        Beating sink = new Beating();
        Scanner.scan(run, input, sink);
        // Whoever reads the sentence meets y before x.
        input.graph().report(Omission.Cause.KEY, sink.unknownY, run.omissions());
        input.graph().report(Omission.Cause.KEY, sink.unknownX, run.omissions());
        run.matched(sink.count);
        KeyedRows best = sink.best.frontier();
        int[] rows = Arrays.copyOf(best.rows, best.size);
        Table table = frontier.dominated() ? withBeaten(best, sink.all()) : table(rows, null);
        run.step(frontier, table.rows());
        return run.pipe(table, frontier.schema(), frontier.label());
    }

    private Table table(int[] rows, Column dominatedBy) {
        Column[] columns = new Column[frontier.schema().size()];
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            String name = frontier.schema().field(i).name();
            if (dominatedBy != null && name.equals(DOMINATED_BY)) {
                columns[i] = dominatedBy;
            } else {
                nodes.add(input.columns()[input.schema().find(name)]);
            }
        }
        List<Column> taken = Materializer.columns(run, input.graph(), nodes.toArray(Node.NONE), rows);
        int next = 0;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i] == null ? taken.get(next++) : columns[i];
        }
        return new Table(frontier.schema(), Arrays.asList(columns), rows.length, frontier.label());
    }

    /** The frontier, then all others in the order of x, each with the row that beats it. */
    private Table withBeaten(KeyedRows best, KeyedRows all) {
        int[] rows = new int[all.size];
        int[] by = new int[all.size];
        System.arraycopy(best.rows, 0, rows, 0, best.size);
        Arrays.fill(by, 0, best.size, -1);
        int at = best.size;
        int step = -1;
        int next = 0;
        for (int place : all.order(run.cancel())) {
            if (next < best.size && best.rows[next] == all.rows[place]) {
                // Of several rows alike the first stands for all.
                boolean alike = step >= 0 && best.keys[0][next] == best.keys[0][step]
                        && best.keys[1][next] == best.keys[1][step];
                step = alike ? step : next;
                next++;
            } else {
                rows[at] = all.rows[place];
                by[at++] = best.rows[step];
            }
        }
        return table(rows, labels(by));
    }

    private Column labels(int[] rows) {
        int label = input.label() == null ? -1 : input.schema().find(input.label());
        if (label < 0 || !(input.columns()[label] instanceof TextNode)) {
            return Graph.unknown(Type.TEXT, rows.length);
        }
        int[] picked = new int[rows.length];
        int[] places = new int[rows.length];
        int beaten = 0;
        for (int i = 0; i < rows.length; i++) {
            places[i] = rows[i] >= 0 ? beaten : -1;
            if (rows[i] >= 0) {
                picked[beaten++] = rows[i];
            }
        }
        Node[] wanted = {input.columns()[label]};
        return Materializer.columns(run, input.graph(), wanted, Arrays.copyOf(picked, beaten)).get(0).take(places);
    }

    private final class Beating implements Sink {
        private final Staircase best = new Staircase(run.cancel());
        private final KeyedRows[] byMorsel =
                new KeyedRows[(input.graph().table.rows() + Scanner.MORSEL - 1) / Scanner.MORSEL];
        private final long[] unknownY = input.graph().tally();
        private final long[] unknownX = input.graph().tally();
        private long count;

        /** All rows of which x and y are known, where they are asked for. */
        KeyedRows all() {
            KeyedRows all = new KeyedRows(2, 64);
            for (KeyedRows part : byMorsel) {
                all.addAll(part);
            }
            return all;
        }

        @Override
        public Node[] nodes() {
            return keys;
        }

        @Override
        public Worker worker() {
            return new Part();
        }

        private final class Part extends Worker {
            private final Staircase mine = new Staircase(run.cancel());
            private final Tally tallyY = new Tally(input.graph());
            private final Tally tallyX = new Tally(input.graph());
            private final double[][] values = new double[2][Frame.BATCH];
            private KeyedRows all;
            private int morsel;
            private long seen;

            @Override
            void begin(int number) {
                morsel = number;
                all = frontier.dominated() ? new KeyedRows(2, 64) : null;
            }

            @Override
            void batch(Frame frame, int[] positions, int n) {
                int[] left = tallyY.known(frame, keys[1], positions, n);
                left = tallyX.known(frame, keys[0], left, tallyY.left);
                int known = tallyX.left;
                seen += known;
                OrderSink.pack(frame.numbers(keys[0]), frame.offset(keys[0]), left, known, false, values[0]);
                OrderSink.pack(frame.numbers(keys[1]), frame.offset(keys[1]), left, known, true, values[1]);
                mine.offer(frame, left, values, known);
                for (int i = 0; all != null && i < known; i++) {
                    all.add(frame.row(left == null ? i : left[i]), values, i);
                }
            }

            @Override
            void end() {
                byMorsel[morsel] = all;
            }

            @Override
            void finish() {
                best.addAll(mine);
                count += seen;
                tallyY.addTo(unknownY);
                tallyX.addTo(unknownX);
            }
        }
    }
}
