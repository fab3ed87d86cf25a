package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import llmq.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts made to break the program: each ends soon, with a result or an error in words. */
class HostileInputTest {
    /** What a thread of Java has without being asked on a small machine; the launcher gives more. */
    private static final int SMALL_STACK = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private record Ran(int status, String out, String err) {
        /** The code of the first error, as in {@code E008}; the status where there is none. */
        String code() {
            return err.startsWith("error[") ? err.substring("error[".length(), "error[E000".length())
                    : Integer.toString(status);
        }
    }

    private Ran run(String text, String... options) {
        return run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private Ran run(InputStream in, String... options) {
        return assertTimeoutPreemptively(SOON, () -> onSmallStack(in, options));
    }

    private Ran onSmallStack(InputStream in, String... options) throws InterruptedException {
        AtomicReference<Ran> ran = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            World world = new World(in, out, err, Map.of(), Clock.systemUTC(),
                    folder, null, World.Terminals.NONE, true);
            int status = Main.run(options, world);
            ran.set(new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8)));
        }, "small", SMALL_STACK);
        thread.start();
        thread.join();
        return ran.get();
    }

    private static String repeat(int from, int to, IntFunction<String> piece) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }

    @Test
    void thousandsOfOptionsAreNoChain() {
        String numbers = repeat(0, 5000, i -> ", " + i);
        assertEquals(new Ran(0, "no\n", ""), run("0.5 in (1" + numbers + ")"));
        assertEquals(new Ran(0, "yes\n", ""), run("4999 in (1" + numbers + ")"));
        assertEquals("0", run("list where params in (1" + numbers + ") top 1", "--format", "json").code());
        assertEquals("0", run("list where released in (2024-01" + ", 2024-02".repeat(5000) + ") top 1").code());
        assertEquals("0", run("list where name in ('a'" + repeat(0, 5000, i -> ", 'b" + i + "'") + ")").code());
    }

    @Test
    void definitionsOfDefinitionsEndSomewhere() {
        String chain = repeat(1, 300, i -> "let a" + i + " = a" + (i - 1) + " + 1\n");
        assertEquals(new Ran(0, "[\n  {\"name\": \"Yi-34B\", \"a299\": 375.35}\n]\n", ""),
                run("let a0 = mmlu\n" + chain + "list where name = 'Yi-34B' show a299", "--format", "json"));
        assertEquals("0", run("let a0 = mmlu\n" + chain + "trace a299 of \"Yi-34B\"").code());
        String views = repeat(1, 300, i -> "let v" + i + " = v" + (i - 1) + " where mmlu > " + i % 20 + "\n");
        assertEquals("0", run("let v0 = models\n" + views + "list v299 top 1").code());

        assertEquals("E008", run("let a0 = mmlu\n" + repeat(1, 9, i -> "let a" + i + " = a" + (i - 1)
                + " + 1".repeat(500) + "\n") + "list show a8").code());
        assertEquals("E008", run("let f(x) = x" + " + 1".repeat(300) + "\n" + "f(".repeat(100) + "1" + ")".repeat(100))
                .code());
        assertEquals("E009", run("let a0 = mmlu\n" + repeat(1, 40, i -> "let a" + i + " = a" + (i - 1) + " + a"
                + (i - 1) + "\n") + "list show a39").code());
        assertEquals("E009", run("let f0(x) = x + x\n" + repeat(1, 40, i -> "let f" + i + "(x) = f" + (i - 1) + "(f"
                + (i - 1) + "(x))\n") + "f39(1)").code());
        assertEquals("E009", run("let v0 = models where open\n" + repeat(1, 40, i -> "let v" + i + " = v" + (i - 1)
                + " + v" + (i - 1) + "\n") + "list v39").code());
    }

    /** A reading that is tried out before the real one doubles the work at each level. */
    @Test
    void mistakesInsideOfMistakesAreFoundOnce() {
        assertEquals("E101", run("(".repeat(100) + "nosuch" + " of DBRX)".repeat(100)).code());
        assertEquals(2, run("list where " + "(zz = ".repeat(100) + "1" + ")".repeat(100)).status());
        assertEquals(2, run("summarize show " + "abs(".repeat(100) + "avg(mmlu) + mmlu" + ")".repeat(100)).status());
    }

    @Test
    void whatIsLetThroughIsNotTooDeepForTheStagesAfterIt() {
        String sum = "mmlu" + " + 1".repeat(590);
        for (String statement : new String[] {"list show SUM top 1", "rank models by SUM top 1",
            "frontier SUM against SUM", "summarize show avg(SUM) per SUM top 1", "explain rank models by SUM",
            "list where SUM > 3 and SUM < 1e9 top 1", "trace SUM of DBRX", "assert (SUM) of DBRX > 3",
            "avg(SUM of models where SUM > 3)", "list show percentile(SUM) top 1"}) {
            Ran ran = run(statement.replace("SUM", sum));
            assertTrue(ran.code().equals("0") || ran.code().equals("E008"), statement + ": " + ran.err());
        }
    }

    @Test
    void aFileTakenForANameIsNoTrouble() {
        String mouthful = "x".repeat(20_000_000);
        assertEquals("E101", run(mouthful).code());
        assertEquals("E102", run("mmlu of \"" + mouthful + "\"").code());
        assertEquals("E101", run("list show `" + mouthful + "`").code());
    }

    @Test
    void aScriptThatNeverEndsIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '1';
            }

            @Override
            public int read(byte[] into, int from, int count) {
                Arrays.fill(into, from, from + count, (byte) '1');
                return count;
            }
        };
        assertEquals(new Ran(2, "", "error[E009]: cannot read standard input: it is longer than 100 megabytes, and a"
                + " script is not\n"), run(endless));
    }

    /** Whatever a name holds, it does nothing to the terminal. */
    @Test
    void messagesAreSafeForATerminal() throws IOException {
        assertEquals(new Ran(0, "", "saved 2 rows to a\\x1b[31mb.csv\n"),
                run("list models top 2 | save to \"a\u001b[31mb.csv\""));
        Files.writeString(folder.resolve("c.csv"), "a\n" + "1\n".repeat(10) + "x\u001b[2J\u202e\n");
        assertEquals(new Ran(0, "", """
                loaded 11 rows of 1 column as m
                  c.csv line 12, column 'a': 'x\\x1b[2J\\u202e' is not a number
                """), run("load 'c.csv' as m"));
    }
}
