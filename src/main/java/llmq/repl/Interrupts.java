package llmq.repl;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import llmq.engine.Cancel;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * Ctrl-C while something runs. The first press asks that to stop; where it does not, the second warns, and one more
 * that comes after the warning can have been read ends llmq.
 */
final class Interrupts implements Cancel, SignalHandler {
    /** Presses that came before the warning was seen, in a burst or from a key held down, are none of "once more". */
    private static final long SEEN_NANOS = 300_000_000;

    private final AtomicInteger presses = new AtomicInteger();
    private final Runnable warning;
    private final Runnable abort;
    private final LongSupplier nanos;
    private long warned;

    /** @param warning says that the next press ends llmq; @param abort ends the process at once */
    Interrupts(Runnable warning, Runnable abort) {
        this(warning, abort, System::nanoTime);
    }

    /** The same by another clock. */
    Interrupts(Runnable warning, Runnable abort, LongSupplier nanos) {
        this.warning = warning;
        this.abort = abort;
        this.nanos = nanos;
    }

    /** Does some work; without a handler, Ctrl-C would end the process while JLine holds the terminal. */
    void during(Terminal terminal, Consumer<Cancel> work) {
        SignalHandler before = terminal.handle(Signal.INT, this);
        if (Thread.interrupted()) {
            // Pressed as the line was left: JLine's sign of it would close the next file that is written.
            presses.incrementAndGet();
        }
        try {
            work.accept(this);
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    @Override
    public void handle(Signal signal) {
        int count = presses.incrementAndGet();
        if (count == 2) {
            warning.run();
            warned = nanos.getAsLong();
        } else if (count > 2 && nanos.getAsLong() - warned >= SEEN_NANOS) {
            abort.run();
        }
    }

    @Override
    public boolean requested() {
        return presses.get() > 0;
    }
}
