package llmq.engine;

/** Counts what was unknown, and parts the rows for which something was from the others. */
final class Tally {
    private final long[] counts;
    private final int[] kept = new int[Frame.BATCH];
    private final int[] unknown = new int[Frame.BATCH];
    /** How many positions the last call of {@link #known} left. */
    int left;

    Tally(Graph graph) {
        counts = graph.tally();
    }

    /**
     * The positions at which the node is known, in an array that the next call overwrites; the others are counted.
     *
     * @param positions {@code null} stands for all, here and in what is given back
     * @param n         how many positions there are; afterwards {@link #left} are left
     */
    int[] known(Frame frame, Node node, int[] positions, int n) {
        int count = node.split(frame, positions, n, kept, unknown);
        left = n - count;
        if (count == 0) {
            return positions;
        }
        blame(frame, node, unknown, count);
        return kept;
    }

    /** Counts the unknown ones, of which the caller knows how many they are. */
    void count(Frame frame, Node node, int[] positions, int n, int unknowns) {
        if (node.soleBlame() >= 0) {
            counts[node.soleBlame()] += unknowns;
        } else if (unknowns > 0) {
            known(frame, node, positions, n);
        }
    }

    /** Counts positions at which the node is unknown, and changes their order. */
    void blame(Frame frame, Node node, int[] positions, int n) {
        if (node.soleBlame() >= 0) {
            counts[node.soleBlame()] += n;
        } else {
            node.blame(frame, positions, n, counts);
        }
    }

    void addTo(long[] total) {
        for (int i = 0; i < total.length; i++) {
            total[i] += counts[i];
        }
    }
}
