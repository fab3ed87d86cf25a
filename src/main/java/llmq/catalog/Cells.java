package llmq.catalog;

import llmq.table.NumberColumn;
import llmq.value.Status;

/** A copy of a column of numbers, to be changed. */
final class Cells {
    private final double[] values;
    private final byte[] statuses;

    Cells(NumberColumn column) {
        values = column.values().clone();
        statuses = column.hasStatuses() ? column.statuses().clone() : new byte[values.length];
    }

    void put(int row, double value, Status status) {
        values[row] = value;
        statuses[row] = (byte) status.ordinal();
    }

    /** The changed column; nothing may be put in afterwards. */
    NumberColumn column() {
        return new NumberColumn(values, statuses);
    }
}
