package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.plan.Plan;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;

/** Puts rows in order, numbers them and cuts them off. */
final class OrderRun {
    private static final String RANK = "rank";
    private static final String LOW = "rank_low";
    private static final String HIGH = "rank_high";

    private final Run run;
    private final Plan.Order order;
    private final Pipe input;
    private final NumberNode[] keys;
    private final boolean[] descending;
    private final Node[] per;

    OrderRun(Run run, Plan.Order order) {
        this.run = run;
        this.order = order;
        this.input = run.pipe(order.input());
        Compiler compiler = run.compiler(input);
        List<Plan.Key> wanted = order.keys();
        // Without a key rows stay as they are: all keys are alike.
        this.keys = new NumberNode[Math.max(1, wanted.size())];
        this.descending = new boolean[keys.length];
        if (wanted.isEmpty()) {
            keys[0] = (NumberNode) input.graph().add(new Leaves.NumberConstant(0, (byte) 0, Graph.UNDEFINED));
        }
        for (int i = 0; i < wanted.size(); i++) {
            keys[i] = input.graph().sortable(compiler.compile(wanted.get(i).value()));
            descending[i] = wanted.get(i).descending();
        }
        this.per = new Node[order.per().size()];
        for (int i = 0; i < per.length; i++) {
            per[i] = compiler.compile(order.per().get(i));
        }
    }

    Pipe run() {
        long cut = order.intervals() == null ? order.limit() : -1;
        OrderSink sink = new OrderSink(input.graph(), keys, descending, per, cut, order.ranked());
        Scanner.scan(run, input, sink);
        for (int i = 0; i < keys.length; i++) {
            input.graph().report(Omission.Cause.KEY, sink.unknown(i), run.omissions());
        }
        for (int i = 0; i < per.length; i++) {
            input.graph().report(Omission.Cause.GROUP, sink.unknown(keys.length + i), run.omissions());
        }
        run.matched(sink.count());
        KeyedRows found = sink.result();
        int[] rows = rows(found, found.order(run.cancel()));
        run.cancel().check();
        int[] groups = per.length == 0 ? null : groups(rows);
        if (groups != null) {
            rows = together(rows, groups);
        }
        int[] ranks = ranks(groups, rows.length);
        double[][] ranges = order.intervals() == null ? null
                : new RankSimulation(run, input.graph(), keys, descending, order.intervals()).ranges(rows, groups);
        int[] kept = kept(ranks);
        Table table = table(pick(rows, kept), pick(ranks, kept), ranges, kept);
        run.step(order, table.rows());
        return run.pipe(table, order.schema(), order.label());
    }

    private static int[] rows(KeyedRows found, int[] places) {
        int[] rows = new int[places.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = found.rows[places[i]];
        }
        return rows;
    }

    /** The group of each row; as rows are in their order, groups are numbered in the order of their best rows. */
    private int[] groups(int[] rows) {
        int[] groups = new int[rows.length];
        int[] batch = new int[Frame.BATCH];
        Grouping grouping = new Grouping(per);
        Frame frame = input.graph().frame(rows.length);
        for (int at = 0; at < rows.length; at += Frame.BATCH) {
            int n = Math.min(Frame.BATCH, rows.length - at);
            frame.gather(rows, at, n);
            grouping.assign(frame, null, n, batch);
            System.arraycopy(batch, 0, groups, at, n);
        }
        return groups;
    }

    /** The rows, each group's together; {@code groups} are changed alike. */
    private static int[] together(int[] rows, int[] groups) {
        int count = 0;
        for (int group : groups) {
            count = Math.max(count, group + 1);
        }
        int[] starts = new int[count + 1];
        for (int group : groups) {
            starts[group + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        int[] moved = new int[rows.length];
        int[] movedGroups = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int to = starts[groups[i]]++;
            moved[to] = rows[i];
            movedGroups[to] = groups[i];
        }
        System.arraycopy(movedGroups, 0, groups, 0, groups.length);
        return moved;
    }

    private static int[] ranks(int[] groups, int n) {
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = i == 0 || groups != null && groups[i] != groups[i - 1] ? 1 : ranks[i - 1] + 1;
        }
        return ranks;
    }

    /** The places within the limit, or {@code null} for all. */
    private int[] kept(int[] ranks) {
        if (order.limit() < 0) {
            return null;
        }
        int[] kept = new int[ranks.length];
        int count = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] <= order.limit()) {
                kept[count++] = i;
            }
        }
        return count == ranks.length ? null : Arrays.copyOf(kept, count);
    }

    private static int[] pick(int[] from, int[] places) {
        if (places == null) {
            return from;
        }
        int[] picked = new int[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = from[places[i]];
        }
        return picked;
    }

    private Table table(int[] rows, int[] ranks, double[][] ranges, int[] kept) {
        Schema schema = order.schema();
        Column[] columns = new Column[schema.size()];
        if (order.ranked()) {
            double[] numbers = new double[ranks.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ranks[i];
            }
            columns[schema.find(RANK)] = new NumberColumn(numbers, null);
        }
        if (ranges != null) {
            NumberColumn low = new NumberColumn(ranges[0], null);
            NumberColumn high = new NumberColumn(ranges[1], null);
            columns[schema.find(LOW)] = kept == null ? low : low.take(kept);
            columns[schema.find(HIGH)] = kept == null ? high : high.take(kept);
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == null) {
                nodes.add(input.columns()[input.schema().find(schema.field(i).name())]);
            }
        }
        List<Column> taken = Materializer.columns(run, input.graph(), nodes.toArray(Node.NONE), rows);
        int next = 0;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i] == null ? taken.get(next++) : columns[i];
        }
        return new Table(schema, Arrays.asList(columns), rows.length, order.label());
    }
}
