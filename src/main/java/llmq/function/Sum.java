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
            int g = group[i];
            long isKnown = Bits.known(x[i]);
            into[g] += Bits.zeroUnless(isKnown, x[i]);
            known[g] += isKnown;
        }
    }

    @Override
    public void addToFirst(int[] zeros, double[][] arguments, int[] rows, int n) {
        double[] x = arguments[0];
        double sum = plain(x, n);
        if (sum == sum) {
            sums[0] += sum;
            counts[0] += n;
            return;
        }
        addKnown(x, n);
    }

    private void addKnown(double[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long known = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            long knownA = Bits.known(x[i]);
            long knownB = Bits.known(x[i + 1]);
            long knownC = Bits.known(x[i + 2]);
            long knownD = Bits.known(x[i + 3]);
            a += Bits.zeroUnless(knownA, x[i]);
            b += Bits.zeroUnless(knownB, x[i + 1]);
            c += Bits.zeroUnless(knownC, x[i + 2]);
            d += Bits.zeroUnless(knownD, x[i + 3]);
            known += knownA + knownB + knownC + knownD;
        }
        for (; i < n; i++) {
            a += Bits.zeroUnless(Bits.known(x[i]), x[i]);
            known += Bits.known(x[i]);
        }
        sums[0] += a + b + (c + d);
        counts[0] += known;
    }

    /** The sum, as if all were known: NaN where one is not. In four parts, so that none waits for the one before. */
    private static double plain(double[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return a + b + (c + d);
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
