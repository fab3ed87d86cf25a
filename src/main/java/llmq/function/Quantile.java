package llmq.function;

import llmq.stats.Quantiles;

/**
 * A quantile of the known values, the median where there is no second argument; unknown where there is no value or
 * the share is not within 0 to 1. The share is that of the first row that has one.
 */
final class Quantile extends Gathered {
    private double share = Double.NaN;

    Quantile() {
        super(1);
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        if (arguments.length == 1) {
            share = 0.5;
        }
        for (int i = 0; i < n && share != share; i++) {
            share = arguments[1][i];
        }
        super.add(group, arguments, rows, n);
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        share = share == share ? share : ((Quantile) other).share;
        super.merge(other, map);
    }

    @Override
    public double value(int group) {
        return share >= 0 && share <= 1 ? Quantiles.quantile(values(group, 0), share) : Double.NaN;
    }
}
