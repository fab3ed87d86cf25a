package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import llmq.engine.Cancel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private long millis;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    };

    private World world(boolean terminal, int columns) {
        return new World(new ByteArrayInputStream(new byte[0]), screen, screen, Map.of(), clock, Path.of(""), null,
                new World.Terminals(false, terminal, terminal, columns, 24), true);
    }

    private ProgressLine line(boolean terminal, int columns) {
        return new ProgressLine(new Output(screen, null), world(terminal, columns));
    }

    private String written() {
        return screen.toString(StandardCharsets.UTF_8).replace('\r', '~');
    }

    /** A statement that asks every 400 ms whether to stop, for 2.4 s. */
    private void lasts(ProgressLine line) {
        Cancel cancel = line.watching(Cancel.never());
        line.begin();
        for (int i = 0; i < 6; i++) {
            millis += 400;
            assertEquals(false, cancel.requested());
        }
        line.clear();
    }

    @ParameterizedTest
    @CsvSource({"false, 80", "true, 30"})
    void staysAwayFromFilesAndNarrowWindows(boolean terminal, int columns) {
        lasts(line(terminal, columns));
        assertEquals("", written());
    }

    @Test
    void tellsOnAScreenForHowLongAndGoesAway() {
        ProgressLine line = line(true, 80);
        String second = "~computing: 1 s (Ctrl-C stops it)~computing: 2 s (Ctrl-C stops it)~" + " ".repeat(32) + "~";
        lasts(line);
        assertEquals(second, written());
        // What is printed in between does not count.
        millis += 60_000;
        lasts(line);
        assertEquals(second + second, written());
    }

    @Test
    void saysWhatLasts() {
        ProgressLine line = new ProgressLine(new Output(screen, null), world(true, 80), "looking the lesson over");
        Cancel cancel = line.watching(Cancel.never());
        millis += 1100;
        cancel.requested();
        assertEquals("~looking the lesson over: 1 s (Ctrl-C stops it)", written());
    }

    @Test
    void saysNothingOfWhatIsQuick() {
        ProgressLine line = line(true, 80);
        Cancel cancel = line.watching(() -> true);
        millis += 900;
        assertTrue(cancel.requested());
        line.clear();
        assertEquals("", written());
    }

    @Test
    void aLoadTellsMore() {
        ProgressLine line = line(true, 80);
        line.at(0, 4_000_000);
        millis += 1500;
        line.watching(Cancel.never()).requested();
        line.at(1_000_000, 4_000_000);
        assertEquals("~reading: 1 MB of 4 MB, 25%", written());
    }

    @Test
    void otherThreadsWriteNothing() throws InterruptedException {
        Cancel cancel = line(true, 80).watching(Cancel.never());
        millis += 5000;
        Thread thread = new Thread(cancel::requested);
        thread.start();
        thread.join();
        assertEquals("", written());
    }
}
