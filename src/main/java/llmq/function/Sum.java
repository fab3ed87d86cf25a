package llmq.function;

import java.util.Arrays;

/** Sum, or mean, of the known values; unknown where there is none. */
final class Sum implements Aggregator {
    private final boolean mean;
    private double[] sums = new double[0];
    private long[] counts = new long[0];

    Sum(boolean mean) {
        this.mean = mean;
    }

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
        double[] into = sums;
        long[] known = counts;
        for (int i = 0; i < n; i++) {
            double value = x[i];
            if (value == value) {
                int g = group[i];
                into[g] += value;
                known[g]++;
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        Sum from = (Sum) other;
        int groups = Math.min(map.length, from.counts.length);
        for (int g = 0; g < groups; g++) {
            sums[map[g]] += from.sums[g];
            counts[map[g]] += from.counts[g];
        }
    }

    @Override
    public double value(int group) {
        if (counts[group] == 0) {
            return Double.NaN;
        }
        return mean ? sums[group] / counts[group] : sums[group];
    }
}
