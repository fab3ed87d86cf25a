package llmq.table;

import llmq.value.Status;

/**
 * Texts, dictionary-coded.
 *
 * @param codes    positions in the dictionary; {@link Dictionary#UNKNOWN} is unknown
 * @param statuses ordinals of {@link Status}, or {@code null} where every cell is reported
 */
public record TextColumn(int[] codes, Dictionary dictionary, byte[] statuses) implements Column {

    /** A column of reported texts; {@code null} is unknown. */
    public static TextColumn of(String... values) {
        Dictionary.Builder builder = new Dictionary.Builder();
        int[] codes = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            codes[i] = builder.code(values[i]);
        }
        return new TextColumn(codes, builder.build(), null);
    }

    /** The text of a row, {@code null} if unknown. */
    public String value(int row) {
        return codes[row] < 0 ? null : dictionary.value(codes[row]);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isKnown(int row) {
        return codes[row] >= 0;
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
    public TextColumn take(int[] rows) {
        int[] taken = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = rows[i] < 0 ? Dictionary.UNKNOWN : codes[rows[i]];
        }
        return new TextColumn(taken, dictionary, Statuses.take(statuses, rows));
    }
}
