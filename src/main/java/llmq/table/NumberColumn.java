package llmq.table;

import llmq.value.Status;

/**
 * Numbers in base units, or dates as days since 1970-01-01.
 *
 * @param values   NaN is unknown; never infinite
 * @param statuses ordinals of {@link Status}, or {@code null} where every cell is reported
 */
public record NumberColumn(double[] values, byte[] statuses) implements Column {

    /** A column of reported numbers; NaN is unknown. */
    public static NumberColumn of(double... values) {
        return new NumberColumn(values, null);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isKnown(int row) {
        return values[row] == values[row];
    }

    @Override
    public Status status(int row) {
        return Statuses.at(statuses, row);
    }

    @Override
    public boolean hasStatuses() {
        return statuses != null;
    }

    @Override
    public NumberColumn take(int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = rows[i] < 0 ? Double.NaN : values[rows[i]];
        }
        return new NumberColumn(taken, Statuses.take(statuses, rows));
    }
}
