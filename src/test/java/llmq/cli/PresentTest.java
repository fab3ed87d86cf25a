package llmq.cli;

import static llmq.cli.RealTerminal.CTRL_C;
import static llmq.cli.RealTerminal.CTRL_D;
import static llmq.cli.RealTerminal.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code llmq present}, on a terminal and without one. */
@DisabledOnOs(OS.WINDOWS)
class PresentTest {
    private static final String ESCAPE = "\u001b";
    private static final String ENTERED = ESCAPE + "[?1049h";
    private static final String LEFT = ESCAPE + "[?1049l";
    private static final String SHOWN = ESCAPE + "[?25h";
    private static final String SCRIPT = """
            # A talk
            #
            # About {params of DBRX}.
            param least = 80
            let limit = least + 1
            limit + 1
            # The end.
            limit + 2
            """;

    @TempDir
    Path home;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(home.resolve("talk.llmq"), SCRIPT);
        Files.writeString(home.resolve("wrong.llmq"), "# Talk\nlet a = nothing + 1\nrank modles\n");
    }

    private RealTerminal start(String environment, String... arguments) throws IOException {
        Map<String, String> variables = new HashMap<>(Map.of("HOME", home.toString(), "TERM", "xterm-256color",
                "LC_ALL", "C.UTF-8"));
        for (String variable : environment.isEmpty() ? new String[0] : environment.split(" ")) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        List<String> all = new ArrayList<>(List.of("present", home.resolve("talk.llmq").toString()));
        all.addAll(List.of(arguments));
        return new RealTerminal(variables, new Size(80, 24), "", all.toArray(new String[0]));
    }

    private static void assertRestored(RealTerminal terminal) throws IOException {
        String written = terminal.written();
        assertEquals("", terminal.changed());
        assertTrue(written.lastIndexOf(LEFT) > written.lastIndexOf(ENTERED), written);
        assertTrue(written.lastIndexOf(SHOWN) > written.lastIndexOf(ESCAPE + "[?25l"), written);
    }

    @Test
    void keysOfManyKinds() throws Exception {
        try (RealTerminal terminal = start("")) {
            terminal.await(ENTERED).await("About 132B params.").await("step 1 of 6").type(" ");
            terminal.await("least").await("step 2 of 6").type(ESCAPE + "[C");
            terminal.await("limit").await("step 3 of 6").type(ESCAPE + "[6~" + ESCAPE + "OB");
            terminal.await("82").await("step 4 of 6 · 2 of 2").type("\u007f");
            terminal.await("step 4 of 6 · 1 of 2").type("6" + ENTER);
            terminal.await("step 6 of 6 · 1 of 2").type(" ");
            terminal.await("83").await("step 6 of 6 · 2 of 2").type(ESCAPE + "[H");
            terminal.await("step 1 of 6").type("?");
            terminal.await("Keys").await("any key returns").type("xg");
            terminal.await("choose").type(ESCAPE);
            terminal.await("step 1 of 6").type(CTRL_C);
            terminal.await("Ctrl-C once more leaves").type(CTRL_C);
            terminal.await("left A talk at step 1 of 6");
            assertEquals(0, terminal.status());
            assertRestored(terminal);
        }
    }

    /** It has the names of its step, and leaves none; the prompt's own journal is not touched. */
    @Test
    void freeTypingChangesNothing() throws Exception {
        try (RealTerminal terminal = start("NO_COLOR=1", "least=7")) {
            terminal.await("step 1 of 6").type("3" + ENTER);
            terminal.await("step 3 of 6").type("t");
            terminal.await(LEFT).await("free typing").await("llmq> ").type("limit * 100" + ENTER);
            terminal.await("800").await("llmq> ").type("let limit = 1" + ENTER);
            terminal.await("llmq> ").type("/exit" + ENTER);
            terminal.await(ENTERED).await("step 3 of 6").type("  ");
            terminal.await("9").await("step 4 of 6 · 2 of 2").type(":");
            terminal.await(LEFT).await("llmq> ").type("limi\t * 1000" + ENTER);
            // Where a presenter's thumb has pressed the space bar, as everywhere else in a show.
            terminal.await("8000").await("llmq> ").type("  " + CTRL_D);
            terminal.await(ENTERED).await("step 4 of 6 · 2 of 2").type("q");
            assertEquals(0, terminal.status());
            assertRestored(terminal);
            assertFalse(terminal.written().matches("(?s).*\u001b\\[[0-9;]+m.*"), "NO_COLOR");
            assertFalse(Files.exists(home.resolve(".local/state/llmq/sessions")));
        }
    }

    /** As in a lesson at the prompt, but that nothing of it is kept, and nothing comes after it. */
    @Test
    void anExerciseCanBeTriedWhileTyping() throws Exception {
        Files.writeString(home.resolve("talk.llmq"), """
                # A talk
                #
                # Of one number.
                param base = 40

                #: exercise The sum
                #: guess How much will it be?
                # Add two to `base`.
                #: hint By a plus.
                #: same 2 + base
                #: same base + 1 + 1
                #: mistake base * 2
                #: says That is twice as much.
                #: mistake base
                base + 2
                #: because Two more.

                # The end.
                """);
        try (RealTerminal terminal = start("NO_COLOR=1", "base=50")) {
            terminal.await("step 1 of 4").type("3" + ENTER);
            terminal.await("next: the task").type("t");
            terminal.await("How much will it be?").await("begins with a guess").await("llmq> ").type("/exit" + ENTER);
            terminal.await("next: the task").type(" ");
            terminal.await("next: the answer").type("t");
            terminal.await("Add two to `base`.").await("type the query").await("llmq> ").type("base * 2" + ENTER);
            terminal.await("That is twice as much.").await("llmq> ").type("/hint" + ENTER);
            terminal.await("Hint 1 of 1: By a plus.").await("llmq> ").type("base + 1 + 1" + ENTER);
            terminal.await("52").await("Two more.").await("Enter or Ctrl-D returns").await("llmq> ").type(" " + ENTER);
            terminal.await(ENTERED).await("next: the answer").type("q");
            assertEquals(0, terminal.status());
            assertFalse(terminal.written().contains("The end."), terminal.written());
            assertFalse(Files.exists(home.resolve(".local/state/llmq/lessons")));
        }
    }

    @Test
    void whoeverEndsItTheScreenIsGivenBack() throws Exception {
        try (RealTerminal terminal = start("")) {
            terminal.await("step 1 of 6").signal("TERM");
            assertEquals(143, terminal.status());
            assertRestored(terminal);
        }
        try (RealTerminal terminal = start("")) {
            terminal.await("step 1 of 6").hangUp();
            int status = terminal.status();
            assertTrue(status == 129 || status == 0, "status " + status);
        }
    }

    /** What the talk looks like may be changed on the way. */
    @Test
    void aThemeThatIsSetHolds() throws Exception {
        try (RealTerminal terminal = start("")) {
            terminal.await("step 1 of 6").type("   ");
            terminal.await(ESCAPE + "[1;38;5;27m").await("step 4 of 6 · 1 of 2").type("t");
            terminal.await("llmq> ").type("/set theme light" + ENTER);
            terminal.await("llmq> ").type(CTRL_D);
            terminal.await(ENTERED).await(ESCAPE + "[34m").await("step 4 of 6 · 1 of 2").type("q");
            assertEquals(0, terminal.status());
        }
        assertTrue(Files.readString(home.resolve(".config/llmq/settings")).contains("theme = light"));
    }

    @Test
    void anotherSizeIsDrawnAnew() throws Exception {
        try (RealTerminal terminal = start("LC_ALL=C")) {
            terminal.await("step 1 of 6").resize(40, 12);
            terminal.signal("WINCH");
            terminal.await(ESCAPE + "[12;1H").await("A talk, step 1 of 6").type("q");
            assertEquals(0, terminal.status());
            assertTrue(terminal.written().chars().allMatch(c -> c < 128), terminal.written());
        }
    }

    /** Ctrl-C stops what runs, and that only. */
    @Test
    void ctrlCStopsAStep() throws Exception {
        StringBuilder rows = new StringBuilder("name,a\n");
        for (int i = 0; i < 300_000; i++) {
            rows.append('n').append(i).append(',').append(i * 7919L % 400_000).append('\n');
        }
        Path file = Files.writeString(home.resolve("rows.csv"), rows);
        Files.writeString(home.resolve("talk.llmq"), "# Rows\nload '" + file
                + "' as f\nlet z = f + f + f + f + f + f + f + f\nsummarize z per name show median(a)\n# On.\n");
        try (RealTerminal terminal = start("")) {
            terminal.await("step 1 of 5").type("3" + ENTER);
            terminal.await("step 3 of 5").type("  ");
            terminal.await("step 4 of 5 · 1 of 2");
            Thread.sleep(150);
            terminal.type(CTRL_C);
            terminal.await("stopped: step 4 of 5 · 2 of 2 has not run").type("q");
            assertEquals(0, terminal.status());
            assertRestored(terminal);
        }
    }

    /** The speaker's notes stand in another window, as the show goes on there. */
    @Test
    void aSecondWindowFollows() throws Exception {
        Files.writeString(home.resolve("talk.llmq"), SCRIPT.replace("\nlimit + 1\n",
                "\n#: notes It is {limit + 1}.\nlimit + 1\n"));
        try (RealTerminal notes = start("", "--notes")) {
            notes.await(ENTERED).await("No show of it runs.");
            try (RealTerminal terminal = start("", "least=50")) {
                terminal.await("step 1 of 6").type("4" + ENTER);
                notes.await("step 4 of 6 · 1 of 2").await("It is 52.").await("what it gives");
                terminal.type(" ");
                notes.await("step 4 of 6 · 2 of 2").await("The end. …");
                terminal.type("q");
                assertEquals(0, terminal.status());
            }
            notes.await("No show of it runs.").type("q");
            assertEquals(0, notes.status());
            assertRestored(notes);
        }
        try (RealTerminal once = start("TERM=dumb", "--notes")) {
            assertEquals(0, once.status());
            once.await("No show of it runs.");
            assertFalse(once.written().contains(ESCAPE), once.written());
        }
        assertTrue(printed("present", "talk.llmq", "--notes").startsWith("error[E302]: a show cannot be followed"));
        assertTrue(printed("present", "none.llmq", "--notes").startsWith("error[E301]"));
        assertTrue(printed("run", "talk.llmq", "--notes").startsWith("error[E401]: --notes goes with llmq present"));
    }

    private String printed(String... arguments) {
        return Dialogue.command(List.of(arguments), home);
    }

    @Test
    void withoutATerminalAllIsPrinted() throws Exception {
        try (RealTerminal terminal = start("TERM=dumb")) {
            assertEquals(0, terminal.status());
            terminal.await("83");
            assertFalse(terminal.written().contains(ESCAPE), terminal.written());
        }
        assertEquals("""
                there is no terminal to present on, so that all is printed
                A talk
                ──────

                About 132B params.

                llmq> param least = 80

                least = 10

                llmq> let limit = least + 1

                llmq> limit + 1

                12

                The end.

                llmq> limit + 2

                13
                """, printed("present", "talk.llmq", "least=10"));
    }

    @Test
    void whatIsWrongIsRefused() {
        assertEquals(printed("check", "wrong.llmq"), printed("present", "wrong.llmq"));
        assertTrue(printed("present", "wrong.llmq").contains("error[E"));
        for (String[] wrong : new String[][] {
            {"present", "error[E401]: llmq present needs a file"},
            {"present nothing.llmq", "error[E301]: cannot read 'nothing.llmq'"},
            {"present 99", "error[E405]: there is no lesson 99"},
            {"present talk.llmq most=3", "error[E403]: the script has no parameter 'most'"},
        }) {
            String said = printed(wrong[0].split(" "));
            assertTrue(said.startsWith(wrong[1]), said);
        }
    }

    /** What one query needs has nothing of it. */
    @Test
    void nothingOfItIsLoadedElsewhere() throws Exception {
        StringBuilder path = new StringBuilder(Path.of("target/classes").toAbsolutePath().toString());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.append(entry.endsWith(".jar") ? File.pathSeparator + entry : "");
        }
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
                "-Xlog:class+load:file=loaded.txt", "-cp", path.toString(), "llmq.Main", "-e",
                "rank models by mmlu top 3").directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("out.txt").toFile()).start();
        assertEquals(0, process.waitFor());
        String loaded = Files.readString(home.resolve("loaded.txt"));
        assertTrue(loaded.contains("llmq.cli.Program "));
        for (String other : List.of("llmq.present.", "llmq.lesson.", "llmq.document.", "llmq.cli.Presenting",
                "llmq.cli.LessonFile", "llmq.repl.")) {
            assertFalse(loaded.contains(other), other);
        }
    }
}
