package llmq.plot;

import java.util.Arrays;

/**
 * Finds the range that a value lies in, of ranges that follow one another, in the same time however many there are and
 * without a logarithm: a key that grows with the value leads to the first range it can lie in.
 */
final class Ruler {
    /** So many that few keys are shared by two ranges of a picture, and so few that they stay near the processor. */
    private static final int KEYS = 4096;

    private final double low;
    private final double high;
    /** What each range but the first begins with, and what no value reaches. */
    private final double[] starts;
    private final boolean ratios;
    private final double factor;
    private final long lowBits;
    private final int shift;
    private final int[] first = new int[KEYS];

    /** @param edges where ranges begin and the last one ends, upwards: two at least; above 0 on a scale of ratios */
    Ruler(Scale scale, double... edges) {
        int size = edges.length - 1;
        this.low = edges[0];
        this.high = edges[size];
        this.starts = Arrays.copyOfRange(edges, 1, size + 1);
        starts[size - 1] = Double.POSITIVE_INFINITY;
        this.ratios = scale == Scale.LOG;
        this.factor = (KEYS - 1) / (high - low);
        this.lowBits = Double.doubleToRawLongBits(low);
        int bits = 0;
        while ((Double.doubleToRawLongBits(high) - lowBits) >>> bits >= KEYS) {
            bits++;
        }
        this.shift = bits;
        int range = 0;
        for (int key = 0; key < KEYS; key++) {
            while (range < size - 1 && key(starts[range]) < key) {
                range++;
            }
            first[key] = range;
        }
    }

    /** An axis in so many parts that look alike. */
    static Ruler of(Axis axis, int parts) {
        double[] edges = new double[parts + 1];
        for (int i = 1; i < parts; i++) {
            edges[i] = axis.value((double) i / parts);
        }
        edges[0] = axis.low();
        edges[parts] = axis.high();
        return new Ruler(axis.scale(), edges);
    }

    /** Never less for a greater value. The bits of numbers above 0 are in the order of the numbers. */
    private int key(double value) {
        return ratios ? (int) (Double.doubleToRawLongBits(value) - lowBits >>> shift) : (int) ((value - low) * factor);
    }

    /** The range that a value lies in, which begins with its edge; the last one ends with it. −1 outside of all. */
    int range(double value) {
        if (!(value >= low && value <= high)) {
            return -1;
        }
        int range = first[key(value)];
        while (value >= starts[range]) {
            range++;
        }
        return range;
    }
}
