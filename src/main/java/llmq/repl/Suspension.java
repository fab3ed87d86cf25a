package llmq.repl;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * Ctrl-Z: stops the process as it would any other, but gives the shell its terminal back as it was. Not every shell
 * sees to that itself, and one that reads from a terminal which does not wait for input takes that for its end.
 */
final class Suspension implements SignalHandler {
    private final Terminal terminal;
    private final Attributes usual;

    private Suspension(Terminal terminal) {
        this.terminal = terminal;
        this.usual = terminal.getAttributes();
    }

    /** To be called before anything changes how the terminal behaves. */
    static void allow(Terminal terminal) {
        terminal.handle(Signal.TSTP, new Suspension(terminal));
    }

    @Override
    public void handle(Signal signal) {
        Attributes before = terminal.getAttributes();
        terminal.setAttributes(usual);
        terminal.handle(Signal.TSTP, SignalHandler.SIG_DFL);
        raise();
        // From here on the shell has let it go on. Where no shell could, the system has passed the signal over.
        terminal.handle(Signal.TSTP, this);
        terminal.setAttributes(before);
    }

    private static void raise() {
        try {
            new ProcessBuilder("kill", "-TSTP", Long.toString(ProcessHandle.current().pid()))
                    .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            // Then it cannot be stopped, and goes on.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
