package llmq.function;

import java.util.Arrays;

/**
 * Sample standard deviation (n − 1); unknown below two known values. Running means and sums of squared deviations
 * (Welford 1962), joined as by Chan, Golub and LeVeque (1979), so that a large mean does not swallow a small spread.
 */
final class Spread implements Aggregator {
    private long[] counts = new long[0];
    private double[] means = new double[0];
    private double[] squares = new double[0];

    @Override
    public void grow(int groups) {
        if (groups > counts.length) {
            int size = Math.max(groups, counts.length * 2);
            counts = Arrays.copyOf(counts, size);
            means = Arrays.copyOf(means, size);
            squares = Arrays.copyOf(squares, size);
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        double[] x = arguments[0];
        for (int i = 0; i < n; i++) {
            double value = x[i];
            if (value == value) {
                int g = group[i];
                long count = ++counts[g];
                double away = value - means[g];
                means[g] += away / count;
                squares[g] += away * (value - means[g]);
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        Spread from = (Spread) other;
        int groups = Math.min(map.length, from.counts.length);
        for (int g = 0; g < groups; g++) {
            long more = from.counts[g];
            if (more > 0) {
                int here = map[g];
                long all = counts[here] + more;
                double away = from.means[g] - means[here];
                squares[here] += from.squares[g] + away * away * ((double) counts[here] * more / all);
                means[here] += away * more / all;
                counts[here] = all;
            }
        }
    }

    double mean(int group) {
        return counts[group] == 0 ? Double.NaN : means[group];
    }

    @Override
    public double value(int group) {
        return counts[group] < 2 ? Double.NaN : Math.sqrt(squares[group] / (counts[group] - 1));
    }
}
