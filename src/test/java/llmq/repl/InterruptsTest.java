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
            Interrupts interrupts = new Interrupts(() -> heard.add("warned"), () -> heard.add("aborted"));
            assertThrows(IllegalStateException.class, () -> interrupts.during(terminal, cancel -> {
                heard.add("asked " + cancel.requested());
                for (int i = 0; i < 4; i++) {
                    terminal.raise(Signal.INT);
                    heard.add("asked " + cancel.requested());
                }
                throw new IllegalStateException();
            }));
            terminal.raise(Signal.INT);
        }
        assertEquals(List.of("asked false", "asked true", "warned", "asked true", "aborted", "asked true", "aborted",
                "asked true", "before"), heard);
    }
}
