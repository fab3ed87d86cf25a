package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import llmq.command.Commands;
import llmq.command.Screen;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types at a terminal and looks at what the prompt asks to be run. */
@Timeout(60)
class PromptTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001b[A";
    private static final String PASTE = "\u001b[200~";
    private static final String PASTED = "\u001b[201~";

    @TempDir
    Path folder;

    /** Keys for one reading, a tilde for Enter; then what is run, a tilde for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            list models~                    | list models
            rank models by~mmlu~            | rank models by~mmlu
            rank models by~~                | rank models by~
            list where license != "mit"~    | list where license != "mit"
            list where name = 'a\\b!!'~     | list where name = 'a\\b!!'
            broken question~                | broken question
            """)
    void runsWhatIsTyped(String keys, String expected) {
        Typist typist = new Typist("ansi");
        typist.type(keys.replace('~', '\r'));
        typist.await(() -> typist.evaluated.size() == 1);
        typist.leave();
        assertEquals(List.of(expected.replace('~', '\n')), typist.evaluated);
    }

    /** Enter on the empty line does what waits for it, and nothing where nothing waits. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ~lesson~~  ~list~     | lesson / goes on, 80x24 / goes on, 80x24 / list
            lesson~rank by~~      | lesson / rank by
            """)
    void enterGoesOn(String keys, String expected) {
        List<String> texts = List.of(expected.split(" / "));
        for (String type : List.of("xterm", "dumb")) {
            Typist typist = new Typist(type);
            typist.type(keys.replace('~', '\r'));
            typist.await(() -> typist.evaluated.size() == texts.size());
            typist.leave();
            assertEquals(texts, typist.evaluated.stream().map(String::strip).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"rank models by, by WHAT ...> ", "rank broken by, ' ...> '"})
    void saysWhatTheNextLineWaitsFor(String keys, String prompt) {
        Typist typist = new Typist("ansi");
        typist.type(keys + "\r");
        typist.await(() -> typist.screen().contains(" ...> "));
        assertTrue(typist.screen().contains("\n" + prompt), typist.screen());
        typist.type("mmlu\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.leave();
        assertEquals(List.of(keys + "\nmmlu"), typist.evaluated);
    }

    /** A command in the middle of a statement, which is then gone on with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            rank models by~/vars~mmlu~      | command /vars, 80 wide / rank models by~mmlu
            rank models by~/vars -all~mmlu~ | command /vars -all, 80 wide / rank models by~mmlu
            """)
    void aCommandInAStatementIsNoPartOfIt(String keys, String expected) {
        Typist typist = new Typist("xterm");
        List<String> texts = List.of(expected.replace('~', '\n').split(" / "));
        for (String line : keys.split("~")) {
            int screen = typist.screen().length();
            typist.type(line + "\r");
            typist.await(() -> typist.screen().substring(screen).contains("> ") || typist.evaluated.size() == texts.size());
        }
        typist.await(() -> typist.evaluated.size() == texts.size());
        typist.leave();
        assertEquals(texts, typist.evaluated);
    }

    /** What would turn the direction of writing, or be a command to the terminal, is run as typed but never drawn. */
    @Test
    void whatIsTypedIsNoCommandToTheTerminal() {
        Typist typist = new Typist("xterm");
        typist.type("list \u202ex \u009b2J y\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.leave();
        assertEquals(List.of("list \u202ex \u009b2J y"), typist.evaluated);
        assertEquals(-1, typist.screen().indexOf('\u202e'), typist.screen());
        assertEquals(-1, typist.screen().indexOf('\u009b'), typist.screen());
    }

    @ParameterizedTest
    @CsvSource({"help + 1", "exit;;", "helpful", "list models; help"})
    void aWordIsNoCommandBesideOthers(String keys) {
        Typist typist = new Typist("ansi");
        typist.type(keys + "\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.leave();
        assertEquals(List.of(keys), typist.evaluated);
    }

    /** A kind of terminal; keys, a tilde for Enter and angles around a paste; what is run, then what history keeps. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            xterm | <list models~list hardware>~                          | list models / list hardware
            xterm | <list models~list hardware~>~                         | list models / list hardware
            xterm | <llmq> list~$1~4 rows~llmq> 1 + 1~$2 = 2>~            | list / 1 + 1
            xterm | rank <llmq> models>~                                  | rank models
            xterm | <# not typed>~                                        | # not typed
            xterm | <llmq> list by~ ...> mmlu~4 rows~llmq> /vars>~        | list by~mmlu / command /vars, 80 wide
            xterm | <llmq> list~llmq> rank by> mmlu~                      | list / rank by mmlu
            xterm | <llmq> list~llmq> rank by>~mmlu~                      | list / rank by~mmlu
            ansi  | llmq> list~4 rows~note: (~llmq> 1 + 1~$2 = 2~         | list / 1 + 1
            ansi  | llmq> list~4 rows~llmq> rank~                         | list / rank
            dumb  | llmq> list~4 rows~llmq> rank~                         | list / rank
            """)
    void runsWhatIsPasted(String type, String keys, String expected) throws Exception {
        List<String> texts = new ArrayList<>();
        for (String text : expected.split(" / ")) {
            texts.add(text.replace('~', '\n'));
        }
        Typist typist = new Typist(type);
        typist.type(keys.replace('~', '\r').replaceAll("(?s)^(.*?)<(.*)>", "$1" + PASTE + "$2" + PASTED));
        typist.await(() -> typist.evaluated.size() == texts.size());
        typist.leave();
        assertEquals(texts, typist.evaluated);
        assertEquals(texts.size(), Files.readAllLines(folder.resolve("state/history")).size());
    }

    @Test
    void ctrlCDropsWhatWasPastedAfterwards() {
        Typist typist = new Typist("xterm");
        typist.type(PASTE + "wait\nlist models\nlist hardware" + PASTED + "\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.type(CTRL_C);
        typist.await(() -> typist.reported.size() == 1);
        typist.leave();
        assertEquals(List.of("wait"), typist.evaluated);
    }

    @ParameterizedTest
    @CsvSource({"ansi", "dumb", "xterm-256color"})
    void ctrlCDropsTheLineAtThePrompt(String type) {
        Typist typist = new Typist(type);
        typist.type("list mod");
        typist.type(CTRL_C);
        typist.awaitPrompt(2);
        typist.type("list hardware\r");
        typist.leave();
        assertEquals(List.of("list hardware"), typist.evaluated);
    }

    @ParameterizedTest
    @CsvSource({"ansi", "dumb"})
    void ctrlCCancelsAStatementAndTheSessionGoesOn(String type) {
        Typist typist = new Typist(type);
        typist.type("wait\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.type(CTRL_C);
        typist.awaitPrompt(2);
        typist.type("list models\r");
        typist.leave();
        assertEquals(List.of("wait", "list models"), typist.evaluated);
        assertEquals(List.of("E203 the statement was cancelled"), typist.reported);
        assertEquals(0, typist.aborts);
    }

    @Test
    void ctrlCThreeTimesEndsWhatDoesNotStop() {
        Typist typist = new Typist("ansi");
        typist.type("deaf\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.type(CTRL_C);
        assertFalse(typist.screen().contains("once more"));
        typist.type(CTRL_C);
        typist.await(() -> typist.screen().contains(
                "the statement is being stopped; Ctrl-C once more ends llmq, and all names and results with it"));
        assertEquals(0, typist.aborts);
        // A press that comes before the warning can have been read is none of those.
        typist.await(() -> {
            typist.type(CTRL_C);
            return typist.aborts > 0;
        });
        typist.leave();
    }

    @Test
    void aCrashDoesNotEndTheSession() {
        Typist typist = new Typist("ansi");
        typist.type("crash\r");
        typist.awaitPrompt(2);
        typist.type("list models\r");
        typist.leave();
        assertEquals(List.of("crash", "list models"), typist.evaluated);
        assertEquals(List.of("java.lang.IllegalStateException: a bug"), typist.reported);
    }

    @ParameterizedTest
    @CsvSource({"/exit", "exit", "quit", "quit;", "quit()", "/quit", "' exit ; '", "' /exit  '"})
    void leaves(String keys) {
        Typist typist = new Typist("ansi");
        typist.type(keys + "\r");
        typist.await(() -> !typist.thread.isAlive());
        assertEquals(List.of(), typist.evaluated);
    }

    @ParameterizedTest
    @CsvSource({"/list", "help", "help;", "help fit", "?fit", "help(fit)", "help $2", "'  /save  x  '"})
    void handsCommandsOn(String keys) {
        Typist typist = new Typist("ansi");
        typist.type(keys + "\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.leave();
        assertEquals(List.of("command " + keys.strip() + ", 80 wide"), typist.evaluated);
    }

    @Test
    void ctrlCCancelsACommand() {
        Typist typist = new Typist("ansi");
        typist.type("/wait\r");
        typist.await(() -> typist.evaluated.size() == 1);
        typist.type(CTRL_C);
        typist.awaitPrompt(2);
        typist.leave();
        assertEquals(List.of("E203 the statement was cancelled"), typist.reported);
    }

    /** A prompt; what stands before a further line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ^llmq> ^          | ^ ...> ^
            ^? ^              | ^> ^
            ^50 % of models ^ | ^          ...> ^
            """)
    void thePromptIsASetting(String prompt, String more) {
        Typist typist = new Typist("ansi", prompt);
        typist.type("rank models by\r");
        typist.await(() -> typist.screen().contains("\nby WHAT" + more));
        typist.type("mmlu\r");
        typist.leave();
        assertEquals(List.of("rank models by\nmmlu"), typist.evaluated);
    }

    @Test
    void theHistoryOfASessionBeginsWithIt() {
        Typist first = new Typist("ansi");
        first.type("list models\r");
        first.leave();
        Typist second = new Typist("ansi");
        second.type("list hardware\r/history\r");
        second.leave();
        assertEquals(List.of("list hardware", "[list hardware, /history] of [list models, list hardware, /history]"),
                second.evaluated);
    }

    @Test
    void theEndIsHeardOf() {
        Typist typist = new Typist("ansi");
        typist.leave();
        assertEquals(1, typist.closed);
    }

    @Test
    void keepsOneEntryPerStatementWithItsLayout() throws Exception {
        Typist first = new Typist("ansi");
        first.type("rank models by\r  mmlu\r");
        first.leave();
        Typist second = new Typist("ansi");
        second.type(UP + "\r");
        second.leave();
        assertEquals(List.of("rank models by\n  mmlu"), second.evaluated);
        assertEquals(1, Files.readAllLines(folder.resolve("state/history")).size());
    }

    @Test
    void goesOnWithoutHistoryWhereItCannotBeKept() throws Exception {
        Files.createFile(folder.resolve("state"));
        Typist typist = new Typist("dumb");
        typist.type("list models\r");
        typist.leave();
        assertEquals(List.of("list models"), typist.evaluated);
        assertTrue(typist.screen().contains("history is not kept: "), typist.screen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3         | is not UTF-8 text
            6_000_000 | is too large
            """)
    void leavesAHistoryThatIsNoneAlone(String size, String trouble) throws Exception {
        byte[] other = new byte[Integer.parseInt(size.replace("_", ""))];
        Arrays.fill(other, (byte) 0xFF);
        Path history = Files.createDirectory(folder.resolve("state")).resolve("history");
        Files.write(history, other);
        Typist typist = new Typist("dumb");
        typist.type("list models\r");
        typist.leave();
        assertEquals(List.of("list models"), typist.evaluated);
        assertTrue(typist.screen().contains("history is not kept: " + history + " " + trouble), typist.screen());
        assertArrayEquals(other, Files.readAllBytes(history));
    }

    /** Someone at a terminal. */
    private final class Typist extends QuietEvaluator {
        private final List<String> evaluated = Collections.synchronizedList(new ArrayList<>());
        private final List<String> reported = Collections.synchronizedList(new ArrayList<>());
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final LineDisciplineTerminal terminal;
        private final Thread thread;
        private volatile int aborts;
        private volatile int closed;
        private final String prompt;

        Typist(String type) {
            this(type, "llmq> ");
        }

        Typist(String type, String prompt) {
            this.prompt = prompt;
            try {
                terminal = new LineDisciplineTerminal("test", type, written, StandardCharsets.UTF_8,
                        Terminal.SignalHandler.SIG_IGN);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            terminal.setSize(new org.jline.terminal.Size(80, 24));
            PromptSettings settings = new PromptSettings(List.of("banner"), folder.resolve("state/history"),
                    false, () -> aborts++);
            thread = new Thread(() -> Terminals.run(terminal, this, settings));
            thread.start();
            awaitPrompt(1);
        }

        void type(String keys) {
            try {
                for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
                    terminal.processInputByte(key);
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Ends the session by Ctrl-D, once the prompt waits. */
        void leave() {
            await(() -> thread.getState() != Thread.State.RUNNABLE && reading());
            type(CTRL_D);
            await(() -> !thread.isAlive());
        }

        private boolean reading() {
            for (StackTraceElement frame : thread.getStackTrace()) {
                if (frame.getMethodName().equals("readLine")) {
                    return true;
                }
            }
            return !thread.isAlive();
        }

        String screen() {
            return written.toString(StandardCharsets.UTF_8);
        }

        private int prompts() {
            return screen().split(Pattern.quote(prompt), -1).length - 1;
        }

        void awaitPrompt(int count) {
            await(() -> prompts() >= count);
        }

        void await(BooleanSupplier condition) {
            long end = System.nanoTime() + 20_000_000_000L;
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    fail("waited in vain; evaluated " + evaluated + ", on the screen: " + screen());
                }
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public boolean isComplete(String text) {
            if (text.startsWith("broken")) {
                throw new IllegalStateException("a bug");
            }
            return !text.stripTrailing().endsWith(" by");
        }

        @Override
        public String pending(String text) {
            if (text.startsWith("rank broken")) {
                throw new IllegalStateException("a bug");
            }
            return text.endsWith(" by\n") ? "by WHAT" : "";
        }

        @Override
        public void evaluate(String text, int columns, int lines, Cancel cancel) {
            assertEquals(80, columns);
            evaluated.add(text);
            if (text.equals("crash")) {
                throw new IllegalStateException("a bug");
            }
            while (text.equals("wait")) {
                if (cancel.requested()) {
                    throw Diagnostic.of(ErrorCode.E203, "the statement was cancelled").toException();
                }
            }
            if (text.equals("deaf")) {
                await(() -> aborts > 0);
            }
        }

        @Override
        public boolean waits() {
            return evaluated.contains("lesson");
        }

        @Override
        public void goOn(int columns, int lines, Cancel cancel) {
            evaluated.add("goes on, " + columns + "x" + lines);
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
            if (line.equals("/history")) {
                evaluated.add(screen.history(false) + " of " + screen.history(true));
            } else if (!line.contains("exit") && !line.contains("quit")) {
                evaluated.add("command " + line + ", " + screen.columns() + " wide");
            }
            while (line.equals("/wait")) {
                cancel.check();
            }
            return line.contains("exit") || line.contains("quit");
        }

        @Override
        public String prompt() {
            return prompt;
        }

        @Override
        public boolean isUnknown(String name) {
            return name.startsWith("x");
        }

        @Override
        public void close() {
            closed++;
        }

        @Override
        public void report(LlmqException failure) {
            // An error begins on a line of its own, also where Ctrl-C was echoed.
            assertTrue(screen().endsWith("\n"), screen());
            reported.add(failure.diagnostics().get(0).code() + " " + failure.getMessage());
        }

        @Override
        public void crashed(Throwable fault) {
            reported.add(fault.toString());
        }
    }
}
