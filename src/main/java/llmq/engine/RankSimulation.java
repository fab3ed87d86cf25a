package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.plan.Plan;
import llmq.stats.Normals;
import llmq.stats.Sampling;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.ScoreScale;
import llmq.value.Unit;

/**
 * How far ranks could differ had the benchmarks asked other questions: every score that a key is made of is drawn
 * anew, with its binomial standard error, and the rows are ranked again, many times.
 */
final class RankSimulation {
    /** With more rows than this nothing is simulated and the ranges are unknown. */
    static final int MOST_ROWS = 20_000;

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final Run run;
    private final Graph graph;
    private final NumberNode[] keys;
    private final boolean[] descending;
    private final Plan.Intervals intervals;

    RankSimulation(Run run, Graph graph, NumberNode[] keys, boolean[] descending, Plan.Intervals intervals) {
        this.run = run;
        this.graph = graph;
        this.keys = keys;
        this.descending = descending;
        this.intervals = intervals;
    }

    /**
     * The low and the high end of each row's ranks.
     *
     * @param rows   the ranked rows, groups together
     * @param groups the group of each, or {@code null}
     */
    double[][] ranges(int[] rows, int[] groups) {
        int n = rows.length;
        int draws = intervals.draws();
        double[] low = new double[n];
        double[] high = new double[n];
        if (n > MOST_ROWS || draws < 1) {
            Arrays.fill(low, Double.NaN);
            Arrays.fill(high, Double.NaN);
            return new double[][] {low, high};
        }
        Column[] columns = new Column[graph.columns().length];
        List<Integer> scores = new ArrayList<>();
        for (NumberNode key : keys) {
            gather(key, rows, columns, scores);
        }
        double[][] reported = new double[scores.size()][];
        double[][] errors = new double[scores.size()][];
        for (int i = 0; i < reported.length; i++) {
            reported[i] = ((NumberColumn) columns[scores.get(i)]).values();
            errors[i] = errors(reported[i], graph.table.schema().field(scores.get(i)).scale());
        }
        Normals normals = new Normals(intervals.seed());
        int[][] ranks = new int[n][draws];
        for (int draw = 0; draw < draws; draw++) {
            run.cancel().check();
            for (int i = 0; i < reported.length; i++) {
                ScoreScale scale = graph.table.schema().field(scores.get(i)).scale();
                columns[scores.get(i)] = new NumberColumn(drawn(reported[i], errors[i], scale, normals), null);
            }
            rank(columns, rows, groups, ranks, draw);
        }
        for (int i = 0; i < n; i++) {
            Arrays.sort(ranks[i]);
            low[i] = ranks[i][(int) Math.ceil(LOW * draws) - 1];
            high[i] = ranks[i][(int) Math.ceil(HIGH * draws) - 1];
        }
        return new double[][] {low, high};
    }

    /** Takes the rows of the columns that a node reads, and notes which of them are scores with a known error. */
    private void gather(Node node, int[] rows, Column[] columns, List<Integer> scores) {
        int column = Materializer.plain(node);
        if (column >= 0 && columns[column] == null) {
            columns[column] = graph.columns()[column].take(rows);
            Field field = graph.table.schema().field(column);
            if (field.scale() != null && field.scale().questions() > 0 && field.unit().equals(Unit.PERCENT)) {
                scores.add(column);
            }
        }
        for (Node input : node.inputs) {
            gather(input, rows, columns, scores);
        }
    }

    private static double[] errors(double[] scores, ScoreScale scale) {
        double[] errors = new double[scores.length];
        for (int i = 0; i < errors.length; i++) {
            // A score beyond 0 and 100 is a rounding of these, and has their error.
            errors[i] = Sampling.standardError(Math.max(0, Math.min(100, scores[i])), scale.questions());
        }
        return errors;
    }

    private static double[] drawn(double[] scores, double[] errors, ScoreScale scale, Normals normals) {
        double max = scale.max() > 0 ? scale.max() : 100;
        double[] drawn = new double[scores.length];
        for (int i = 0; i < drawn.length; i++) {
            double score = scores[i] + errors[i] * normals.next();
            drawn[i] = score != score ? score : Math.max(0, Math.min(max, score));
        }
        return drawn;
    }

    private void rank(Column[] columns, int[] rows, int[] groups, int[][] ranks, int draw) {
        int n = rows.length;
        KeyedRows keyed = new KeyedRows(keys.length, n);
        System.arraycopy(rows, 0, keyed.rows, 0, n);
        keyed.size = n;
        double[] batch = new double[Frame.BATCH];
        Frame frame = new Frame(graph, columns, n);
        for (int at = 0; at < n; at += Frame.BATCH) {
            int count = Math.min(Frame.BATCH, n - at);
            frame.range(at, count);
            for (int k = 0; k < keys.length; k++) {
                OrderSink.pack(frame.numbers(keys[k]), frame.offset(keys[k]), null, count, descending[k], batch);
                OrderSink.last(batch, count);
                System.arraycopy(batch, 0, keyed.keys[k], at, count);
            }
        }
        int[] next = new int[groups == null ? 1 : n];
        for (int place : keyed.order(run.cancel())) {
            ranks[place][draw] = ++next[groups == null ? 0 : groups[place]];
        }
    }
}
