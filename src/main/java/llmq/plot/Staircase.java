package llmq.plot;

import java.util.Arrays;

/** The rows that no other beats: none has at least as much y for at most as much x, and more or less of one. */
final class Staircase {
    private static final int ROOM = 2048;

    private final double[] x;
    private final double[] y;
    /** Rows not beaten so far: the steps in the order of x, then those that came since they were sorted out. */
    private int[] kept = new int[ROOM];
    private int steps;
    private int size;
    /** The step that beat a row last: it will often beat the next as well. */
    private int killer;

    private Staircase(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** In the order of x; of rows that are alike the first. */
    static int[] of(double[] x, double[] y, Placed placed, Stop stop) {
        Staircase staircase = new Staircase(x, y);
        for (int row = 0; row < x.length; row++) {
            stop.at(row);
            if (placed.at(row)) {
                staircase.offer(row);
            }
        }
        staircase.sortOut();
        return Arrays.copyOf(staircase.kept, staircase.steps);
    }

    private void offer(int row) {
        if (steps > 0 && beats(kept[killer], row)) {
            return;
        }
        int step = lastUpTo(x[row]);
        if (step >= 0 && beats(kept[step], row)) {
            killer = step;
            return;
        }
        if (size == kept.length) {
            sortOut();
            kept = Arrays.copyOf(kept, Math.max(ROOM, 2 * size));
        }
        kept[size++] = row;
    }

    /** Or is just like it, and came first. */
    private boolean beats(int step, int row) {
        return x[step] <= x[row] && y[step] >= y[row];
    }

    /** The last step with no more x, or −1: of those the one with the most y. */
    private int lastUpTo(double value) {
        int low = 0;
        int high = steps;
        while (low < high) {
            int middle = low + high >>> 1;
            if (x[kept[middle]] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private void sortOut() {
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            order[i] = kept[i];
        }
        Arrays.sort(order, (a, b) -> x[a] != x[b] ? Double.compare(x[a], x[b])
                : y[a] != y[b] ? Double.compare(y[b], y[a]) : a - b);
        steps = 0;
        for (int row : order) {
            if (steps == 0 || y[row] > y[kept[steps - 1]]) {
                kept[steps++] = row;
            }
        }
        size = steps;
        killer = 0;
    }
}
