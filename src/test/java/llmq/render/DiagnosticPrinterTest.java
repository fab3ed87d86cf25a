package llmq.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.text.CellWidth;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

    private static String print(Style style, Diagnostic... diagnostics) {
        StringBuilder out = new StringBuilder();
        try {
            new DiagnosticPrinter(style).print(List.of(diagnostics), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static String print(Diagnostic... diagnostics) {
        return print(new Style(80, Theme.NONE, true, false, 0), diagnostics);
    }

    /** An error at the first place of {@code spot} in the text. */
    private static Diagnostic at(String name, String text, String spot, String... help) {
        int start = text.indexOf(spot);
        return Diagnostic.at(ErrorCode.E101, new SourceText(name, text), new Span(start, start + spot.length()),
                "unknown name '" + spot + "'", help);
    }

    @Test
    void aPlaceInAFile() {
        assertEquals("""
                error[E101] best.llmq:3:16: unknown name 'mmul'
                  3 │ rank models by mmul
                    │                ^^^^
                  help: did you mean 'mmlu'?
                  help: describe lists what there is
                """, print(at("best.llmq", "list\n\nrank models by mmul\nlist", "mmul", "did you mean 'mmlu'?",
                "describe lists what there is")));
    }

    @Test
    void linesAreWrappedAtWordsButNeverWithinOneOrInAPipe() {
        Diagnostic long40 = at("a.llmq", "list mmul", "mmul", "settings are feedback, format, rows, digits, theme and "
                + "/a/path/that/is/longer/than/the/window/and/stays/whole");
        assertEquals("""
                error[E101] a.llmq:1:6: unknown name
                  'mmul'
                  1 │ list mmul
                    │      ^^^^
                  help: settings are feedback, format,
                    rows, digits, theme and
                    /a/path/that/is/longer/than/the/window/and/stays/whole
                """, print(new Style(40, Theme.NONE, true, false, 0), long40));
        assertEquals("""
                error[E101] a.llmq:1:6: unknown name 'mmul'
                  1 │ list mmul
                    │      ^^^^
                  help: settings are feedback, format, rows, digits, theme and \
                /a/path/that/is/longer/than/the/window/and/stays/whole
                """, print(new Style(0, Theme.NONE, true, false, 0), long40));
    }

    @Test
    void atThePromptOneLineNeedsNoNumberButSeveralDo() {
        assertEquals("""
                error[E101]: unknown name 'mmul'
                  │ rank models by mmul
                  │                ^^^^
                error[E101]: unknown name 'mmul'
                  2 │   by mmul
                    │      ^^^^
                """, print(at(null, "rank models by mmul", "mmul"), at(null, "rank models\n  by mmul", "mmul")));
    }

    @Test
    void anErrorInNoText() {
        assertEquals("""
                error[E301]: cannot read 'a\\x1b[2J.csv'
                  help: check the path
                """, print(Diagnostic.of(ErrorCode.E301, "cannot read 'a\u001b[2J.csv'", "check the path")));
    }

    @Test
    void tabsWideAndInvisibleCharactersKeepTheUnderlineBeneath() {
        assertEquals("""
                error[E101]: unknown name 'mmul'
                  │     list 'é 模型' \\0 mmul   x
                  │                      ^^^^
                error[E101]: unknown name '模型'
                  │ list 模型
                  │      ^^^^
                error[E101]: unknown name '\\0'
                  │ a\\0b
                  │  ^^
                error[E101]: unknown name '\\u202e'
                  │ list x\\u202ey
                  │       ^^^^^^
                """, print(at(null, "\tlist 'e\u0301 模型' \u0000 mmul\tx", "mmul"), at(null, "list 模型", "模型"),
                at(null, "a\u0000b", "\u0000"), at(null, "list x\u202ey", "\u202e")));
    }

    @Test
    void aSpanOverSeveralLinesIsUnderlinedOnTheFirst() {
        assertEquals("""
                error[E101] f:1:12: unknown name '(open\\r\\n  and x)'
                  1 │ list where (open
                    │            ^^^^^
                """, print(at("f", "list where (open\r\n  and x)\r\n", "(open\r\n  and x)")));
    }

    @Test
    void theEndOfTheTextIsAPlaceToo() {
        String text = "rank models by";
        assertEquals("""
                error[E002] f:1:15: unfinished
                  1 │ rank models by
                    │               ^
                error[E002] f:2:1: unfinished
                  2 │
                    │ ^
                error[E002] f:1:1: unfinished
                  1 │
                    │ ^
                error[E002] f:1:15: unfinished
                  1 │ rank models by
                    │               ^
                """, print(Diagnostic.at(ErrorCode.E002, new SourceText("f", text), new Span(14, 14), "unfinished"),
                Diagnostic.at(ErrorCode.E002, new SourceText("f", text + "\n"), new Span(15, 15), "unfinished"),
                Diagnostic.at(ErrorCode.E002, new SourceText("f", ""), new Span(0, 0), "unfinished"),
                Diagnostic.at(ErrorCode.E002, new SourceText("f", text), new Span(99, 200), "unfinished")));
    }

    @Test
    void longLinesAreCutAroundThePlace() {
        String before = "x ".repeat(100);
        Style narrow = new Style(50, Theme.NONE, true, false, 0);
        assertEquals("""
                error[E101]: unknown name 'mmul'
                  │ … x x x x x x x x x mmul x x x x x x x x x x…
                  │                     ^^^^
                error[E101]: unknown name 'mmul'
                  │ mmul x x x x x x x x x x x x x x x x x x x x…
                  │ ^^^^
                error[E101]: unknown name 'mmul'
                  │ …x x x x x x x x x x x x x x x x x x x x mmul
                  │                                          ^^^^
                error[E101]: unknown name
                  'mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm'
                  │ … x x x x x x mmmmmmmmmmmmmmmmmmmmmmmmmmmmmm…
                  │               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """, print(narrow, at(null, before + "mmul " + before, "mmul"), at(null, "mmul " + before, "mmul"),
                at(null, before + "mmul", "mmul"), at(null, before + "m".repeat(60) + before, "m".repeat(60))));
    }

    @Test
    void noLineOfAnExcerptIsTooWideAndTheUnderlineIsBeneathThePlace() {
        String around = "模a\t型e\u0301🚀 \u0007".repeat(40);
        for (int width = 40; width < 140; width++) {
            for (int offset = 0; offset <= around.length(); offset += 3) {
                String text = around.substring(0, offset) + "mmul" + around.substring(offset);
                String[] lines = print(new Style(width, Theme.NONE, true, false, 0),
                        Diagnostic.at(ErrorCode.E101, SourceText.of(text), new Span(offset, offset + 4), "x"))
                        .split("\n");
                assertTrue(CellWidth.of(lines[1]) <= width, width + ": " + lines[1]);
                int spot = lines[1].indexOf("mmul");
                assertEquals(CellWidth.of(lines[1].substring(0, spot)), lines[2].indexOf("^^^^"), lines[1]);
            }
        }
    }

    @Test
    void aLineOfManyMegabytesIsNoTrouble() {
        String text = "x".repeat(20_000_000) + "mmul" + "y".repeat(20_000_000);
        String printed = print(at("big", text, "mmul"));
        assertTrue(printed.startsWith("error[E101] big:1:20000001: unknown name 'mmul'\n  1 │ …xxx"), printed);
        assertTrue(printed.length() < 400, printed);
    }

    @Test
    void aVeryLongNameIsQuotedByItsEndsAndManyErrorsAreCounted() {
        String name = "a".repeat(699) + "🚀".repeat(10_000) + "b".repeat(5);
        Diagnostic wrong = Diagnostic.of(ErrorCode.E301, name, "x".repeat(900));
        assertEquals("error[E301]: " + "a".repeat(699) + "🚀\n  …\n  " + "🚀".repeat(97) + "b".repeat(5) + "\n  help: "
                + "x".repeat(900) + "\n", print(wrong));
        Diagnostic[] many = Collections.nCopies(22, Diagnostic.of(ErrorCode.E301, "no")).toArray(new Diagnostic[0]);
        assertEquals("error[E301]: no\n".repeat(20) + "and 2 more errors\n", print(many));
        assertEquals("error[E301]: no\n".repeat(20) + "and 1 more error\n", print(Arrays.copyOf(many, 21)));
        assertEquals("error[E301]: no\n".repeat(22), print(Style.WHOLE, many), "in a pipe");
        assertEquals("error[E301]: no\n".repeat(20), print(Arrays.copyOf(many, 20)));
    }

    @Test
    void asciiAndPlain() {
        Diagnostic diagnostic = at("f.llmq", "list\nrank models by mmul and so on", "mmul", "did you mean 'mmlu'?");
        assertEquals("""
                error[E101] f.llmq:2:16: unknown name 'mmul'
                  2 | rank models by mmul and so on
                    |                ^^^^
                  help: did you mean 'mmlu'?
                """, print(new Style(80, Theme.NONE, false, false, 0), diagnostic));
        assertEquals("""
                error E101 in f.llmq:2:16: unknown name 'mmul'
                line 2: rank models by mmul and so on
                at: mmul
                help: did you mean 'mmlu'?
                """, print(new Style(80, Theme.DARK, true, true, 0), diagnostic));
    }

    @Test
    void coloursFollowRoles() {
        assertEquals("""
                {1;91merror[E101]} {90mf:1:4}: unknown name 'mmul'
                {90m  1 │ }by mmul
                {90m    │ }   {1;91m^^^^}
                  {96mhelp:} look
                """, print(new Style(80, Theme.DARK, true, false, 0), at("f", "by mmul", "mmul", "look"))
                .replace("\u001b[0m", "}").replace("\u001b[", "{"));
    }
}
