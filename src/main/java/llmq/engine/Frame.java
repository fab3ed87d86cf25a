package llmq.engine;

import llmq.table.Column;

/**
 * One thread's view of a batch of rows: the values of every node computed so far, so that a common part of two
 * expressions is computed once. The rows are either a run of the table, whose columns are then read in place, or any
 * picked ones, whose columns are gathered first.
 */
final class Frame {
    /** Rows in a batch: values of a few nodes stay in the first-level cache. */
    static final int BATCH = 1024;

    final int capacity;
    final Column[] columns;
    /** The first row, or the first place in {@code rows}. */
    int start;
    int n;
    /** Numbers of the picked rows, or {@code null} where the rows are a run. */
    int[] rows;

    private int epoch;
    private final int[] done;
    private final int[] offsets;
    private final Object[] buffers;
    private final Object[] values;
    private final double[][] packed;
    private final byte[][] statuses;
    private final int[] statusesDone;

    Frame(Graph graph, Column[] columns, int rows) {
        this.capacity = Math.max(1, Math.min(BATCH, rows));
        this.columns = columns;
        int slots = graph.size();
        done = new int[slots];
        offsets = new int[slots];
        buffers = new Object[slots];
        values = new Object[slots];
        packed = new double[slots][];
        statuses = new byte[slots][];
        statusesDone = new int[slots];
    }

    /** Turns to the rows from {@code first} on. */
    void range(int first, int count) {
        rows = null;
        start = first;
        n = count;
        epoch++;
    }

    /** Turns to the rows {@code picked[from..from+count)}. */
    void gather(int[] picked, int from, int count) {
        rows = picked;
        start = from;
        n = count;
        epoch++;
    }

    /** The number in the table of the row at this position of the batch. */
    int row(int position) {
        return rows == null ? start + position : rows[start + position];
    }

    double[] numbers(Node node) {
        run(node);
        return (double[]) values[node.slot];
    }

    int[] codes(Node node) {
        run(node);
        return (int[]) values[node.slot];
    }

    byte[] truths(Node node) {
        run(node);
        return (byte[]) values[node.slot];
    }

    /** Where in its array the values of a node begin. */
    int offset(Node node) {
        return offsets[node.slot];
    }

    private void run(Node node) {
        if (done[node.slot] != epoch) {
            node.compute(this);
            done[node.slot] = epoch;
        }
    }

    /** The values of a number node, beginning at 0. */
    double[] packed(Node node) {
        double[] all = numbers(node);
        int offset = offset(node);
        if (offset == 0) {
            return all;
        }
        double[] copy = packed[node.slot];
        if (copy == null) {
            copy = new double[capacity];
            packed[node.slot] = copy;
        }
        System.arraycopy(all, offset, copy, 0, n);
        return copy;
    }

    /** The node's statuses, beginning at 0; {@code null} where all are reported. */
    byte[] statuses(Node node) {
        if (!node.rough) {
            return null;
        }
        if (statusesDone[node.slot] != epoch) {
            statuses[node.slot] = node.statuses(this);
            statusesDone[node.slot] = epoch;
        }
        return statuses[node.slot];
    }

    /** An array of the frame's own for the values of a node, which then begin at 0. */
    double[] numberBuffer(Node node) {
        if (buffers[node.slot] == null) {
            buffers[node.slot] = new double[capacity];
        }
        lend(node, buffers[node.slot], 0);
        return (double[]) buffers[node.slot];
    }

    int[] codeBuffer(Node node) {
        if (buffers[node.slot] == null) {
            buffers[node.slot] = new int[capacity];
        }
        lend(node, buffers[node.slot], 0);
        return (int[]) buffers[node.slot];
    }

    byte[] truthBuffer(Node node) {
        if (buffers[node.slot] == null) {
            buffers[node.slot] = new byte[capacity];
        }
        lend(node, buffers[node.slot], 0);
        return (byte[]) buffers[node.slot];
    }

    /** Says that the values of a node are to be found in this array. */
    void lend(Node node, Object array, int offset) {
        values[node.slot] = array;
        offsets[node.slot] = offset;
    }

    boolean hasBuffer(Node node) {
        return buffers[node.slot] != null;
    }

    /** The positions of all rows of the batch. */
    int[] positions() {
        int[] positions = new int[n];
        for (int i = 0; i < n; i++) {
            positions[i] = i;
        }
        return positions;
    }
}
