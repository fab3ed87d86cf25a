package llmq.repl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/**
 * Someone at a window of 80 columns and 24 rows, who types key by key and sees what the prompt draws. The window here
 * is so high that nothing leaves it at the top; the prompt takes it for 24 rows.
 */
public final class Sitting implements AutoCloseable {
    public static final int COLUMNS = 80;
    public static final int ROWS = 24;
    private static final String PROMPT = "llmq>";
    private static final int HIGH = 1000;
    private static final int LONGEST = 20_000;
    /** Milliseconds without a change after which a screen is taken for drawn. */
    private static final int QUIET = 700;
    private static final String KILL_LINE = "\u0005\u0015";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LineDisciplineTerminal terminal;
    private Thread thread;

    public Sitting() {
        try {
            terminal = new LineDisciplineTerminal("test", "xterm-256color", written, StandardCharsets.UTF_8,
                    Terminal.SignalHandler.SIG_IGN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.setSize(new Size(COLUMNS, ROWS));
    }

    /** What statements print goes there. */
    public OutputStream screen() {
        return written;
    }

    /** Starts the prompt. */
    public void open(Evaluator evaluator, List<String> banner) {
        thread = new Thread(() -> Terminals.run(terminal, evaluator,
                new PromptSettings(banner, null, false, () -> { })));
        thread.start();
        drawn(QUIET, Sitting::isFree);
    }

    /** Types a text in place of what stands at the prompt. */
    public void type(String keys) {
        try {
            for (byte key : (KILL_LINE + keys).getBytes(StandardCharsets.UTF_8)) {
                terminal.processInputByte(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows stand above the one that is typed on. */
    public int above() {
        List<String> lines = lines();
        int last = lines.size() - 1;
        while (last > 0 && !lines.get(last).startsWith(PROMPT)) {
            last--;
        }
        return last;
    }

    /** The rows from that one on, once they are as expected or change no more. */
    public List<String> from(int row, List<String> expected, boolean answered) {
        Predicate<List<String>> done = lines -> !answered || !thread.isAlive()
                || lines.size() > row + 1 && isFree(lines);
        List<String> all = expected == null ? drawn(QUIET, done)
                : drawn(0, lines -> rest(lines, row, answered).equals(expected) && done.test(lines));
        return rest(all, row, answered);
    }

    private static List<String> rest(List<String> lines, int row, boolean answered) {
        List<String> rest = new ArrayList<>(lines.subList(Math.min(row, lines.size()), lines.size()));
        if (answered && rest.size() > 1 && rest.get(rest.size() - 1).equals(PROMPT)) {
            rest.remove(rest.size() - 1);
        }
        return rest;
    }

    private static boolean isFree(List<String> lines) {
        return !lines.isEmpty() && lines.get(lines.size() - 1).equals(PROMPT);
    }

    /** What is on the screen once it is as wanted and has not changed for so long, or after the longest wait. */
    private List<String> drawn(int quiet, Predicate<List<String>> wanted) {
        long start = System.nanoTime();
        long changed = start;
        int size = -1;
        while (true) {
            if (written.size() != size) {
                size = written.size();
                changed = System.nanoTime();
            }
            long now = System.nanoTime();
            boolean late = now - start > LONGEST * 1_000_000L;
            if (late || now - changed >= quiet * 1_000_000L) {
                List<String> lines = lines();
                if (late || wanted.test(lines)) {
                    return lines;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of the screen, without spaces at their ends and without empty ones beneath. */
    private List<String> lines() {
        ScreenTerminal screen = new ScreenTerminal(COLUMNS, HIGH);
        // As a terminal's line discipline does.
        screen.write(written.toString(StandardCharsets.UTF_8).replaceAll("(?<!\r)\n", "\r\n"));
        long[] cells = new long[COLUMNS * HIGH];
        screen.dump(cells, 0, 0, HIGH, COLUMNS, new int[2]);
        List<String> lines = new ArrayList<>();
        int last = 0;
        for (int row = 0; row < HIGH; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                int character = (int) (cells[row * COLUMNS + column] & 0xffffffL);
                line.appendCodePoint(character == 0 ? ' ' : character);
            }
            String text = line.toString().stripTrailing();
            lines.add(text);
            last = text.isEmpty() ? last : lines.size();
        }
        return lines.subList(0, last);
    }

    /** Leaves the line and the prompt. */
    @Override
    public void close() {
        long end = System.nanoTime() + LONGEST * 1_000_000L;
        while (thread != null && thread.isAlive() && System.nanoTime() < end) {
            type("\u0004");
            try {
                thread.join(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
