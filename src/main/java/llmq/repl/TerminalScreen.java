package llmq.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.command.Screen;
import org.jline.builtins.Nano;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** The terminal as commands see it. */
final class TerminalScreen implements Screen {
    private final Terminal terminal;
    private final LineReader reader;
    /** Where the history of this session begins. */
    private final int start;

    TerminalScreen(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
        // The first line would do it otherwise, and then count among those of before.
        reader.getHistory().attach(reader);
        this.start = reader.getHistory().last() + 1;
    }

    @Override
    public int columns() {
        return terminal.getWidth();
    }

    @Override
    public int rows() {
        return terminal.getHeight();
    }

    @Override
    public boolean isWhole() {
        return !terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    public List<String> history(boolean all) {
        History history = reader.getHistory();
        List<String> entries = new ArrayList<>();
        for (History.Entry entry : history) {
            if (all || entry.index() >= start) {
                entries.add(entry.line());
            }
        }
        return entries;
    }

    @Override
    public int lend(List<String> program) throws IOException {
        Attributes before = terminal.getAttributes();
        // Ctrl-C is for the other program.
        SignalHandler handler = terminal.handle(Signal.INT, signal -> { });
        try {
            return new ProcessBuilder(program).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            terminal.handle(Signal.INT, handler);
            terminal.setAttributes(before);
        }
    }

    @Override
    public boolean edit(Path file) throws IOException {
        Nano nano = new Nano(terminal, file.getParent());
        nano.open(file.toString());
        nano.run();
        return true;
    }
}
