package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import llmq.render.Role;
import llmq.render.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the screen while someone types. */
@Timeout(60)
class ScreenTest {
    private static final String RIGHT = "\u001bOC";
    private static final String LEFT = "\u001bOD";
    private static final String END = "\u001bOF";

    @TempDir
    Path folder;

    private Typing typing(String type, Theme theme) {
        return new Typing(type, 60, 10, theme, folder.resolve("history"));
    }

    private void remember(String... lines) throws Exception {
        StringBuilder history = new StringBuilder();
        for (String line : lines) {
            history.append("1700000000000:").append(line).append('\n');
        }
        Files.writeString(folder.resolve("history"), history);
    }

    @ParameterizedTest
    @CsvSource({"'" + RIGHT + "'", "'" + END + "'"})
    void theHistoryIsOfferedAndTaken(String key) throws Exception {
        remember("list hardware", "list models top 3", "rank models by mmlu");
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("list");
            typing.awaitScreen("llmq> list models top 3");
            typing.type(" h");
            typing.awaitScreen("llmq> list hardware");
            typing.type(key + "\r");
            typing.await(() -> typing.evaluated.size() == 1);
            assertEquals(List.of("list hardware"), typing.evaluated);
        }
    }

    @Test
    void whatIsOfferedAndNotTakenLeavesNoTrace() throws Exception {
        remember("list models\\n  top 3");
        try (Typing typing = typing("xterm-256color", Theme.LIGHT)) {
            typing.type("list");
            typing.awaitScreen("llmq> list models ...");
            typing.type("\r");
            typing.await(() -> typing.evaluated.size() == 1);
            typing.awaitScreen("llmq> list\nllmq>");
            assertEquals(List.of("list"), typing.evaluated);
        }
    }

    @ParameterizedTest
    @CsvSource({"dumb,dark", "xterm,none"})
    void nothingIsOfferedWhereItWouldReadAsTyped(String type, String theme) throws Exception {
        remember("list models");
        try (Typing typing = typing(type, theme.equals("none") ? Theme.NONE : Theme.DARK)) {
            typing.type("list " + RIGHT + "x\r");
            typing.await(() -> typing.evaluated.size() == 1);
            assertFalse(typing.screen().contains("models"), typing.screen());
        }
    }

    @Test
    void aNameThatNothingHasIsMarkedWhenTheWordIsLeft() {
        String marked = Theme.DARK.start(Role.MISTAKE).replace("\u001b[", "").replace("m", "");
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("list where xo");
            typing.awaitScreen("llmq> list where xo");
            assertFalse(typing.written().contains(marked), typing.written());
            typing.type(" ");
            typing.await(() -> typing.written().contains(marked));
            typing.awaitScreen("llmq> list where xo");
        }
    }

    @Test
    void bracketsThatBelongTogetherAreShown() {
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("max((mmlu)");
            typing.awaitScreen("llmq> max((mmlu)");
            int before = typing.written().length();
            typing.type(LEFT + RIGHT);
            typing.await(() -> typing.written().length() > before + 4);
            assertTrue(typing.written().contains("1;94") || typing.written().contains("94;1"), typing.written());
            typing.type(")\r");
            typing.await(() -> typing.evaluated.size() == 1);
        }
    }
}
