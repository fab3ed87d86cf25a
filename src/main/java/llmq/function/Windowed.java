package llmq.function;

import java.util.Arrays;

/** The bodies of the window functions. A row whose own value is unknown gets unknown, and does not count. */
enum Windowed implements WindowFunction.Body {
    ZSCORE, PERCENTILE, CUMULATIVE_BEST;

    @Override
    public double[] apply(double[][] arguments) {
        return switch (this) {
            case ZSCORE -> zscore(arguments[0]);
            case PERCENTILE -> percentile(arguments[0]);
            case CUMULATIVE_BEST -> arguments.length == 1 ? runningBest(arguments[0])
                    : bestSoFar(arguments[0], arguments[1]);
        };
    }

    private static double[] zscore(double[] x) {
        Spread spread = new Spread();
        spread.grow(1);
        spread.add(new int[x.length], new double[][] {x}, null, x.length);
        double mean = spread.mean(0);
        double deviation = spread.value(0);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = deviation > 0 ? (x[i] - mean) / deviation : Double.NaN;
        }
        return out;
    }

    private static double[] percentile(double[] x) {
        double[] sorted = known(x);
        Arrays.sort(sorted);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] != x[i] || sorted.length < 2 ? Double.NaN
                    : 100.0 * countBelow(sorted, x[i]) / (sorted.length - 1);
        }
        return out;
    }

    private static double[] known(double[] x) {
        double[] known = new double[x.length];
        int n = 0;
        for (double value : x) {
            if (value == value) {
                // Zero has two signs, which the order of Arrays.sort tells apart; adding zero makes them one.
                known[n++] = value + 0.0;
            }
        }
        return Arrays.copyOf(known, n);
    }

    /** How many of the values, which ascend, are less than x. */
    private static int countBelow(double[] sorted, double x) {
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

    private static double[] runningBest(double[] x) {
        double[] out = new double[x.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            best = x[i] > best ? x[i] : best;
            out[i] = x[i] == x[i] ? best : Double.NaN;
        }
        return out;
    }

    /** Each distinct time with the best value at or before it; a row then looks its own time up. */
    private static double[] bestSoFar(double[] x, double[] order) {
        double[] known = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == x[i] && order[i] == order[i]) {
                known[n++] = order[i] + 0.0;
            }
        }
        double[] times = Arrays.copyOf(known, n);
        Arrays.sort(times);
        double[] best = new double[n];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.length; i++) {
            if (x[i] == x[i] && order[i] == order[i]) {
                int place = countBelow(times, order[i]);
                best[place] = Math.max(best[place], x[i]);
            }
        }
        for (int i = 1; i < n; i++) {
            best[i] = Math.max(best[i], best[i - 1]);
        }
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] == x[i] && order[i] == order[i] ? best[countBelow(times, order[i])] : Double.NaN;
        }
        return out;
    }
}
