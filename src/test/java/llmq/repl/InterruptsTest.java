package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

/** What Ctrl-C does, press by press. */
class InterruptsTest {

    @Test
    void eachPressIsMoreImpatient() throws IOException {
        List<String> heard = new ArrayList<>();
        try (Terminal terminal = new LineDisciplineTerminal("test", "ansi", new ByteArrayOutputStream(),
                StandardCharsets.UTF_8, Terminal.SignalHandler.SIG_IGN)) {
            terminal.handle(Signal.INT, signal -> heard.add("before"));
            long[] now = {0};
            Interrupts interrupts = new Interrupts(() -> heard.add("warned"), () -> heard.add("aborted"), () -> now[0]);
            assertThrows(IllegalStateException.class, () -> interrupts.during(terminal, cancel -> {
                heard.add("asked " + cancel.requested());
                for (int i = 0; i < 4; i++) {
                    terminal.raise(Signal.INT);
                    heard.add("asked " + cancel.requested());
                    // The third comes in one burst with the second, the fourth once the warning was seen.
                    now[0] += i < 2 ? 1_000_000 : 1_000_000_000;
                }
                throw new IllegalStateException();
            }));
            terminal.raise(Signal.INT);
        }
        assertEquals(List.of("asked false", "asked true", "warned", "asked true", "asked true", "aborted",
                "asked true", "before"), heard);
    }

    /** JLine interrupts the thread that reads a line; where the line was left meanwhile, that is meant for what runs. */
    @Test
    void aPressAsTheLineIsLeftStopsWhatRuns() throws IOException {
        try (Terminal terminal = new LineDisciplineTerminal("test", "ansi", new ByteArrayOutputStream(),
                StandardCharsets.UTF_8, Terminal.SignalHandler.SIG_IGN)) {
            List<Boolean> seen = new ArrayList<>();
            Thread.currentThread().interrupt();
            new Interrupts(() -> { }, () -> { }).during(terminal, cancel -> {
                seen.add(cancel.requested());
                seen.add(Thread.currentThread().isInterrupted());
            });
            assertEquals(List.of(true, false), seen);
        }
    }
}
