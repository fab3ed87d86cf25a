package llmq.stats;

/** When to ask, in a loop over rows, whether to go on: so often that nobody waits, so seldom that it costs nothing. */
final class Pulse {
    private static final int ROWS = 1 << 14;

    private Pulse() {
    }

    static void at(int row, Runnable pulse) {
        if (row % ROWS == 0) {
            pulse.run();
        }
    }

    /** Once in so many rounds, each of so many rows. */
    static int rounds(int rows) {
        return Math.max(1, ROWS / Math.max(1, rows));
    }
}
