package llmq.load;

import java.util.Arrays;

/** Cells held as doubles: numbers and dates. */
abstract class DoubleCells extends Cells {
    private double[] values = new double[0];

    /** NaN where the text does not read. */
    abstract double value(char[] buffer, int from, int to);

    @Override
    final boolean read(char[] buffer, int from, int to) {
        double value = value(buffer, from, to);
        if (value != value) {
            return false;
        }
        put(value);
        return true;
    }

    @Override
    final void putUnknown() {
        put(Double.NaN);
    }

    private void put(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size] = value;
    }

    final double[] take() {
        return Arrays.copyOf(values, size);
    }

    @Override
    final Collected collected() {
        return new Collected.Doubles();
    }
}
