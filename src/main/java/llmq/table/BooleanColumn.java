package llmq.table;

import llmq.value.Status;

/**
 * Truth values.
 *
 * @param values   {@link #FALSE}, {@link #TRUE} or {@link #UNKNOWN}
 * @param statuses ordinals of {@link Status}, or {@code null} where every cell is reported
 */
public record BooleanColumn(byte[] values, byte[] statuses) implements Column {
    public static final byte FALSE = 0;
    public static final byte TRUE = 1;
    public static final byte UNKNOWN = 2;

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isKnown(int row) {
        return values[row] != UNKNOWN;
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
    public BooleanColumn take(int[] rows) {
        byte[] taken = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = rows[i] < 0 ? UNKNOWN : values[rows[i]];
        }
        return new BooleanColumn(taken, Statuses.take(statuses, rows));
    }
}
