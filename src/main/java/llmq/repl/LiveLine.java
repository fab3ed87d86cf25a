package llmq.repl;

import java.util.Objects;
import llmq.engine.Cancel;
import llmq.session.Preview;

/**
 * Finds in a thread of its own what to say of the text at the prompt, so that no key has to wait for it. What is
 * found at once is drawn with the key; what takes longer is drawn when it is there.
 */
final class LiveLine {

    /** Says what a text would give; {@code null} for nothing. */
    interface Source {
        Preview.Line of(String text, Cancel cancel);
    }

    /** Milliseconds that the drawing of a key waits. */
    private static final long PATIENCE = 2;
    /** Nanoseconds after which no line is worth the work. */
    private static final long LONGEST = 150_000_000;
    /** Milliseconds after which the thread ends, if no key comes. */
    private static final long IDLE = 5_000;

    private final Source source;
    private final Runnable redraw;
    /** The text whose line is sought; {@code null} for none. */
    private String sought;
    private String found;
    private Preview.Line line;
    /** The text that the line was told of. */
    private String basis = "";
    private boolean running;
    /** Whether the key was drawn without the line of its text. */
    private boolean late;

    /** @param redraw draws the prompt again, and does nothing where none is open */
    LiveLine(Source source, Runnable redraw) {
        this.source = source;
        this.redraw = redraw;
    }

    /** The line of this text; of the one before where it is not found yet, or where that holds as long as it goes on. */
    synchronized Preview.Line of(String text) {
        if (!text.equals(found) && !text.equals(sought)) {
            sought = text;
            if (!running) {
                running = true;
                Thread thread = new Thread(this::work, "llmq live line");
                thread.setDaemon(true);
                thread.start();
            }
            notifyAll();
            long end = System.nanoTime() + PATIENCE * 1_000_000;
            try {
                for (long rest = PATIENCE; rest > 0 && !text.equals(found);
                        rest = (end - System.nanoTime()) / 1_000_000) {
                    wait(rest);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        late = !text.equals(found);
        return line;
    }

    /** The text is gone. */
    synchronized void stop() {
        sought = null;
        found = null;
        line = null;
        late = false;
        notifyAll();
    }

    private void work() {
        String text = next();
        while (text != null) {
            String asked = text;
            long end = System.nanoTime() + LONGEST;
            Preview.Line told;
            try {
                told = source.of(asked, () -> System.nanoTime() > end || !isSought(asked));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // What is wrong shows when the text is run.
                told = null;
            }
            if (keep(asked, told)) {
                redraw.run();
            }
            text = next();
        }
    }

    private synchronized boolean isSought(String text) {
        return Objects.equals(text, sought);
    }

    /** @return whether the prompt has to be drawn again for it */
    private synchronized boolean keep(String text, Preview.Line told) {
        if (!isSought(text)) {
            return false;
        }
        Preview.Line last = line;
        if (told == null || !told.isSame()) {
            line = told;
            basis = text;
        } else if (line != null && (line.kind() == Preview.Kind.ERROR || !text.startsWith(basis)
                && !basis.startsWith(text))) {
            line = null;
        }
        boolean changed = !Objects.equals(line, last);
        found = text;
        sought = null;
        notifyAll();
        return late && changed;
    }

    /** The next text; {@code null} where none comes for long, and the thread is to end. */
    private synchronized String next() {
        long end = System.nanoTime() + IDLE * 1_000_000;
        while (sought == null) {
            long rest = (end - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                running = false;
                return null;
            }
            try {
                wait(rest);
            } catch (InterruptedException e) {
                running = false;
                return null;
            }
        }
        return sought;
    }
}
