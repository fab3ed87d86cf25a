package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.complete.Completer;
import llmq.complete.Completion;
import llmq.complete.Files;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.session.Session;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Presses Tab at a terminal, and looks at the screen and at what is run. */
@Timeout(60)
class OfferingTest {
    private static final int COLUMNS = 72;
    private static final int ROWS = 24;

    /** Keys, a ⇥ for Tab, a ← for an arrow, a ↵ for Enter; then what is run. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ran⇥mod⇥by mmlu_⇥                | rank models by mmlu_pro
            RAN⇥models by mmlu               | rank models by mmlu
            rank models by log10(fl⇥ps)      | rank models by log10(flops)
            rank models by MM⇥_pro           | rank models by mmlu_pro
            rank models by mmlu/flops_6nd_⇥  | rank models by mmlu/flops_6nd_total
            rank models by sq⇥mmlu)          | rank models by sqrt(mmlu)
            list models where family = 'dbr⇥ | list models where family = 'DBRX'
            list models where family = dbr⇥  | list models where family = "DBRX"
            mmlu of dbrx⇥                    | mmlu of "DBRX Base"
            compare "dbrx⇥                   | compare "DBRX Base"
            rank modls by mmlu_⇥             | rank modls by mmlu_pro
            rank mode by mmlu←←←←←←←←⇥       | rank models by mmlu
            rank models by mmlu ←⇥           | rank models by mmlu
            list nosuch where zzz⇥           | list nosuch where zzz
            fault⇥                           | fault
            rank models by mm⇥⇥⇥↵            | rank models by mmlu
            rank models by mm⇥⇥⇥⇥↵           | rank models by mmlu_pro
            rank models by re⇥⇥↵             | rank models by released
            rank models by re⇥⇥⇥↵            | rank models by residual(
            rank models by MMLU⇥⇥⇥↵          | rank models by mmlu
            rank models by mmlu⇥⇥⇥⇥↵         | rank models by mmlu_pro
            rank models by m⇥mlu⇥⇥⇥↵         | rank models by mmlu
            rank models by mm⇥⇥⇥↵⇥top 3      | rank models by mmlu top 3
            rank models by mmlu_⇥⇥top 3      | rank models by mmlu_pro top 3
            ran⇥⇥mod⇥by mmlu                 | rank models by mmlu
            rank models by mmlu_⇥⇥⇥↵         | rank models by mmlu_pro where
            rank models by mmlu_pro⇥⇥⇥⇥↵     | rank models by mmlu_pro where
            ⇥⇥↵models                        | list models
            list mod⇥⇥⇥↵open                 | list models where open
            mmlu of mixt⇥7⇥                  | mmlu of "Mixtral 8x7B v0.1"
            """)
    void tabCompletes(String keys, String expected) {
        Typist typist = new Typist();
        typist.type(keys.replace('⇥', '\t').replace("←", "\u001bOD").replace('↵', '\r') + "\r");
        typist.awaitRun();
        typist.leave();
        assertEquals(List.of(expected), typist.evaluated);
    }

    @Test
    void listsWhatMayStandThereWithItsMeaning() {
        Typist typist = new Typist();
        typist.type("rank models by arc\t");
        assertEquals("""
                llmq> rank models by arc
                architecture text · known for N of N
                arc_c % · known for N of N""", typist.screen("arc_c % · known for N of N"));
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void listsByGroups() {
        Typist typist = new Typist();
        typist.type("rank models by f\t");
        assertEquals("""
                llmq> rank models by f
                fields
                family text · known for N of N
                flops FLOP · known for N of N
                flops_reported FLOP · known for N of N
                flops_6nd FLOP · known for N of N
                flops_6nd_total FLOP · known for N of N
                functions
                floor(x) greatest whole number that is at most x
                words
                false""", typist.screen("\nfalse"));
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void clausesComeBeforeOperators() {
        Typist typist = new Typist();
        typist.type("rank models by mmlu \t");
        assertEquals("""
                llmq> rank models by mmlu
                words
                where only rows of which something is true
                per one result for each value of something
                top the first so many rows
                show the columns to show
                asc least first
                desc greatest first
                with intervals: the ranks that rows may have
                operators and signs
                and in is | != < - ^
                or between of , <= > *
                not like ; = >= + /""", typist.screen("\nnot"));
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void leavesFunctionsOutWhereThereIsNoRoom() {
        Typist typist = new Typist();
        typist.type("rank scores where \t");
        assertEquals("""
                llmq> rank scores where
                fields
                model text · known for N of N
                model_id text · known for N of N
                benchmark text · known for N of N
                score % · known for N of N
                shots a number · known for N of N
                kind text · known for N of N
                source text · known for N of N
                chance % · known for N of N
                max % · known for N of N
                chosen true or false · known for N of N
                confirmed true or false · known for N of N
                words
                not the contrary
                true
                false
                (
                -""", typist.screen("\n-"));
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void aListShowsWhatStillFitsWhileOneTypesOn() {
        Typist typist = new Typist();
        typist.type("rank models by ar\t");
        typist.screen("\narena_elo");
        typist.type("c");
        assertEquals("""
                llmq> rank models by arc
                architecture text · known for N of N
                arc_c % · known for N of N""", typist.screenWithout("arena_elo"));
        typist.type(" ");
        assertEquals("llmq> rank models by arc", typist.screenWithout("arc_c"));
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void beginsWithWhatAStatementBeginsWith() {
        Typist typist = new Typist();
        typist.type("\t");
        String seen = typist.screen("/help");
        assertTrue(seen.startsWith("llmq>\nlist rows as they stand\nrank rows in order, numbered;")
                && seen.endsWith("\n/ a command: /help, /list, /set, …") && !seen.contains("mmlu of"), seen);
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void wordsThatFollowAreToldOf() {
        Typist typist = new Typist();
        typist.type("rank models \t");
        assertEquals("""
                llmq> rank models
                where only rows of which something is true
                by what to order by
                per one result for each value of something
                top the first so many rows
                show the columns to show
                with intervals: the ranks that rows may have
                + with the rows of another table""", typist.screen("another table"));
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void nobodyIsAskedWhetherToSeeWhatHasNoRoom() {
        Typist typist = new Typist();
        typist.type("compare \t");
        String seen = typist.screen("more: type on, or Tab");
        assertEquals(ROWS - 1, seen.lines().count(), seen);
        assertTrue(seen.lines().toList().get(ROWS - 2).matches("… \\d+ more: type on, or Tab"), seen);
        typist.type("\t");
        String menu = typist.screen("more: Tab, or the arrows");
        assertEquals(ROWS - 1, menu.lines().count(), menu);
        typist.type("\u0003");
        typist.leave();
    }

    @Test
    void tabAfterAWholeWordTellsOfItPageByPage() {
        Typist typist = new Typist();
        typist.type("rank models by mmlu_pro\t");
        assertEquals("""
                on mmlu_pro, 72 columns
                llmq> rank models by mmlu_pro""", typist.screen("on mmlu_pro"));
        typist.type("\u0015list models\t");
        String first = typist.screen("more lines");
        assertTrue(first.contains("mmlu_pro, 72 columns\n\nline 1\n")
                && first.endsWith("line 18\n... 17 more lines: Tab shows them\nllmq> list models"), first);
        typist.type("\t");
        String second = typist.screen("line 35\nllmq>");
        assertTrue(second.endsWith("line 34\nline 35\nllmq> list models"), second);
        typist.type("\t\t");
        typist.screen("\nwhere");
        typist.type("\u0003");
        typist.leave();
    }

    private static final class Typist extends QuietEvaluator {
        private final List<String> evaluated = Collections.synchronizedList(new ArrayList<>());
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final Completer completer = new Completer(Session.start(Catalog.builtIn()), Files.NONE);
        private final LineDisciplineTerminal terminal;
        private final Thread thread;

        Typist() {
            try {
                terminal = new LineDisciplineTerminal("test", "xterm", written, StandardCharsets.UTF_8,
                        Terminal.SignalHandler.SIG_IGN);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            terminal.setSize(new Size(COLUMNS, ROWS));
            thread = new Thread(() -> Terminals.run(terminal, this, new PromptSettings(List.of(), null, false,
                    () -> { })));
            thread.start();
            screen("llmq>");
        }

        void type(String keys) {
            try {
                for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
                    terminal.processInputByte(key);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void leave() {
            long end = System.nanoTime() + 20_000_000_000L;
            while (thread.isAlive()) {
                // A key that comes before the prompt is there may be lost.
                type("\u0004");
                pause(end);
            }
        }

        void awaitRun() {
            long end = System.nanoTime() + 20_000_000_000L;
            while (evaluated.isEmpty()) {
                pause(end);
            }
        }

        private void pause(long end) {
            if (System.nanoTime() > end) {
                fail("waited in vain: " + drawn());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What is seen, once some text is. */
        String screen(String awaited) {
            long end = System.nanoTime() + 20_000_000_000L;
            String seen = drawn();
            while (!seen.contains(awaited)) {
                pause(end);
                seen = drawn();
            }
            return seen;
        }

