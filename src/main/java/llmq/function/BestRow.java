package llmq.function;

import java.util.Arrays;

/** The number of the row with the greatest known value; among equals the least number, so that order is no matter. */
final class BestRow implements Aggregator {
    private double[] greatest = new double[0];
    private int[] holders = new int[0];

    @Override
    public void grow(int groups) {
        int before = greatest.length;
        if (groups > before) {
            int size = Math.max(groups, before * 2);
            greatest = Arrays.copyOf(greatest, size);
            holders = Arrays.copyOf(holders, size);
            Arrays.fill(greatest, before, size, Double.NEGATIVE_INFINITY);
            Arrays.fill(holders, before, size, -1);
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        double[] x = arguments[0];
        for (int i = 0; i < n; i++) {
            if (x[i] >= greatest[group[i]]) {
                take(group[i], x[i], rows[i]);
            }
        }
    }

    private void take(int group, double value, int row) {
        if (value > greatest[group] || value == greatest[group] && row < holders[group]) {
            greatest[group] = value;
            holders[group] = row;
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        BestRow from = (BestRow) other;
        int groups = Math.min(map.length, from.holders.length);
        for (int g = 0; g < groups; g++) {
            if (from.holders[g] >= 0) {
                take(map[g], from.greatest[g], from.holders[g]);
            }
        }
    }

    @Override
    public double value(int group) {
        return holders[group] < 0 ? Double.NaN : holders[group];
    }
}
