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
            into[group[i]] += Bits.known(x[i]);
        }
    }

    @Override
    public void addToFirst(int[] zeros, double[][] arguments, int[] rows, int n) {
        if (arguments.length == 0) {
            counts[0] += n;
            return;
        }
        double[] x = arguments[0];
        long known = 0;
        for (int i = 0; i < n; i++) {
            known += Bits.known(x[i]);
        }
        counts[0] += known;
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
