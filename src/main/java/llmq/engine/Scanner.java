package llmq.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Drives the rows of a pipe through its tests into a sink, a batch at a time, morsels shared out among threads. */
final class Scanner implements Pool.Task {
    /**
     * Rows that one thread takes at once. Fixed, whatever the number of threads, so that sums come out the same to
     * the last bit; a smaller table is scanned by the calling thread alone.
     */
    static final int MORSEL = 32 * Frame.BATCH;

    private final Run run;
    private final Pipe pipe;
    private final Sink sink;
    private final int rows;
    /** Of the rows of a batch, the share that must be left for them to be computed in place and not gathered. */
    private final double dense;
    private final long[] passed;
    private final long[][] totals;

    private Scanner(Run run, Pipe pipe, Sink sink) {
        this.run = run;
        this.pipe = pipe;
        this.sink = sink;
        this.rows = pipe.graph().table.rows();
        this.dense = isDear() ? 0.95 : 0.1;
        this.passed = new long[pipe.tests().size()];
        this.totals = new long[pipe.tests().size()][];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = pipe.graph().tally();
        }
    }

    static void scan(Run run, Pipe pipe, Sink sink) {
        Scanner scanner = new Scanner(run, pipe, sink);
        run.pool().run((scanner.rows + MORSEL - 1) / MORSEL, scanner);
        List<Pipe.Test> tests = pipe.tests();
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i).node() != null) {
                pipe.graph().report(Omission.Cause.CONDITION, scanner.totals[i], run.omissions());
                run.step(tests.get(i).node(), scanner.passed[i]);
            } else {
                // One condition in parts, of which a reader knows nothing.
                for (int reason = 0; reason < scanner.totals[i].length; reason++) {
                    scanner.totals[i + 1][reason] += scanner.totals[i][reason];
                }
            }
        }
    }

    /** Whether the sink wants something of each row that takes long and that the tests have not computed anyway. */
    private boolean isDear() {
        Set<Node> tested = new HashSet<>();
        for (Pipe.Test test : pipe.tests()) {
            gather(test.condition(), tested);
        }
        Set<Node> wanted = new HashSet<>(tested);
        for (Node node : sink.nodes()) {
            gather(node, wanted);
        }
        for (Node node : wanted) {
            if (node.isDear() && !tested.contains(node)) {
                return true;
            }
        }
        return false;
    }

    private static void gather(Node node, Set<Node> into) {
        if (into.add(node)) {
            for (Node input : node.inputs) {
                gather(input, into);
            }
        }
    }

    @Override
    public void work(AtomicInteger next) {
        Sink.Worker worker = sink.worker();
        Lane lane = new Lane(worker);
        for (int morsel = next.getAndIncrement(); (long) morsel * MORSEL < rows; morsel = next.getAndIncrement()) {
            worker.begin(morsel);
            lane.morsel(morsel * MORSEL, Math.min(rows - morsel * MORSEL, MORSEL));
            worker.end();
        }
        synchronized (this) {
            worker.finish();
            lane.finish();
        }
    }

    /** One thread's way through its morsels. */
    private final class Lane {
        private final Sink.Worker worker;
        private final Frame whole;
        private final Frame picked;
        private final Tally[] tallies;
        private final long[] passes;
        private final int[] positions = new int[Frame.BATCH + 1];
        private final int[] unknown = new int[Frame.BATCH];
        private final int[] pending = new int[2 * Frame.BATCH];
        private int waiting;

        Lane(Sink.Worker worker) {
            this.worker = worker;
            this.whole = pipe.graph().frame(rows);
            this.picked = pipe.graph().frame(rows);
            this.passes = new long[pipe.tests().size()];
            this.tallies = new Tally[passes.length];
            for (int i = 0; i < tallies.length; i++) {
                tallies[i] = new Tally(pipe.graph());
            }
        }

        void morsel(int first, int count) {
            for (int at = 0; at < count; at += Frame.BATCH) {
                run.cancel().check();
                whole.range(first + at, Math.min(Frame.BATCH, count - at));
                batch();
            }
            flush();
        }

        private void batch() {
            int n = whole.n;
            int[] left = null;
            for (int i = 0; i < passes.length && n > 0; i++) {
                n = test(i, left, n);
                left = positions;
                passes[i] += n;
            }
            if (n == whole.n) {
                flush();
                worker.batch(whole, null, n);
            } else if (n >= whole.n * dense) {
                flush();
                worker.batch(whole, left, n);
            } else {
                for (int i = 0; i < n; i++) {
                    pending[waiting + i] = whole.start + positions[i];
                }
                waiting += n;
                if (waiting >= Frame.BATCH) {
                    flush();
                }
            }
        }

        /** Puts those positions at which a test is met in {@link #positions}; counts those where it is unknown. */
        private int test(int test, int[] left, int n) {
            Node condition = pipe.tests().get(test).condition();
            if (condition.isCertain() || condition.soleBlame() >= 0) {
                // Nobody needs to know at which positions it is unknown.
                int met = ((TruthNode) condition).select(whole, left, n, positions);
                if (positions[n] > 0) {
                    tallies[test].count(whole, condition, null, n, positions[n]);
                }
                return met;
            }
            byte[] truths = whole.truths(condition);
            int offset = whole.offset(condition);
            int met = 0;
            int unjudged = 0;
            for (int i = 0; i < n; i++) {
                int position = left == null ? i : left[i];
                int truth = truths[offset + position];
                positions[met] = position;
                met += truth & 1;
                unknown[unjudged] = position;
                unjudged += truth >> 1;
            }
            if (unjudged > 0) {
                tallies[test].blame(whole, condition, unknown, unjudged);
            }
            return met;
        }

        private void flush() {
            for (int at = 0; at < waiting; at += Frame.BATCH) {
                picked.gather(pending, at, Math.min(Frame.BATCH, waiting - at));
                worker.batch(picked, null, picked.n);
            }
            waiting = 0;
        }

        void finish() {
            for (int i = 0; i < passes.length; i++) {
                passed[i] += passes[i];
                tallies[i].addTo(totals[i]);
            }
        }
    }
}
