package llmq.sketch;

import java.util.Arrays;
import java.util.function.DoubleToIntFunction;

/** Of many values a few that lie in the same cells. */
final class Thinned {
    private static final int FEW = 1024;
    /** Ranges that values are sorted into, even ones of the bits of numbers, whose order is that of the numbers. */
    private static final int RANGES = 4096;

    private Thinned() {
    }

    /**
     * @param values all known
     * @param cell   of a value; never less for a greater value, or never greater
     * @return values of which some lie in each cell that any of {@code values} lies in
     */
    static double[] of(double[] values, DoubleToIntFunction cell) {
        if (values.length < FEW) {
            return values;
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
        long base = bits(least);
        int shift = 0;
        while (bits(greatest) - base >>> shift >= RANGES) {
            shift++;
        }
        double[] low = new double[RANGES];
        double[] high = new double[RANGES];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (double value : values) {
            int range = (int) (bits(value) - base >>> shift);
            low[range] = value < low[range] ? value : low[range];
            high[range] = value > high[range] ? value : high[range];
        }
        double[] kept = new double[2 * RANGES + values.length];
        int size = 0;
        boolean[] wide = new boolean[RANGES];
        boolean any = false;
        for (int range = 0; range < RANGES; range++) {
            if (low[range] <= high[range]) {
                kept[size++] = low[range];
                kept[size++] = high[range];
                wide[range] = Math.abs(cell.applyAsInt(high[range]) - cell.applyAsInt(low[range])) > 1;
                any |= wide[range];
            }
        }
        // Cells between the ends of a range may hold values or none.
        for (int i = 0; any && i < values.length; i++) {
            if (wide[(int) (bits(values[i]) - base >>> shift)]) {
                kept[size++] = values[i];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** In the order of the numbers, and never so far from 0 that a difference would overflow. */
    private static long bits(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return (bits ^ bits >> Long.SIZE - 1 >>> 1) >> 1;
    }
}
