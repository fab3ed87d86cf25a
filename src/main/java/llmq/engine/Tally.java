package llmq.engine;

/** Counts what was unknown, and parts the rows for which something was from the others. */
final class Tally {
    final long[] counts;
    private int[] kept = new int[Frame.BATCH];
    private final int[] unknown = new int[Frame.BATCH];

    Tally(Graph graph) {
        counts = graph.tally();
    }

    /**
     * The positions at which the node is known, in an array that the next call overwrites; the others are counted.
     *
     * @param n      how many positions there are; afterwards {@link #left} are left
     * @return the positions, {@code null} standing for all, as in what is passed in
     */
    int[] known(Frame frame, Node node, int[] positions, int n) {
        if (positions == null) {
            for (int i = 0; i < n; i++) {
                kept[i] = i;
            }
        } else if (positions != kept) {
            System.arraycopy(positions, 0, kept, 0, n);
        }
        int count = node.split(frame, kept, n, unknown);
        left = n - count;
        if (count == 0) {
            return positions;
        }
        node.blame(frame, unknown, count, counts);
        return kept;
    }

    /** How many positions the last call of {@link #known} left. */
    int left;

    void addTo(long[] total) {
        for (int i = 0; i < total.length; i++) {
            total[i] += counts[i];
        }
    }
}
