package llmq.repl;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import llmq.engine.Cancel;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * Ctrl-C while something runs. The first press asks that to stop; where it does not, the second warns, and the third
 * ends llmq.
 */
final class Interrupts implements Cancel, SignalHandler {
    private static final int IMPATIENT = 3;

    private final AtomicInteger presses = new AtomicInteger();
    private final Runnable warning;
    private final Runnable abort;

    /** @param warning says that the next press ends llmq; @param abort ends the process at once */
    Interrupts(Runnable warning, Runnable abort) {
        this.warning = warning;
        this.abort = abort;
    }

    /** Does some work; without a handler, Ctrl-C would end the process while JLine holds the terminal. */
    void during(Terminal terminal, Consumer<Cancel> work) {
        SignalHandler before = terminal.handle(Signal.INT, this);
        try {
            work.accept(this);
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    @Override
    public void handle(Signal signal) {
        int count = presses.incrementAndGet();
        if (count == IMPATIENT - 1) {
            warning.run();
        } else if (count >= IMPATIENT) {
            abort.run();
        }
    }

    @Override
    public boolean requested() {
        return presses.get() > 0;
    }
}
