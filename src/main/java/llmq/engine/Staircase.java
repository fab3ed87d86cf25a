package llmq.engine;

import java.util.Arrays;

/**
 * The rows, of those seen so far, that no other beats, and some more that are not yet sorted out: keys are x and −y,
 * both the less the better.
 */
final class Staircase {
    private static final int ROOM = 2048;

    private final Cancel cancel;
    private KeyedRows rows = new KeyedRows(2, 64);
    /** The steps at the last sorting out, x upwards and −y downwards. */
    private double[] stepX = new double[0];
    private double[] stepY = new double[0];
    private int sortAt = ROOM;
    /** The step that beat a row last: it will often beat the next as well. */
    private int killer;

    Staircase(Cancel cancel) {
        this.cancel = cancel;
    }

    /** Takes in those of the rows that the steps do not beat. {@code keys} are x and −y. */
    void offer(Frame frame, int[] positions, double[][] keys, int n) {
        double[] x = keys[0];
        double[] y = keys[1];
        double killX = stepX.length == 0 ? Double.POSITIVE_INFINITY : stepX[killer];
        double killY = stepX.length == 0 ? Double.POSITIVE_INFINITY : stepY[killer];
        for (int i = 0; i < n; i++) {
            if (killX <= x[i] && killY < y[i]) {
                continue;
            }
            int by = beatenBy(x[i], y[i]);
            if (by >= 0) {
                killer = by;
                killX = stepX[by];
                killY = stepY[by];
            } else {
                rows.add(frame.row(positions == null ? i : positions[i]), keys, i);
            }
        }
        if (rows.size >= sortAt) {
            sortOut();
        }
    }

    /** The step that beats a row, or −1. */
    private int beatenBy(double x, double y) {
        int low = 0;
        int high = stepX.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stepX[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low - 1;
        return last >= 0 && (stepY[last] < y || stepY[last] == y && stepX[last] < x) ? last : -1;
    }

    void addAll(Staircase other) {
        rows.addAll(other.rows);
    }

    /** The rows that none beats, in the order of x. */
    KeyedRows frontier() {
        sortOut();
        return rows;
    }

    private void sortOut() {
        int[] order = rows.order(cancel);
        KeyedRows kept = new KeyedRows(2, 64);
        stepX = new double[order.length];
        stepY = new double[order.length];
        int steps = 0;
        for (int place : order) {
            double x = rows.keys[0][place];
            double y = rows.keys[1][place];
            boolean step = steps == 0 || y < stepY[steps - 1];
            if (step) {
                stepX[steps] = x;
                stepY[steps++] = y;
            }
            if (step || x == stepX[steps - 1] && y == stepY[steps - 1]) {
                kept.add(rows.rows[place], rows.keys, place);
            }
        }
        rows = kept;
        stepX = Arrays.copyOf(stepX, steps);
        stepY = Arrays.copyOf(stepY, steps);
        killer = 0;
        sortAt = Math.max(ROOM, kept.size * 2);
    }
}
