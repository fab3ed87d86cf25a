package llmq.stats;

import java.util.Arrays;

/** Places of values in a sample. */
public final class Ranks {
    /** Values that are sorted so fast that nobody who waits for an end notices; a power of two. */
    private static final int BLOCK = 1 << 18;

    private Ranks() {
    }

    /** The known values, ascending. */
    public static double[] sorted(double[] values) {
        return sorted(values, null);
    }

    /** The same of many. @param pulse called now and then, to throw what ends it; {@code null} for nothing */
    public static double[] sorted(double[] values, Runnable pulse) {
        double[] known = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (value == value) {
                // Adding zero makes one of the two zeros, which sorting would tell apart.
                known[n++] = value + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(known, n);
        if (pulse == null || n <= BLOCK) {
            Arrays.sort(sorted);
            return sorted;
        }
        for (int from = 0; from < n; from += BLOCK) {
            pulse.run();
            Arrays.sort(sorted, from, Math.min(n, from + BLOCK));
        }
        double[] other = known;
        for (int length = BLOCK; length < n; length *= 2) {
            for (int from = 0; from < n; from += 2 * length) {
                merge(sorted, other, from, Math.min(n, from + length), Math.min(n, from + 2 * length), pulse);
            }
            double[] merged = other;
            other = sorted;
            sorted = merged;
        }
        return sorted.length == n ? sorted : Arrays.copyOf(sorted, n);
    }

    /** Two sorted parts of an array that lie side by side, as one part of another. */
    private static void merge(double[] parts, double[] into, int from, int middle, int end, Runnable pulse) {
        int left = from;
        int right = middle;
        for (int i = from; i < end; i++) {
            if ((i & BLOCK - 1) == 0) {
                pulse.run();
            }
            boolean first = right >= end || left < middle && parts[left] <= parts[right];
            into[i] = first ? parts[left++] : parts[right++];
        }
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
