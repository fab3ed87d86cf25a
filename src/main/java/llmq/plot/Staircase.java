package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows that no other beats: none has at least as much y for at most as much x, and more or less of one. */
final class Staircase {
    private Staircase() {
    }

    /** In the order of x. */
    static int[] of(double[] x, double[] y, int[] rows) {
        Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> x[a] != x[b] ? Double.compare(x[a], x[b])
                : y[a] != y[b] ? Double.compare(y[b], y[a]) : a - b);
        List<Integer> kept = new ArrayList<>();
        for (int row : order) {
            if (kept.isEmpty() || y[row] > y[kept.get(kept.size() - 1)]) {
                kept.add(row);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }
}
