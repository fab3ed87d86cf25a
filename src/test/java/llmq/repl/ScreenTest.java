package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import llmq.catalog.Catalog;
import llmq.engine.Engine;
import llmq.session.Correction;
import llmq.session.Preview;
import llmq.session.Session;
import llmq.text.Role;
import llmq.text.Theme;
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

    private Typing live(String type, Theme theme, LiveLine.Source source) {
        return new Typing(type, 60, 10, theme, folder.resolve("history"), source);
    }

    private static Preview.Line rows(String text) {
        return new Preview.Line(Preview.Kind.ROWS, text);
    }

    @ParameterizedTest
    @CsvSource({"dark", "none"})
    void theLiveLineStandsBeneathWhatIsTypedAndGoesWithIt(String theme) {
        Preview preview = new Preview(new Engine(1));
        Session session = Session.start(Catalog.builtIn());
        try (Typing typing = live("xterm-256color", theme.equals("none") ? Theme.NONE : Theme.DARK,
                (text, cancel) -> preview.of(text, session, cancel))) {
            typing.type("3T / 7");
            typing.awaitScreen("llmq> 3T / 7\n  = 4.29e11");
            typing.type("B");
            typing.awaitScreen("llmq> 3T / 7B\n  = 429");
            typing.type(" +");
            typing.awaitScreen("llmq> 3T / 7B +\n  needs a value");
            typing.type(" xo + 1");
            typing.awaitScreen("llmq> 3T / 7B + xo + 1\n  there is no field or measure 'xo'");
            typing.type("\r");
            typing.awaitScreen("llmq> 3T / 7B + xo + 1\nllmq>");
            typing.type("1 + 1");
            typing.awaitScreen("llmq> 3T / 7B + xo + 1\nllmq> 1 + 1\n  = 2");
            typing.type("\u0003");
            typing.awaitScreen("llmq> 3T / 7B + xo + 1\nllmq> 1 + 1^C\nllmq>");
        }
    }

    @Test
    void aLineThatIsLateIsDrawnWhenItIsThere() {
        CountDownLatch gate = new CountDownLatch(1);
        try (Typing typing = live("xterm-256color", Theme.DARK, (text, cancel) -> {
            await(gate);
            return rows("of " + text);
        })) {
            typing.type("abc");
            typing.awaitScreen("llmq> abc");
            gate.countDown();
            typing.awaitScreen("llmq> abc\n  of abc");
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTakesTooLongIsNotSaidAndNothingElseStaysInItsPlace() {
        try (Typing typing = live("xterm-256color", Theme.DARK, (text, cancel) -> {
            while (text.length() > 1) {
                if (cancel.requested()) {
                    return null;
                }
            }
            return rows("of " + text);
        })) {
            typing.type("a");
            typing.awaitScreen("llmq> a\n  of a");
            typing.type("b");
            typing.awaitScreen("llmq> ab");
        }
    }

    @Test
    void aFaultSaysNothing() {
        try (Typing typing = live("xterm-256color", Theme.DARK, (text, cancel) -> {
            if (text.length() == 1) {
                throw new IllegalStateException("a bug");
            }
            return rows("of " + text);
        })) {
            typing.type("a");
            typing.awaitScreen("llmq> a");
            typing.type("b");
            typing.awaitScreen("llmq> ab\n  of ab");
        }
    }

    @ParameterizedTest
    @CsvSource({"dumb, list", "xterm, /help", "xterm, help"})
    void noLiveLineWhereThereIsNoPlaceOrNothingToSay(String type, String keys) {
        try (Typing typing = live(type, Theme.NONE, (text, cancel) -> rows("nonsense"))) {
            typing.type(keys + "\r");
            typing.await(() -> typing.screen().split("llmq>", -1).length > 2);
            assertFalse(typing.written().contains(keys.equals("help") ? "of help" : "nonsense"), typing.written());
        }
    }

    @Test
    void aLongLineIsCutAndANewWidthIsHeeded() {
        String words = "abcdefghi ".repeat(8).strip();
        try (Typing typing = live("xterm-256color", Theme.DARK, (text, cancel) -> rows(words))) {
            typing.type("a");
            typing.awaitScreen("llmq> a\n" + ("  " + words).substring(0, 59).stripTrailing());
            typing.resize(80, 10);
            typing.type("b");
            typing.awaitScreen("llmq> ab\n" + ("  " + words).substring(0, 79).stripTrailing());
        }
    }

    @Test
    void theLineStandsBeneathAllLinesOfAStatement() {
        try (Typing typing = live("xterm-256color", Theme.DARK, (text, cancel) -> rows(text.length() + " long"))) {
            typing.type("rank models\r");
            typing.awaitScreen("llmq> rank models\n ...>\n  12 long");
            typing.type("by x");
            typing.awaitScreen("llmq> rank models\n ...> by x\n  16 long");
            typing.type("\r");
            typing.awaitScreen("llmq> rank models\n ...> by x\nllmq>");
        }
    }

    @Test
    void whatIsPastedIsCleanedAndRunsOneAfterTheOther() {
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("\u001b[200~llmq> rank models\r ...>   by mmlu\r┌──────┐\r│ rank │\r└──────┘\rnote: so\r\r"
                    + "llmq> 1 + 1\r$2 = 2\r\u001b[201~");
            typing.awaitScreen("llmq> rank models\n ...>   by mmlu\n ...> 1 + 1");
            typing.type("\r");
            typing.await(() -> typing.evaluated.size() == 2);
            typing.awaitScreen("llmq> rank models\n ...>   by mmlu\nllmq> 1 + 1\nllmq>");
            assertEquals(List.of("rank models\n  by mmlu", "1 + 1"), typing.evaluated);
            typing.type("\u001bOA\u001bOA");
            typing.awaitScreen("llmq> rank models\n ...>   by mmlu\nllmq> 1 + 1\nllmq> rank models\n ...>   by mmlu");
        }
    }

    @Test
    void tabOnTheEmptyLinePutsThereWhatFailedAndIsPutRight() {
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.correction = new Correction("rank models\nby mmlu", 11, true);
            typing.type("\t");
            typing.awaitScreen("llmq> rank models\n ...> by mmlu");
            typing.type(" x");
            typing.awaitScreen("llmq> rank models x\n ...> by mmlu");
            typing.type("\r");
            typing.await(() -> typing.evaluated.size() == 1);
            assertEquals(List.of("rank models x\nby mmlu"), typing.evaluated);
        }
    }

    @Test
    void aSearchSaysWhatItSeeks() throws Exception {
        remember("rank models by mmlu", "rank models by mmlu/flops", "list hardware");
        try (Typing typing = live("xterm-256color", Theme.DARK, (text, cancel) -> rows("live line"))) {
            typing.type("\u0012");
            typing.awaitScreen("llmq>\n  search:");
            typing.type("flop");
            typing.awaitScreen("llmq> rank models by mmlu/flops\n  search: flop");
            typing.type("zz");
            typing.awaitScreen("llmq> rank models by mmlu/flops\n  nothing matches: flopzz");
            typing.type("\u007f\u007f\u0005");
            typing.awaitScreen("llmq> rank models by mmlu/flops\n  live line");
        }
    }

    @Test
    void aStatementOfSeveralLinesIsFoundAndGoneThroughLineByLine() throws Exception {
        remember("rank models\\n  by mmlu", "1 + 1");
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("\u0012by mm");
            typing.await(() -> typing.screen().contains("  by mmlu"));
            typing.type("\u0003");
            typing.await(() -> typing.screen().endsWith("llmq>"));
            typing.type("\u001bOA\u001bOA");
            typing.await(() -> typing.screen().endsWith("llmq> rank models\n ...>   by mmlu"));
            // Up goes to the line above before it goes to the statement before; Ctrl-D takes a character.
            typing.type("\u001bOA\u0001\u0004x\u001bOB\u0005 top 2\r");
            typing.await(() -> typing.evaluated.size() == 1);
            assertEquals(List.of("xank models\n  by mmlu top 2"), typing.evaluated);
        }
    }

    @Test
    void viTakesWhatIsOffered() throws Exception {
        remember("list models top 3");
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.vi = true;
            typing.type("1\r");
            typing.await(() -> typing.evaluated.size() == 1);
            typing.type("list");
            typing.await(() -> typing.screen().endsWith("llmq> list models top 3"));
            typing.type(RIGHT + "\r");
            typing.await(() -> typing.evaluated.size() == 2);
            assertEquals(List.of("1", "list models top 3"), typing.evaluated);
        }
    }

    @Test
    void aCommandAmidAStatementIsOneAndTheStatementGoesOn() {
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("rank models\r/help rank\r");
            typing.awaitScreen("llmq> /help rank\nllmq> rank models\n ...>");
            typing.type("by mmlu\r1 /\r/2\r");
            typing.await(() -> typing.evaluated.size() == 3);
            assertEquals(List.of("/help rank", "rank models\nby mmlu", "1 /\n/2"), typing.evaluated);
        }
    }

    @Test
    void keysOfVi() {
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.vi = true;
            typing.type("list\r");
            typing.awaitScreen("llmq> list\nllmq>");
            typing.type("lisst models\u001b");
            typing.awaitScreen("llmq> list\nllmq> lisst models" + " ".repeat(32) + "vi command");
            typing.type("0fsx");
            typing.awaitScreen("llmq> list\nllmq> list models" + " ".repeat(33) + "vi command");
            typing.type("A top 3\u001b\r  show name");
            typing.awaitScreen("llmq> list\nllmq> list models top 3\n ...>   show name");
            typing.type("\u001b");
            typing.await(() -> typing.screen().contains("vi command"));
            typing.type("\r");
            typing.awaitScreen("llmq> list\nllmq> list models top 3\n ...>   show name\nllmq>");
            typing.vi = false;
            typing.type("1\r1 + 1\u0001\u0004\r");
            typing.await(() -> typing.evaluated.size() == 4);
            assertEquals(List.of("list", "list models top 3\n  show name", "1", " + 1"), typing.evaluated);
        }
    }

    /** Columns before and after; arrows to the left before the window changes. */
    @ParameterizedTest
    @CsvSource({"60, 80, 0", "60, 40, 0", "60, 31, 20", "60, 120, 80", "40, 200, 1", "60, 60, 0", "60, 60, 70"})
    void aWindowOfAnotherWidthIsDrawnOnce(int before, int after, int left) {
        String text = "rank models where tokens < 3T and open and params > 7B by mmlu/flops top 2 show name";
        try (Typing typing = new Typing("xterm-256color", before, 12, Theme.DARK, folder.resolve("history"),
                (typed, cancel) -> rows("live line"))) {
            typing.type(text + LEFT.repeat(left));
            typing.await(() -> typing.screen().replaceAll("\\s", "").equals(("llmq>" + text + "liveline").replace(" ", "")));
            typing.resize(after, 12);
            StringBuilder lines = new StringBuilder();
            for (String rest = "llmq> " + text; !rest.isEmpty();) {
                int end = Math.min(after, rest.length());
                lines.append(rest.substring(0, end).stripTrailing()).append('\n');
                rest = rest.substring(end);
            }
            typing.awaitScreen(lines + "  live line");
            // JLine begins anew whenever it is told of a size.
            typing.resize(after, 12);
            typing.awaitScreen(lines + "  live line");
            typing.type("x\r");
            typing.await(() -> typing.evaluated.size() == 1);
            int caret = text.length() - left;
            assertEquals(text.substring(0, caret) + "x" + text.substring(caret), typing.evaluated.get(0));
        }
    }

    /** What is drawn amid a statement would stand there as a prompt that nobody reads from. */
    @Test
    void aLineThatIsLeftIsNotDrawnWhenItHearsOfTheWindowLate() {
        try (Typing typing = typing("xterm-256color", Theme.DARK)) {
            typing.type("list");
            typing.awaitScreen("llmq> list");
            typing.meanwhile = typing.resizing(40, 10);
            typing.type("\r");
            typing.await(() -> typing.evaluated.size() == 1);
            typing.awaitScreen("llmq> list\nllmq>");
        }
    }
}
