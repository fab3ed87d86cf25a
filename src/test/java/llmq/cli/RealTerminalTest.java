package llmq.cli;

import static llmq.cli.RealTerminal.CTRL_C;
import static llmq.cli.RealTerminal.CTRL_D;
import static llmq.cli.RealTerminal.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program itself on a pseudo-terminal: what only a process that owns its terminal can show. */
@DisabledOnOs(OS.WINDOWS)
class RealTerminalTest {
    private static final String ESCAPE = "\u001b";
    /** What JLine writes when a line is left; the statement runs from there. */
    private static final String LEFT = ESCAPE + "[?2004l";
    private static final String PROMPT = "llmq> ";
    private static final String TABLE = "rank models where tokens < 3T by mmlu/flops show name top 1";
    private static final int LATEST_MILLIS = 100;
    private static final int ROUNDS = 5;

    @TempDir
    Path home;

    private RealTerminal start(String environment, String redirection, String... arguments) throws IOException {
        Map<String, String> variables = new HashMap<>(Map.of("HOME", home.toString(), "TERM", "xterm-256color",
                "LC_ALL", "C.UTF-8"));
        for (String variable : environment.isEmpty() ? new String[0] : environment.split(" ")) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new RealTerminal(variables, new Size(80, 24), redirection, arguments);
    }

    /** A file that is a source of many rows once it is joined with itself some times. */
    private Path rows() throws IOException {
        StringBuilder text = new StringBuilder("name,a,b\n");
        for (int i = 0; i < 400_000; i++) {
            text.append('n').append(i).append(',').append(i * 7919L % 400_000).append(',').append(i * 104_729L % 1_003)
                    .append('\n');
        }
        return Files.writeString(home.resolve("rows.csv"), text);
    }

    /** The byte 0xFF is no end of the program either, and has Java tell nothing of itself. */
    @Test
    void noByteHasJavaPrintItsThreads() throws Exception {
        try (RealTerminal terminal = start("", "")) {
            terminal.await(PROMPT).type("\u00ff\u001c\0", StandardCharsets.ISO_8859_1);
            terminal.type("\u0015mmlu of DBRX" + ENTER);
            terminal.await("73.7");
            assertFalse(terminal.text().contains("thread dump"), terminal.text());
        }
    }

    @Test
    void ctrlCStopsAStatementAtOnceAndLeavesTheSessionWhole() throws Exception {
        String file = rows().toString();
        List<String> endless = List.of("summarize z per name show median(a)", "summarize z per name, b show avg(a)",
                "list z top 9000000", "save z to '" + file + ".csv'",
                "list z where name like '%9%7%' show zscore(a) sort by b, name");
        try (RealTerminal terminal = start("", "")) {
            terminal.await(PROMPT).type("load '" + file + "' as f; let z = f + f + f + f + f + f + f + f" + ENTER);
            terminal.await(LEFT).await(PROMPT);
            // Others may have the processor for a while, but not in each round.
            List<List<Long>> rounds = new ArrayList<>();
            boolean soon = false;
            while (!soon && rounds.size() < ROUNDS) {
                List<Long> millis = new ArrayList<>();
                for (String statement : endless) {
                    millis.add(stopped(terminal, statement));
                }
                Collections.sort(millis);
                rounds.add(millis);
                soon = millis.get(millis.size() / 2) < LATEST_MILLIS;
            }
            assertTrue(soon, "milliseconds: " + rounds);
            assertFalse(Files.exists(Path.of(file + ".csv")), "nothing is half saved");
            terminal.type("count(f) + 1" + ENTER);
            terminal.await("400001").await(PROMPT).type("half a line" + CTRL_C);
            terminal.await(PROMPT).type(CTRL_D);
            assertEquals(0, terminal.status());
            assertEquals("", terminal.changed());
        }
    }

