package llmq.engine;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.Expression.OfRow;
import llmq.plan.Expression.OfRows;
import llmq.plan.Plan;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.Table;

/** One run of one plan: what it is run over, and what it has counted. */
final class Run implements Compiler.Scalars {
    private final Pool pool;
    private final Tables tables;
    private final Cancel cancel;
    private final List<Omission> omissions = new ArrayList<>();
    private final List<Relation.Step> steps = new ArrayList<>();
    /** In the order in which they were met. */
    private final List<Gathered> aggregates = new ArrayList<>();
    private long considered;
    private long matched;

    Run(Pool pool, Tables tables, Cancel cancel) {
        this.pool = pool;
        this.tables = tables;
        this.cancel = cancel;
    }

    /** An aggregate of an expression, and what it gave. */
    private record Gathered(OfRows of, Relation relation) {
    }

    Pool pool() {
        return pool;
    }

    Cancel cancel() {
        return cancel;
    }

    List<Omission> omissions() {
        return omissions;
    }

    /** Notes how many rows a node gave. */
    void step(Plan node, long rows) {
        steps.add(new Relation.Step(node, rows));
    }

    /** Notes how many rows there were to choose from, after the conditions. */
    void matched(long rows) {
        matched = rows;
    }

    Relation relation(Plan plan) {
        return relation(table(pipe(plan)));
    }

    /** @throws llmq.fit.CannotFit where there is no fit to be had */
    FitRelation fit(Plan.Fit plan) {
        FitRun fit = new FitRun(this, plan);
        return new FitRelation(relation(table(fit.run())), fit.model());
    }

    private Relation relation(Table table) {
        return new Relation(table, considered, matched, merged(), steps);
    }

    /** The omissions, those of the same reason added up. */
    private List<Omission> merged() {
        List<Omission> merged = new ArrayList<>();
        for (Omission omission : omissions) {
            int same = 0;
            while (same < merged.size() && !merged.get(same).isAlike(omission)) {
                same++;
            }
            if (same == merged.size()) {
                merged.add(omission);
            } else {
                merged.set(same, omission.withRows(merged.get(same).rows() + omission.rows()));
            }
        }
        return merged;
    }

    Compiler compiler(Pipe pipe) {
        return new Compiler(pipe.graph(), pipe.columns(), this);
    }

    /** The plan up to where all rows must be seen; what lies before has been run. */
    Pipe pipe(Plan plan) {
        cancel.check();
        if (plan instanceof Plan.Scan scan) {
            Table table = tables.table(scan.source());
            considered += table.rows();
            step(scan, table.rows());
            return pipe(table, scan.schema(), scan.label());
        } else if (plan instanceof Plan.Filter filter) {
            Pipe input = pipe(filter.input());
            List<Pipe.Test> tests = new ArrayList<>(input.tests());
            addTests(compiler(input).compile(filter.condition()), filter, tests);
            return new Pipe(input.graph(), tests, input.columns(), input.schema(), input.label());
        } else if (plan instanceof Plan.Extend extend) {
            return extend(extend);
        } else if (plan instanceof Plan.Order order) {
            return new OrderRun(this, order).run();
        } else if (plan instanceof Plan.Aggregate aggregate) {
            return new AggregateRun(this, aggregate).run();
        } else if (plan instanceof Plan.Frontier frontier) {
            return new FrontierRun(this, frontier).run();
        } else if (plan instanceof Plan.Window window) {
            return WindowRun.run(this, window);
        } else if (plan instanceof Plan.Fit fit) {
            return new FitRun(this, fit).run();
        } else if (plan instanceof Plan.Row row) {
            Relation values = new Run(pool, tables, cancel).scalars(row.values());
            considered += values.considered();
            omissions.addAll(values.omissions());
            step(row, 1);
            return pipe(values.table(), row.schema(), row.label());
        } else {
            return UnionRun.run(this, (Plan.Union) plan);
        }
    }

    /**
     * Where the left side of an {@code and} is never unknown, the right side matters only where the left is true; and
     * so it does where neither is ever false, as what is unknown first is to blame.
     */
    private static void addTests(Node condition, Plan node, List<Pipe.Test> into) {
        if (condition instanceof Truths.And
                && (condition.inputs[0].isCertain() || Truths.Needed.isAll(condition))) {
            addTests(condition.inputs[0], null, into);
            addTests(condition.inputs[1], node, into);
        } else {
            into.add(new Pipe.Test(condition, node));
        }
    }

