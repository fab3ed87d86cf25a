package llmq.plot;

import java.util.PriorityQueue;
import llmq.table.Column;

/** The rows with the greatest value: a heap with the least of them at its root, which most rows do not pass. */
final class Tops {
    private Tops() {
    }

    /** Of the rows that have a place and are known in a column, the greatest first, of equals the first ones. */
    static int[] of(double[] values, Placed placed, Column known, int most, Stop stop) {
        PriorityQueue<Integer> tops = new PriorityQueue<>(
                (a, b) -> values[a] != values[b] ? Double.compare(values[a], values[b]) : b - a);
        for (int row = 0; row < values.length; row++) {
            stop.at(row);
            boolean passes = tops.size() < most || most > 0 && values[row] > values[tops.peek()];
            if (passes && placed.at(row) && known.isKnown(row)) {
                tops.add(row);
                if (tops.size() > most) {
                    tops.remove();
                }
            }
        }
        int[] rows = new int[tops.size()];
        for (int i = rows.length - 1; i >= 0; i--) {
            rows[i] = tops.remove();
        }
        return rows;
    }
}
