package llmq.repl;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import llmq.command.Commands;
import llmq.command.Screen;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.session.Correction;
import llmq.session.Preview;
import llmq.syntax.Completeness;
import llmq.text.Theme;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** Someone who types and sees the screen as it is drawn. */
class Typing implements AutoCloseable {
    private static final String CTRL_D = "\u0004";

    final List<String> evaluated = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LineDisciplineTerminal terminal;
    private final Theme theme;
    private final LiveLine.Source preview;
    private final Thread thread;
    volatile boolean vi;
    /** What Tab puts on the empty line. */
    volatile Correction correction;
    /** What happens while a statement runs. */
    volatile Runnable meanwhile = () -> { };
    private int columns;
    private int rows;

    Typing(String type, int columns, int rows, Theme theme, Path history) {
        this(type, columns, rows, theme, history, null);
    }

    /** @param preview what stands beneath the prompt; {@code null} for nothing */
    Typing(String type, int columns, int rows, Theme theme, Path history, LiveLine.Source preview) {
        this.preview = preview;
        this.columns = columns;
        this.rows = rows;
        this.theme = theme;
        try {
            terminal = new LineDisciplineTerminal("test", type, written, StandardCharsets.UTF_8,
                    Terminal.SignalHandler.SIG_IGN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.setSize(new Size(columns, rows));
        PromptSettings settings = new PromptSettings(List.of(), history, false, () -> { });
        thread = new Thread(() -> Terminals.run(terminal, new Answers(), settings));
        thread.start();
        awaitText("llmq> ");
    }

    void type(String keys) {
        try {
            for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
                terminal.processInputByte(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void resize(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        terminal.setSize(new Size(columns, rows));
        terminal.raise(Terminal.Signal.WINCH);
    }

    /** What comes of a change of the window's size, when that is done: a signal has a thread of its own, and may be late. */
    Runnable resizing(int newColumns, int newRows) {
        Terminal.SignalHandler line = terminal.handle(Terminal.Signal.WINCH, Terminal.SignalHandler.SIG_IGN);
        terminal.handle(Terminal.Signal.WINCH, line);
        return () -> {
            columns = newColumns;
            rows = newRows;
            terminal.setSize(new Size(columns, rows));
            line.handle(Terminal.Signal.WINCH);
        };
    }

    /** All that was written, escape sequences and all. */
    String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /** What a window of this size shows of it, without spaces at line ends and empty lines at the end. */
    String screen() {
        ScreenTerminal screen = new ScreenTerminal(columns, rows);
        // As a terminal's line discipline does.
        screen.write(written().replaceAll("(?<!\r)\n", "\r\n"));
        long[] cells = new long[columns * rows];
        screen.dump(cells, 0, 0, rows, columns, new int[2]);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                int character = (int) (cells[row * columns + column] & 0xffffffL);
                line.appendCodePoint(character == 0 ? ' ' : character);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    void awaitText(String text) {
        await(() -> written().contains(text));
    }

    void awaitScreen(String expected) {
        await(() -> screen().equals(expected));
    }

    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain; evaluated " + evaluated + ", on the screen:\n" + screen());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Leaves the line and the prompt. */
    @Override
    public void close() {
        type("\u0003");
        long end = System.nanoTime() + 20_000_000_000L;
        while (thread.isAlive() && System.nanoTime() < end) {
            type(CTRL_D);
            try {
                thread.join(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A session that does nothing. */
    private final class Answers extends QuietEvaluator {
        @Override
        public boolean isComplete(String text) {
            return Completeness.of(text) != Completeness.INCOMPLETE;
        }

        @Override
        public void evaluate(String text, int width, int lines, Cancel cancel) {
            meanwhile.run();
            evaluated.add(text);
        }

        @Override
        public boolean isCommand(String line) {
            return Commands.isWord(line);
        }

        @Override
        public boolean isNamedCommand(String line) {
            return Commands.isNamed(line);
        }

        @Override
        public boolean command(String line, Screen screen, Cancel cancel) {
            evaluated.add(line);
            return false;
        }

        @Override
        public Theme theme() {
            return Typing.this.theme;
        }

        @Override
        public Correction correction() {
            return correction;
        }

        @Override
        public boolean isVi() {
            return vi;
        }

        @Override
        public boolean isLive() {
            return preview != null;
        }

        @Override
        public Preview.Line live(String text, Cancel cancel) {
            return preview.of(text, cancel);
        }

        @Override
        public boolean isUnknown(String name) {
            return name.startsWith("x");
        }

        @Override
        public void report(LlmqException failure) {
            evaluated.add(failure.toString());
        }

        @Override
        public void crashed(Throwable fault) {
            evaluated.add(fault.toString());
        }

        @Override
        public void close() {
            // Nothing is kept.
        }
    }
}
