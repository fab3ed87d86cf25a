package llmq.cli;

import llmq.load.Progress;

/** Shows on standard error how far a load has come, when it lasts longer than a second. */
final class ProgressLine implements Progress {
    private static final long FIRST_MILLIS = 1000;
    /** Where the line cannot be written over, a new one is a nuisance more often than this. */
    private static final long LOG_MILLIS = 10_000;
    private static final double MEGABYTE = 1e6;

    private final Output err;
    private final World world;
    private long start = -1;
    private long last;
    private int shown;

    ProgressLine(Output err, World world) {
        this.err = err;
        this.world = world;
    }

    @Override
    public void at(long read, long total) {
        long now = world.clock().millis();
        if (start < 0) {
            start = now;
            last = now;
        }
        boolean screen = world.terminals().err();
        if (now - start < FIRST_MILLIS || !screen && now - last < (last == start ? FIRST_MILLIS : LOG_MILLIS)) {
            return;
        }
        last = now;
        String text = "reading: " + Math.round(read / MEGABYTE) + " MB"
                + (total > 0 ? " of " + Math.round(total / MEGABYTE) + " MB, " + 100 * read / total + "%" : "");
        if (screen) {
            err.write("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
            shown = text.length();
            err.flush();
        } else {
            err.line(text);
        }
    }

    /** Takes the line away, once the statement is done. */
    void clear() {
        if (shown > 0) {
            err.write("\r" + " ".repeat(shown) + "\r");
            err.flush();
        }
        shown = 0;
        start = -1;
    }
}
