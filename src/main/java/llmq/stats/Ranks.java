package llmq.stats;

import java.util.Arrays;

/** Places of values in a sample. */
public final class Ranks {
    private Ranks() {
    }

    /** The known values, ascending. */
    public static double[] sorted(double[] values) {
        double[] known = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (value == value) {
                // Adding zero makes one of the two zeros, which sorting would tell apart.
                known[n++] = value + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(known, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many of the values, which ascend, are less than x. */
    public static int below(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Places in ascending order, from 1, of values that are all known; equal ones share the average of theirs. */
    public static double[] average(double[] x) {
        double[] sorted = sorted(x);
        double[] ranks = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int first = below(sorted, x[i]);
            int next = below(sorted, Math.nextUp(x[i]));
            ranks[i] = (first + 1 + next) / 2.0;
        }
        return ranks;
    }
}
