package llmq.catalog;

import java.util.Arrays;
import llmq.table.NumberColumn;
import llmq.value.Status;

/** A column of numbers while it is filled; unknown until a value is put in. */
final class Cells {
    private final double[] values;
    private byte[] statuses;

    Cells(int rows) {
        values = new double[rows];
        Arrays.fill(values, Double.NaN);
    }

    void put(int row, double value, Status status) {
        values[row] = Double.isInfinite(value) ? Double.NaN : value;
        if (status != Status.REPORTED || statuses != null) {
            if (statuses == null) {
                statuses = new byte[values.length];
            }
            statuses[row] = (byte) status.ordinal();
        }
    }

    double value(int row) {
        return values[row];
    }

    boolean isKnown(int row) {
        return values[row] == values[row];
    }

    Status status(int row) {
        return statuses == null ? Status.REPORTED : Status.of(statuses[row]);
    }

    /** The filled column; nothing may be put in afterwards. */
    NumberColumn column() {
        return new NumberColumn(values, statuses);
    }
}
