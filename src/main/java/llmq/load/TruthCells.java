package llmq.load;

import java.util.Arrays;
import llmq.table.BooleanColumn;

/** Truth values. */
final class TruthCells extends Cells {
    private byte[] values = new byte[0];

    @Override
    boolean read(char[] buffer, int from, int to) {
        int truth = Slices.truth(buffer, from, to);
        if (truth >= 0) {
            put((byte) truth);
        }
        return truth >= 0;
    }

    @Override
    void putUnknown() {
        put(BooleanColumn.UNKNOWN);
    }

    private void put(byte value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size] = value;
    }

    byte[] take() {
        return Arrays.copyOf(values, size);
    }

    @Override
    String expected() {
        return "true or false";
    }

    @Override
    Collected collected() {
        return new Collected.Truths();
    }
}