    /** Milliseconds from Ctrl-C to the next prompt. */
    private static long stopped(RealTerminal terminal, String statement) throws InterruptedException {
        terminal.type(statement + ENTER);
        terminal.await(LEFT);
        // To be in the midst of it. That it is not done by then is seen from what comes.
        Thread.sleep(150);
        long start = System.nanoTime();
        terminal.type(CTRL_C);
        terminal.await("E203").await(PROMPT);
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** A statement that waits for a pipe hears of nothing: the third Ctrl-C ends llmq, and says so before. */
    @Test
    void ctrlCThriceEndsWhatDoesNotStop() throws Exception {
        Path pipe = home.resolve("pipe.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        try (RealTerminal terminal = start("", "")) {
            terminal.await(PROMPT).type("load '" + pipe + "' as f" + ENTER);
            terminal.await(LEFT);
            Thread.sleep(150);
            terminal.type(CTRL_C);
            // The system makes one of two signals that come at once, as from nobody's fingers.
            terminal.await("^C");
            Thread.sleep(100);
            terminal.type(CTRL_C);
            terminal.await("Ctrl-C once more ends llmq");
            // What comes before it can have been read does not count.
            Thread.sleep(400);
            terminal.type(CTRL_C);
            assertEquals(130, terminal.status());
            assertEquals("", terminal.changed());
        }
    }

    @Test
    void aDumbTerminalGetsTextAlone() throws Exception {
        try (RealTerminal terminal = start("TERM=dumb", "")) {
            terminal.await(PROMPT).type(TABLE + ENTER);
            terminal.await("$1").await("left out").await(PROMPT).type("half a line" + CTRL_C);
            terminal.await(PROMPT).type("20 + 1" + ENTER);
            terminal.await("$2 = 21").await(PROMPT).type(CTRL_D);
            assertEquals(0, terminal.status());
            assertFalse(terminal.written().contains(ESCAPE), terminal.written());
        }
    }

    /** A key that is one byte there, and a result in the same. */
    @Test
    void aLatin1TerminalReadsAndWritesLatin1() throws Exception {
        try (RealTerminal terminal = start("LC_ALL=de_DE.ISO-8859-1 NO_COLOR=1", "")) {
            terminal.await(PROMPT).type("coalesce('\u00e9', 'a')" + ENTER, StandardCharsets.ISO_8859_1);
            terminal.await(LEFT).await("$1 = ").await(PROMPT).type(CTRL_D);
            assertEquals(0, terminal.status());
            assertTrue(terminal.written(StandardCharsets.ISO_8859_1).contains("$1 = \u00e9"), terminal.written());
        }
    }

    /** As a screen reader follows it: whatever Tab says is written beneath, and nothing above is drawn anew. */
    @Test
    void plainOnlyEverAppends() throws Exception {
        try (RealTerminal terminal = start("", "", "--plain")) {
            terminal.resize(40, 24);
            terminal.await(PROMPT).type("rank models by arc\t");
            terminal.await("arc_c").await(PROMPT + "rank models by arc").type("_c\t");
            terminal.await("unit: ").await(PROMPT + "rank models by arc_c").type(" top 1" + ENTER);
            terminal.await(LEFT).await(PROMPT).type("/exit" + ENTER);
            assertEquals(0, terminal.status());
            String text = terminal.text().replaceAll("\\d+", "N").replaceAll("name .*(\\n  .*)?", "name NAME");
            assertEquals("""
                    llmq> rank models by arc
                    fields:
                      architecture: text, known for N of
                    N
                      arc_c: %, known for N of N
                    llmq> rank models by arc_c
                    field: arc_c, of models
                    is: ARC Challenge: science questions
                      for school children; pick one of about
                      four answers
                    holds: a number
                    """, text.substring(text.indexOf(PROMPT), text.indexOf("unit: ")));
            assertEquals("""
                    llmq> rank models by arc_c top N
                    $N
                    rank N, name NAME
                    N of N left out: arc_c not known
                    llmq> /exit
                    """, text.substring(text.lastIndexOf(PROMPT + "rank")));
            assertFalse(terminal.written().matches("(?s).*\u001b\\[[0-9;]*[AH].*"), terminal.written());
        }
    }

    @Test
    void noColorLeavesNone() throws Exception {
        try (RealTerminal terminal = start("NO_COLOR=1", "")) {
            terminal.await(PROMPT).type("rank mo\t where tokens < 3T by nothing" + ENTER);
            terminal.await("error[").await(PROMPT).type(TABLE + ENTER);
            terminal.await("$1").await("left out").await(PROMPT).signal("TERM");
            assertEquals(143, terminal.status());
            assertEquals("", terminal.changed());
            assertFalse(terminal.written().matches("(?s).*\u001b\\[[0-9;]*m.*"), terminal.written());
        }
    }

    @Test
    void resultsGoToAFileAndThePromptToTheTerminal() throws Exception {
        Path file = home.resolve("out");
        try (RealTerminal terminal = start("", ">'" + file + "'")) {
            terminal.await(PROMPT).type("20 + 1" + ENTER);
            terminal.await(LEFT).await(PROMPT).type("nothing" + ENTER);
            terminal.await("error[").await(PROMPT).type(CTRL_D);
            assertEquals(0, terminal.status());
            assertEquals("$1 = 21\n", Files.readString(file));
        }
    }

    @Test
    void aFileAsInputIsAScript() throws Exception {
        Path file = Files.writeString(home.resolve("in"), "20 + 1\n");
        try (RealTerminal terminal = start("NO_COLOR=1", "<'" + file + "'")) {
            assertEquals(0, terminal.status());
            terminal.await("\n");
            assertEquals("21\n", terminal.text());
        }
    }

    @Test
    void aClosedWindowEndsIt() throws Exception {
        try (RealTerminal terminal = start("", "")) {
            terminal.await(PROMPT).type("20 + 1" + ENTER);
            terminal.await("21").await(PROMPT);
            terminal.hangUp();
            // Whether it sees the signal or the end of its input first.
            int status = terminal.status();
            assertTrue(status == 129 || status == 0, "status " + status);
        }
        assertTrue(Files.readString(home.resolve(".local/state/llmq/history"), StandardCharsets.UTF_8)
                .endsWith(":20 + 1\n"));
    }

    @Test
    void aKilledSessionLosesNoHistory() throws Exception {
        try (RealTerminal terminal = start("", "")) {
            terminal.await(PROMPT).type("'an ü' = 'b'" + ENTER);
            terminal.await("no").await(PROMPT).type("summarize" + ESCAPE + ENTER + "  count()" + ENTER);
            terminal.await(LEFT).await(PROMPT).type("h");
            terminal.await("h").signal("KILL");
            assertEquals(137, terminal.status());
        }
        try (RealTerminal terminal = start("TERM=dumb", "")) {
            terminal.await(PROMPT).type("/history -all" + ENTER);
            terminal.await("'an ü' = 'b'").await("summarize").await("count()").await(PROMPT).type("/exit" + ENTER);
            assertEquals(0, terminal.status());
        }
    }

    /** As a serial line, which does not say how wide its terminal is. */
    @Test
    void aTerminalWithoutASizeIsTypedOn() throws Exception {
        try (RealTerminal terminal = start("NO_COLOR=1", "")) {
            terminal.resize(0, 0);
            terminal.await(PROMPT).type("20 + 1" + ENTER);
            terminal.await("$1 = 21").await(PROMPT).type(CTRL_D);
            assertEquals(0, terminal.status());
        }
    }

    @Test
    void tablesFitTheWindowAsItIsNow() throws Exception {
        try (RealTerminal terminal = start("NO_COLOR=1", "")) {
            terminal.await(PROMPT).resize(120, 24);
            terminal.type("list models show name, org, license, tokens, params top 1" + ENTER);
            terminal.await(LEFT).await(PROMPT).resize(44, 24);
            terminal.type("list models show name, org, license, tokens, params top 1" + ENTER);
            terminal.await(LEFT).await(PROMPT).type(CTRL_D);
            assertEquals(0, terminal.status());
            int wide = 0;
            int narrow = Integer.MAX_VALUE;
            for (String line : terminal.text().split("\n")) {
                if (line.startsWith("┌")) {
                    wide = Math.max(wide, line.length());
                    narrow = Math.min(narrow, line.length());
                }
            }
            assertTrue(wide > 44 && wide <= 120 && narrow <= 44, terminal.text());
        }
    }
}
