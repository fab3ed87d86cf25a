package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A prompt whose process is killed has lost nothing that worked. */
@Timeout(120)
class KilledTest {
    @TempDir
    Path home;

    /** A prompt in a process of its own, without a terminal. */
    private final class Own {
        private final Process process;
        private final OutputStream in;
        private final BufferedReader out;

        Own() throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dllmq.terminals=i", "-Dllmq.charset=UTF-8", "-cp", System.getProperty("java.class.path"),
                    "llmq.Main");
            builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("TERM", "dumb");
            builder.redirectErrorStream(true);
            process = builder.start();
            in = process.getOutputStream();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void type(String line) throws IOException {
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        }

        /** Reads up to a line that ends so. */
        String until(String end) throws IOException {
            StringBuilder seen = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                seen.append(line).append('\n');
                if (line.endsWith(end)) {
                    return line;
                }
            }
            throw new AssertionError("'" + end + "' was not seen in: " + seen);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void everyStatementThatWorkedComesBack() throws IOException, InterruptedException {
        Own first = new Own();
        first.type("let a = 20");
        first.type("a + 1");
        first.until("$1 = 21");
        Own other = new Own();
        other.type("let a = 'of the other'; 7");
        other.until("$1 = 7");
        first.type("nonsense");
        first.type("let b = a + 2");
        first.type("b");
        first.until("$2 = 22");
        first.kill();
        Own second = new Own();
        second.until("the session before this one was cut off; /reload -restore brings it back");
        second.type("/reload -restore");
        second.until("ran 4 statements again");
        second.type("$2 + b");
        second.until("$3 = 44");
        second.kill();
        // What was restored is part of the session that restored it.
        Own third = new Own();
        third.type("/reload -restore");
        third.until("ran 5 statements again");
        for (Own one : List.of(other, third)) {
            one.type("/exit");
            assertTrue(one.process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, one.process.exitValue());
        }
        // Nothing was lost by those who left, and what was lost before has been told of.
        Own fourth = new Own();
        fourth.type("/exit");
        String said = new String(fourth.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("try: ") && !said.contains("cut off"), said);
    }
}
