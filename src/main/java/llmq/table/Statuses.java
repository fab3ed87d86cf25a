package llmq.table;

import llmq.value.Status;

/** The status bytes of a column, {@code null} where every cell is reported. */
final class Statuses {
    private Statuses() {
    }

    static Status at(byte[] statuses, int row) {
        return statuses == null ? Status.REPORTED : Status.of(statuses[row]);
    }

    static byte[] take(byte[] statuses, int[] rows) {
        if (statuses == null) {
            return null;
        }
        byte[] taken = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = rows[i] < 0 ? 0 : statuses[rows[i]];
        }
        return taken;
    }
}
