package llmq.repl;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import llmq.catalog.Catalog;
import llmq.command.Commands;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.session.KnownNames;
import llmq.session.Preview;
import llmq.session.Session;
import llmq.syntax.Completeness;
import llmq.syntax.Pending;
import llmq.text.Theme;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/**
 * Types 500 keys at the prompt, on a terminal in memory, and prints how long after each the last of the screen was
 * drawn: colours, marks, what the history offers, and the live line, late ones too. Warm, over the catalog.
 *
 * <pre>mvn -q -Pbench test-compile exec:exec@keys</pre>
 */
public final class KeyBenchmark {
    private static final int KEYS = 500;
    private static final int WARM_UP = 4_000;
    /** Nanoseconds without output after which a key is done with. */
    private static final long QUIET = 25_000_000;
    private static final long QUIET_WARM = 1_000_000;
    private static final List<String> TEXTS = List.of(
            "rank models where tokens < 3T by mmlu/flops top 5",
            "list where license != \"mit\" and params < 10B sort by mmlu desc",
            "summarize models where params < 70B show count(), avg(mmlu), max(mmlu) per family",
            "frontier mmlu against flops for models",
            "max(mmlu of models) - mmlu of \"Phi-1.5\"",
            "rank models by tokns / params top 3",
            "fit mmlu on log10(flops) using logistic",
            "let dense = models where params < 20B",
            "list scores where value > 50 | summarize show count()");

    private KeyBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        Drawn drawn = new Drawn();
        LineDisciplineTerminal terminal = new LineDisciplineTerminal("keys", "xterm-256color", drawn,
                StandardCharsets.UTF_8, Terminal.SignalHandler.SIG_IGN);
        terminal.setSize(new Size(120, 40));
        Thread prompt = new Thread(() -> Terminals.run(terminal, new Typist(),
                new PromptSettings(List.of(), null, false, () -> { })));
        prompt.setDaemon(true);
        prompt.start();
        while (drawn.last() == 0) {
            Thread.sleep(10);
        }
        type(terminal, drawn, WARM_UP, QUIET_WARM);
        double[] times = type(terminal, drawn, KEYS, QUIET);
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "milliseconds from key to screen, %d keys:%n", KEYS);
        for (int percent : new int[] {50, 90, 95, 99, 100}) {
            System.out.printf(Locale.ROOT, "%4d %% of keys  %8.2f%n", percent,
                    times[Math.max(0, (int) Math.ceil(KEYS * percent / 100.0) - 1)]);
        }
    }

    /** Milliseconds for each key. */
    private static double[] type(LineDisciplineTerminal terminal, Drawn drawn, int keys, long quiet)
            throws IOException {
        double[] times = new double[keys];
        int typed = 0;
        for (int text = 0; typed < keys; text++) {
            String line = TEXTS.get(text % TEXTS.size());
            for (int i = 0; i < line.length() && typed < keys; i++) {
                long start = System.nanoTime();
                terminal.processInputByte(line.charAt(i));
                times[typed++] = drawn.since(start, quiet) / 1e6;
            }
            // Every other line is run, so that the history has something to offer; the rest is dropped.
            terminal.processInputByte(text % 2 == 0 ? '\r' : 'U' - '@');
            drawn.since(System.nanoTime(), 5 * quiet);
        }
        return times;
    }

    /** The terminal's end: remembers when it was last written to. */
    private static final class Drawn extends OutputStream {
        private volatile long last;

        @Override
        public void write(int value) {
            last = System.nanoTime();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            last = System.nanoTime();
        }

        long last() {
            return last;
        }

        /** How long after the start it was last written to, once nothing more comes. */
        long since(long start, long quiet) {
            long now = System.nanoTime();
            while (last < start && now < start + 20 * quiet || now - last < quiet) {
                Thread.onSpinWait();
                if (now - start > 20_000_000) {
                    Thread.yield();
                }
                now = System.nanoTime();
            }
            return Math.max(0, last - start);
        }
    }

    /** A session at its start. */
    private static final class Typist extends QuietEvaluator {
        private final Session session = Session.start(Catalog.builtIn());
        private final KnownNames names = new KnownNames(session);

        @Override
        public boolean complete(String text) {
            return Completeness.of(text) != Completeness.INCOMPLETE;
        }

        @Override
        public String pending(String text) {
            return Pending.after(text);
        }

        @Override
        public void evaluate(String text, int columns, int lines, Cancel cancel) {
            // Running is not what is timed.
        }

        @Override
        public boolean isCommand(String line) {
            return Commands.isWord(line);
        }

        @Override
        public Theme theme() {
            return Theme.DARK;
        }

        @Override
        public boolean isUnknown(String name) {
            return names.isUnknown(name);
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public Preview.Line live(String text, Cancel cancel) {
            return new Preview(new Engine(1)).of(text, session, cancel);
        }

        @Override
        public void close() {
            // Nothing is kept.
        }

        @Override
        public void report(LlmqException failure) {
            throw failure;
        }

        @Override
        public void crashed(Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }
}
