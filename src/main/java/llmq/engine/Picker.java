package llmq.engine;

import java.util.Arrays;

/** Takes the numbers of the rows that come in, in their order, leaving out those of which some node is unknown. */
final class Picker implements Sink {
    private final Graph graph;
    private final Node[] needed;
    private final int[][] byMorsel;
    private final long[][] unknown;

    /** @param needed nodes that must be known; may be empty */
    Picker(Graph graph, Node... needed) {
        this.graph = graph;
        this.needed = needed;
        this.byMorsel = new int[(graph.table.rows() + Scanner.MORSEL - 1) / Scanner.MORSEL][];
        this.unknown = new long[needed.length][];
        for (int i = 0; i < needed.length; i++) {
            unknown[i] = graph.tally();
        }
    }

    @Override
    public Node[] nodes() {
        return needed;
    }

    /** What was unknown of the rows left out for want of that node. */
    long[] unknown(int node) {
        return unknown[node];
    }

    /** The rows, or {@code null} if they are all rows of the table. */
    int[] rows() {
        int count = 0;
        for (int[] morsel : byMorsel) {
            count += morsel.length;
        }
        if (count == graph.table.rows()) {
            return null;
        }
        if (byMorsel.length == 1) {
            return byMorsel[0];
        }
        int[] rows = new int[count];
        int at = 0;
        for (int[] morsel : byMorsel) {
            System.arraycopy(morsel, 0, rows, at, morsel.length);
            at += morsel.length;
        }
        return rows;
    }

    @Override
    public Worker worker() {
        return new Picking();
    }

    private final class Picking extends Worker {
        private final Tally[] tallies = new Tally[needed.length];
        private int[] rows = new int[Math.min(Scanner.MORSEL, graph.table.rows())];
        private int size;
        private int morsel;

        Picking() {
            for (int i = 0; i < tallies.length; i++) {
                tallies[i] = new Tally(graph);
            }
        }

        @Override
        void begin(int number) {
            morsel = number;
            size = 0;
        }

        @Override
        void batch(Frame frame, int[] positions, int n) {
            int[] left = positions;
            int count = n;
            for (int i = 0; i < needed.length && count > 0; i++) {
                left = tallies[i].known(frame, needed[i], left, count);
                count = tallies[i].left;
            }
            for (int i = 0; i < count; i++) {
                rows[size + i] = frame.row(left == null ? i : left[i]);
            }
            size += count;
        }

        @Override
        void end() {
            byMorsel[morsel] = Arrays.copyOf(rows, size);
        }

        @Override
        void finish() {
            for (int i = 0; i < tallies.length; i++) {
                tallies[i].addTo(unknown[i]);
            }
        }
    }
}
