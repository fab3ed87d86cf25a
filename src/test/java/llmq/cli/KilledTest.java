package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

        Own(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dllmq.terminals=i", "-Dllmq.charset=UTF-8", "-cp", System.getProperty("java.class.path"),
                    "llmq.Main"));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(home.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("TERM", "dumb");
            builder.redirectErrorStream(true);
            process = builder.start();
            in = process.getOutputStream();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            // Whoever waits for a line that does not come sees the end in its place.
            process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> {
                process.destroyForcibly();
                return process;
            });
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

    /** What was learnt is there after a kill in the very moment in which a step was shown or an answer was praised. */
    @Test
    void aLessonGoesOnWhereItWasKilled() throws IOException, InterruptedException {
        Files.writeString(home.resolve("sums.llmq"), """
                # Sums
                #
                # A prompt reckons.
                1 + 1

                #: exercise Two
                # Make two.
                #: hint Add.
                #: same 4 / 2
                #: same 3 - 1
                #: mistake 1 + 2
                #: says That is three.
                #: mistake 2 + 2
                #: says That is four.
                1 + 1

                # That is all.
                """);
        // The line typed before the kill, or none; what is waited for before it; and what the next prompt shows.
        String[][] steps = {
            {null, "Enter goes on · step 1 of 4", "Enter goes on · step 1 of 4"},
            {"", "Enter goes on · step 2 of 4", "Enter goes on · step 2 of 4"},
            {"\n/hint", "Hint 1 of 1: Add.", "exercise 1 of 1: type the query · /hint, /skip, /goal"},
            {"1 + 2\n3 - 1", "Enter goes on · step 3 of 4", "/lesson lists the lessons of llmq"}};
        for (String[] step : steps) {
            Own killed = new Own("learn", "sums.llmq");
            if (step[0] != null) {
                killed.type(step[0]);
            }
            killed.until(step[1]);
            killed.kill();
            Own next = new Own("learn", "sums.llmq");
            next.until(step[2]);
            next.kill();
        }
        String kept = Files.readString(home.resolve(".local/state/llmq/lessons"));
        assertTrue(kept.contains("\ndone sums.llmq/sums two tries 2 hints 1 "), kept);
        assertTrue(kept.contains("\nat sums.llmq/sums step 2 after two "), kept);
    }
}
