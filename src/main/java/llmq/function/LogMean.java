package llmq.function;

import java.util.Arrays;

/** Geometric mean of the known values; unknown where there is none, or where one is zero or negative. */
final class LogMean implements Aggregator {
    private double[] sums = new double[0];
    private long[] counts = new long[0];

    @Override
    public void grow(int groups) {
        if (groups > counts.length) {
            int size = Math.max(groups, counts.length * 2);
            sums = Arrays.copyOf(sums, size);
            counts = Arrays.copyOf(counts, size);
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        double[] x = arguments[0];
        for (int i = 0; i < n; i++) {
            if (x[i] == x[i]) {
                // The logarithm of zero is -infinity and of less is NaN: either stays in the sum for good.
                sums[group[i]] += Math.log(x[i]);
                counts[group[i]]++;
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        LogMean from = (LogMean) other;
        int groups = Math.min(map.length, from.counts.length);
        for (int g = 0; g < groups; g++) {
            sums[map[g]] += from.sums[g];
            counts[map[g]] += from.counts[g];
        }
    }

    @Override
    public double value(int group) {
        double mean = sums[group] / counts[group];
        return mean > Double.NEGATIVE_INFINITY ? Math.exp(mean) : Double.NaN;
    }
}