        /** What is seen, once some text no longer is. */
        String screenWithout(String awaited) {
            long end = System.nanoTime() + 20_000_000_000L;
            while (drawn().contains(awaited)) {
                pause(end);
            }
            return drawn();
        }

        private String drawn() {
            ScreenTerminal drawing = new ScreenTerminal(COLUMNS, ROWS);
            drawing.write(written.toString(StandardCharsets.UTF_8).replaceAll("(?<!\r)\n", "\r\n"));
            long[] cells = new long[COLUMNS * ROWS];
            drawing.dump(cells, 0, 0, ROWS, COLUMNS, new int[2]);
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < ROWS; row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < COLUMNS; column++) {
                    line.append((char) (cells[row * COLUMNS + column] & 0xFFFF));
                }
                // How wide the columns are is JLine's affair.
                text.append(line.toString().strip().replaceAll(" +", " ")).append('\n');
            }
            // The catalog grows.
            return text.toString().strip().replaceAll("known for \\d+ of \\d+", "known for N of N");
        }

        @Override
        public String page(String text, int caret, int columns, int rows) {
            String topic = completer.topic(text, caret);
            StringBuilder page = new StringBuilder();
            for (int line = 1; "models".equals(topic) && line <= 35; line++) {
                page.append("line ").append(line).append('\n');
            }
            return topic == null ? null : page.isEmpty() ? "on " + topic + ", " + columns + " columns\n"
                    : page.toString();
        }

        @Override
        public Completion completion(String text, int caret) {
            if (text.startsWith("fault")) {
                throw new IllegalStateException("a bug");
            }
            return completer.complete(text, caret);
        }

        @Override
        public void evaluate(String text, int columns, int lines, Cancel cancel) {
            evaluated.add(text.stripTrailing());
        }

        @Override
        public boolean isCommand(String line) {
            return false;
        }

        @Override
        public void close() {
        }

        @Override
        public void report(LlmqException failure) {
            evaluated.add(failure.getMessage());
        }

        @Override
        public void crashed(Throwable fault) {
            evaluated.add(fault.toString());
        }
    }
}