    /** A pipe that begins with what a node gave. */
    Pipe pipe(Table table, Schema schema, String label) {
        Graph graph = new Graph(table);
        return new Pipe(graph, List.of(), graph.leaves(), schema, label);
    }

    private Pipe extend(Plan.Extend extend) {
        Pipe input = pipe(extend.input());
        Compiler compiler = compiler(input);
        Schema schema = extend.schema();
        Node[] columns = new Node[schema.size()];
        for (int i = 0; i < input.schema().size(); i++) {
            columns[i] = input.columns()[i];
        }
        for (Plan.Named named : extend.columns()) {
            columns[schema.find(named.field().name())] = compiler.compile(named.value());
        }
        return new Pipe(input.graph(), input.tests(), columns, schema, extend.label());
    }

    /** The rows of a pipe; counts them as matched. */
    Table table(Pipe pipe) {
        int[] rows = null;
        if (!pipe.tests().isEmpty()) {
            Picker picker = new Picker(pipe.graph());
            Scanner.scan(this, pipe, picker);
            rows = picker.rows();
            matched(rows == null ? pipe.graph().table.rows() : rows.length);
        } else if (steps.isEmpty() || steps.get(steps.size() - 1).node() instanceof Plan.Scan) {
            matched(pipe.graph().table.rows());
        }
        return Materializer.table(this, pipe.graph(), pipe.columns(), rows, pipe.schema(), pipe.label());
    }

    // Values from elsewhere.

    Relation scalar(Field field, Expression value) {
        return scalars(List.of(new Plan.Named(field, value)));
    }

    Relation scalars(List<Plan.Named> values) {
        Table nothing = new Table(new Schema(List.of()), List.of(), 1, null);
        Graph graph = new Graph(nothing);
        Compiler compiler = new Compiler(graph, Node.NONE, this);
        List<Field> fields = new ArrayList<>();
        Node[] nodes = new Node[values.size()];
        for (int i = 0; i < nodes.length; i++) {
            fields.add(values.get(i).field());
            nodes[i] = compiler.compile(values.get(i).value());
        }
        Elsewhere elsewhere = new Elsewhere();
        for (Gathered gathered : aggregates) {
            elsewhere.add(gathered.of().rows(), gathered.relation());
        }
        considered += elsewhere.considered();
        omissions.addAll(elsewhere.omissions());
        Frame frame = graph.frame(1);
        frame.range(0, 1);
        for (Node node : nodes) {
            long[] tally = graph.tally();
            int[] unknown = new int[1];
            if (node.split(frame, null, 1, new int[1], unknown) == 1) {
                node.blame(frame, unknown, 1, tally);
                graph.report(Omission.Cause.VALUE, tally, omissions);
            }
        }
        matched(1);
        return relation(Materializer.table(this, graph, nodes, null, new Schema(fields), null));
    }

    @Override
    public Node value(OfRow of, Graph into) {
        Graph graph = new Graph(tables.table(of.source()));
        Node node = new Compiler(graph, graph.leaves(), this).compile(of.value());
        Frame frame = graph.frame(1);
        frame.gather(new int[] {of.row()}, 0, 1);
        int blamed = graph.blamed(node, frame);
        Graph.Blame there = graph.blame(blamed);
        int blame = blamed == Graph.UNDEFINED ? Graph.UNDEFINED
                : into.blame(new Graph.Blame(there.field(), of.name(), there.why()));
        return node.constant(frame, Graph.status(node, frame), blame);
    }

    @Override
    public Node value(OfRows of, Graph into) {
        Relation relation = null;
        for (Gathered gathered : aggregates) {
            // The very same: to hash or compare whole plans would cost a cold start 30 ms on Java 17.
            relation = gathered.of() == of ? gathered.relation() : relation;
        }
        if (relation == null) {
            Field field = new Field("value", of.type(), of.unit(), "", null);
            Plan.AggregateCall call = new Plan.AggregateCall(field, of.function(), of.arguments());
            Plan plan = new Plan.Aggregate(of.rows(), List.of(), List.of(call), new Schema(List.of(field)), null);
            relation = new Run(pool, tables, cancel).relation(plan);
            aggregates.add(new Gathered(of, relation));
        }
        Graph graph = new Graph(relation.table());
        Node node = graph.leaf(0);
        Frame frame = graph.frame(1);
        frame.range(0, 1);
        return node.constant(frame, Graph.status(node, frame), Graph.UNDEFINED);
    }
}
