package llmq.function;

import java.util.Arrays;

/** The least or the greatest of the known values; unknown where there is none. */
final class Extreme implements Aggregator {
    private final boolean greatest;
    private final double none;
    private double[] extremes = new double[0];

    Extreme(boolean greatest) {
        this.greatest = greatest;
        this.none = greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    public void grow(int groups) {
        int before = extremes.length;
        if (groups > before) {
            extremes = Arrays.copyOf(extremes, Math.max(groups, before * 2));
            Arrays.fill(extremes, before, extremes.length, none);
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        double[] x = arguments[0];
        double[] into = extremes;
        // A comparison with NaN is false, which leaves unknown values out.
        if (greatest) {
            for (int i = 0; i < n; i++) {
                if (x[i] > into[group[i]]) {
                    into[group[i]] = x[i];
                }
            }
        } else {
            for (int i = 0; i < n; i++) {
                if (x[i] < into[group[i]]) {
                    into[group[i]] = x[i];
                }
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        double[] from = ((Extreme) other).extremes;
        int groups = Math.min(map.length, from.length);
        for (int g = 0; g < groups; g++) {
            double here = extremes[map[g]];
            extremes[map[g]] = greatest ? Math.max(here, from[g]) : Math.min(here, from[g]);
        }
    }

    @Override
    public double value(int group) {
        return extremes[group] == none ? Double.NaN : extremes[group];
    }
}
