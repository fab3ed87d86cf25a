package llmq.function;

import java.util.Arrays;

/** How many rows there are or, with an argument, in how many it is known. */
final class Count implements Aggregator {
    private long[] counts = new long[0];

    @Override
    public void grow(int groups) {
        if (groups > counts.length) {
            counts = Arrays.copyOf(counts, Math.max(groups, counts.length * 2));
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        long[] into = counts;
        if (arguments.length == 0) {
            for (int i = 0; i < n; i++) {
                into[group[i]]++;
            }
            return;
        }
        double[] x = arguments[0];
        for (int i = 0; i < n; i++) {
            if (x[i] == x[i]) {
                into[group[i]]++;
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        long[] from = ((Count) other).counts;
        int groups = Math.min(map.length, from.length);
        for (int g = 0; g < groups; g++) {
            counts[map[g]] += from[g];
        }
    }

    @Override
    public double value(int group) {
        return counts[group];
    }
}
