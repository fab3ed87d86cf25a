package llmq.function;

import java.util.Arrays;
import llmq.stats.Ranks;

/** The bodies of the window functions. A row whose own value is unknown gets unknown, and does not count. */
enum Windowed implements WindowFunction.Body {
    ZSCORE, PERCENTILE, CUMULATIVE_BEST;

    /** Rows that are looked up so fast that nobody who waits for an end notices. */
    private static final int UNNOTICED = 1 << 14;

    @Override
    public double[] apply(double[][] arguments, Runnable pulse) {
        return switch (this) {
            case ZSCORE -> zscore(arguments[0]);
            case PERCENTILE -> percentile(arguments[0], pulse);
            case CUMULATIVE_BEST -> arguments.length == 1 ? runningBest(arguments[0])
                    : bestSoFar(arguments[0], arguments[1], pulse);
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

    private static double[] percentile(double[] x, Runnable pulse) {
        double[] sorted = Ranks.sorted(x, pulse);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            at(i, pulse);
            out[i] = x[i] != x[i] || sorted.length < 2 ? Double.NaN
                    : 100.0 * Ranks.below(sorted, x[i]) / (sorted.length - 1);
        }
        return out;
    }

    private static void at(int row, Runnable pulse) {
        if (row % UNNOTICED == 0) {
            pulse.run();
        }
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
    private static double[] bestSoFar(double[] x, double[] order, Runnable pulse) {
        double[] times = Ranks.sorted(order, pulse);
        double[] best = new double[times.length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.length; i++) {
            at(i, pulse);
            if (x[i] == x[i] && order[i] == order[i]) {
                int place = Ranks.below(times, order[i]);
                best[place] = Math.max(best[place], x[i]);
            }
        }
        for (int i = 1; i < times.length; i++) {
            best[i] = Math.max(best[i], best[i - 1]);
        }
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            at(i, pulse);
            out[i] = x[i] == x[i] && order[i] == order[i] ? best[Ranks.below(times, order[i])] : Double.NaN;
        }
        return out;
    }
}
