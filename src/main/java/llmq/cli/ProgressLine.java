package llmq.cli;

import llmq.engine.Cancel;
import llmq.load.LoadProgress;

/**
 * Shows on standard error how far a load has come, when it lasts longer than a second; on a screen also for how long
 * anything else has lasted, so that nobody takes it for dead.
 */
final class ProgressLine implements LoadProgress {
    private static final long FIRST_MILLIS = 1000;
    /** Where the line cannot be written over, a new one is a nuisance more often than this. */
    private static final long LOG_MILLIS = 10_000;
    /** What a line takes: one that is broken by the window cannot be written over. */
    private static final int WIDTH = 40;
    private static final double MEGABYTE = 1e6;

    private final Output err;
    private final World world;
    private final String doing;
    private long start = -1;
    private long last;
    private int shown;
    /** When the statement began, and who runs it: whatever asks it whether to stop tells that time has passed. */
    private long began;
    private long seconds;
    private final Thread thread = Thread.currentThread();

    ProgressLine(Output err, World world) {
        this(err, world, "computing");
    }

    /** @param doing what lasts, in a word or two */
    ProgressLine(Output err, World world, String doing) {
        this.err = err;
        this.world = world;
        this.doing = doing;
        begin();
    }

    /** A statement does. */
    void begin() {
        began = world.clock().millis();
        seconds = 0;
    }

    /** The same, asked by what lasts; where nobody sees a line come and go, it is left out. */
    Cancel watching(Cancel cancel) {
        int columns = world.terminals().columns();
        return world.terminals().err() && (columns == 0 || columns > WIDTH) ? new Watched(cancel) : cancel;
    }

    /** A class and no lambda, of which the first costs a cold start 15 ms on Java 17. */
    private final class Watched implements Cancel {
        private final Cancel cancel;

        Watched(Cancel cancel) {
            this.cancel = cancel;
        }

        @Override
        public boolean requested() {
            if (Thread.currentThread() == thread && start < 0) {
                lasts();
            }
            return cancel.requested();
        }
    }

    private void lasts() {
        long now = (world.clock().millis() - began) / FIRST_MILLIS;
        if (now > seconds) {
            seconds = now;
            show(doing + ": " + now + " s (Ctrl-C stops it)");
        }
    }

    private void show(String text) {
        err.write("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
        shown = text.length();
        err.flush();
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
            show(text);
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
