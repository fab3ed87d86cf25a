package llmq.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.document.DocumentReader;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.lesson.LessonReader;
import llmq.load.FileLoader;
import llmq.load.Progress;
import llmq.render.Format;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.text.CellWidth;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
    private static final String LESSON = """
            # Meet DBRX
            #
            # One model of {params of DBRX}, and a few questions to it. They are asked with `of`, and the
            # answers come from the catalog.
            #
            # Such as:
            # - what it scored
            # - what it read
            #: notes Ask who has {params of DBRX}.
            let tenth = params of DBRX / 10
            tenth + 1 params

            #: exercise Its score
            # What did DBRX score?
            #: guess What does MMLU say of it?
            #: truth mmlu of DBRX
            mmlu of DBRX
            #: because It read {tokens of DBRX}.

            # The rest
            #
            # Nothing here holds.
            assert tenth > 20B params "ten times as large"
            # All of them, and that is many.
            list models show params sort by name top 30
            """;
    private static final Style STYLE = new Style(0, Theme.NONE, true, false, 40);

    private final AtomicInteger runs = new AtomicInteger();

    private Deck deck(String text) {
        return new Deck(LessonReader.read(DocumentReader.read(new SourceText("dbrx.llmq", text))),
                Session.start(Catalog.builtIn()), cancel -> {
                    runs.incrementAndGet();
                    return workspace(cancel);
                });
    }

    private static Workspace workspace(Cancel cancel) {
        return new Workspace(Path.of(""), true, new Engine(1), new FileLoader(() -> 0, 1), cancel, Progress.NONE);
    }

    private Show show(String text, Style style) {
        Show show = new Show(deck(text), () -> style, Format.TABLE, "llmq> ");
        show.open(Cancel.never());
        return show;
    }

    private static Show.Then press(Show show, Key... keys) {
        Show.Then then = null;
        for (Key key : keys) {
            then = show.press(key, Cancel.never());
        }
        return then;
    }

    private static void number(Show show, int... digits) {
        for (int digit : digits) {
            show.digit(digit);
        }
    }

    private static String screen(Show show, int columns, int rows) {
        List<String> lines = show.screen(columns, rows);
        assertTrue(lines.size() <= rows, lines.size() + " lines");
        for (String line : lines) {
            assertTrue(CellWidth.of(line.replaceAll("\u001b\\[[0-9;]*m", "")) <= columns, line);
        }
        StringBuilder text = new StringBuilder();
        int empty = 0;
        for (String line : lines) {
            empty = line.isEmpty() ? empty + 1 : 0;
            // How many there are above the foot says the number of lines.
            if (empty <= 2) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static String foot(Show show) {
        List<String> lines = show.screen(80, 24);
        return lines.get(lines.size() - 1).strip();
    }

    @Test
    void stepsOfALessonAtTwoSizes() {
        Show show = show(LESSON, STYLE);
        press(show, Key.NEXT, Key.NEXT, Key.NEXT);
        assertEquals("""

                    Meet DBRX
                    ─────────

                    One model of 132B params, and a few questions to it. They are
                    asked with `of`, and the answers come from the catalog.

                    Such as:

                    - what it scored
                    - what it read

                    llmq> let tenth = params of DBRX / 10

                    llmq> tenth + 1 params


                    Meet DBRX · step 4 of 16                                          ? keys
                """, screen(show, 80, 24));
        press(show, Key.NEXT);
        assertEquals("""

                  llmq> tenth + 1 params

                  13.2B params


                  Meet DBRX · step 5 of 16            ? keys
                """, screen(show, 46, 16));
        assertTrue(screen(show, 80, 24).contains("Such as:"), "where there is room, it stands on the same screen");
    }

    @Test
    void anExerciseIsAGuessATaskItsAnswerAndWhy() {
        Show show = show(LESSON, STYLE);
        number(show, 6);
        press(show, Key.ENTER);
        assertEquals("""

                    Exercise: Its score
                    ───────────────────

                    A guess first. What does MMLU say of it?


                    Meet DBRX · step 6 of 16                                          ? keys
                """, screen(show, 80, 24));
        number(show, 1, 0);
        press(show, Key.ENTER);
        assertEquals("""

                  Exercise: Its score
                  ───────────────────

                  A guess first. What does MMLU say of it?

                  What did DBRX score?

                  llmq> mmlu of DBRX

                  73.7 %

                  What does MMLU say of it? 73.7%


                  Meet DBRX · step 10 of 16                         ? keys
                """, screen(show, 60, 20));
        press(show, Key.NEXT);
        assertTrue(screen(show, 60, 20).contains("It read 12T tokens."));
    }

    @Test
    void whatFailsIsShownInItsPlaceAndTheRestGoesOn() {
        Show show = show(LESSON, STYLE);
        press(show, Key.LAST);
        number(show, 1, 4);
        press(show, Key.ENTER);
        String screen = screen(show, 80, 30);
        assertTrue(screen.contains("error[E201]"), screen);
        assertTrue(screen.contains("llmq> assert tenth > 20B params"), screen);
        assertTrue(screen.contains("All of them, and that is many."), screen);
    }

    @Test
    void whatIsTallerThanTheWindowIsGoneThrough() {
        Show show = show(LESSON, STYLE);
        press(show, Key.LAST);
        String top = screen(show, 60, 20);
        assertTrue(top.contains("lines 1 to "), top);
        assertTrue(top.contains("llmq> list models show params sort by"), top);
        press(show, Key.DOWN);
        assertTrue(screen(show, 60, 20).contains("lines 2 to "));
        press(show, Key.UP);
        assertEquals(top, screen(show, 60, 20));
        int presses = 0;
        while (!screen(show, 60, 20).contains("← goes up")) {
            press(show, Key.NEXT);
            presses++;
            assertEquals(16, show.step());
            assertTrue(presses < 9);
        }
        press(show, Key.NEXT);
        assertEquals("this is the last step · q leaves, Home begins again", screen(show, 60, 20).strip().lines()
                .reduce((first, second) -> second).orElseThrow().strip());
        for (int i = 0; i < presses; i++) {
            press(show, Key.BACK);
            screen(show, 60, 20);
        }
        assertEquals(top, screen(show, 60, 20));
        press(show, Key.BACK);
        assertEquals(15, show.step());
    }

    /** Keys, then the step that is shown. Digits in a row are a number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEXT NEXT                       |  3
            ENTER DOWN                      |  3
            NEXT NEXT BACK                  |  2
            NEXT NEXT ERASE UP              |  1
            BACK                            |  1
            LAST                            | 16
            LAST FIRST                      |  1
            LAST NEXT                       | 16
            8 ENTER                         |  8
            1 2 ENTER                       | 12
            1 2 ERASE ENTER                 |  1
            8 ESCAPE NEXT                   |  2
            8 NEXT                          |  2
            9 9 ENTER                       |  1
            0 ENTER                         |  1
            9 9 9 9 9 9 9 9 9 9 9 9 ENTER   |  1
            BLANK NEXT NEXT                 |  2
            BLANK LAST                      |  1
            BLANK 3 NEXT                    |  2
            KEYS OTHER                      |  1
            KEYS NEXT NEXT                  |  2
            LIST ENTER                      |  1
            LIST DOWN ENTER                 |  6
            LIST DOWN DOWN ENTER            | 12
            LIST LAST ENTER                 | 12
            LIST 9 ENTER                    |  9
            LIST DOWN LIST NEXT             |  2
            LIST DOWN ESCAPE                |  1
            7 ENTER LIST ENTER              |  6
            OTHER NOTES REDRAW              |  1
            INTERRUPT NEXT                  |  2
            """)
    void keysGoTo(String keys, int step) {
        Show show = show(LESSON, STYLE);
        for (String key : keys.split(" ")) {
            if (Character.isDigit(key.charAt(0))) {
                number(show, Integer.parseInt(key));
            } else {
                press(show, Key.valueOf(key));
            }
            screen(show, 80, 40);
        }
        assertEquals(step, show.step());
    }

    @Test
    void eachStepRunsOnceWhenItIsFirstReached() {
        Show show = show(LESSON, STYLE);
        assertEquals(1, runs.get());
        number(show, 8);
        press(show, Key.ENTER);
        assertEquals(8, runs.get());
        String there = screen(show, 80, 24);
        press(show, Key.FIRST, Key.NEXT, Key.NEXT, Key.BACK, Key.NEXT);
        number(show, 8);
        press(show, Key.ENTER);
        assertEquals(8, runs.get());
        assertEquals(there, screen(show, 80, 24));
    }

    @Test
    void whatIsTypedOnTheWayChangesNothing() {
        Show show = show(LESSON, STYLE);
        press(show, Key.NEXT, Key.NEXT);
        assertSame(Show.Then.TYPE, press(show, Key.TYPE));
        Session session = show.session();
        SourceText text = SourceText.of("let tenth = 5; let trouble = 1; tenth");
        Session typed = session;
        for (Statement statement : new Parser().parse(text).statements()) {
            typed = typed.run(statement, text, workspace(Cancel.never())).session();
        }
        press(show, Key.NEXT, Key.NEXT);
        assertTrue(screen(show, 80, 30).contains("13.2B params"), "and not 6");
        assertFalse(show.session().names().find("trouble") != null);
        assertTrue(typed.names().find("trouble") != null);
    }

    @Test
    void notesStandBeneath() {
        Show show = show(LESSON, STYLE);
        press(show, Key.NOTES);
        assertEquals("""

                    Meet DBRX
                    ─────────

                    One model of 132B params, and a few questions to it. They are
                    asked with `of`, and the answers come from the catalog.


                    ────────────────────────────────────────────────────────────────────────
                    Ask who has 132B params.
                    Meet DBRX · step 1 of 16                                          ? keys
                """, screen(show, 80, 24));
        press(show, Key.NOTES);
        assertFalse(screen(show, 80, 24).contains("Ask"));
        number(show, 6);
        press(show, Key.ENTER, Key.NOTES);
        assertEquals("no notes on this step; n again hides notes", foot(show));
    }

    @Test
    void longNotesHaveAPageOfTheirOwn() {
        Show show = show("# Talk\n#\n# A.\n#: notes One. " + "And more. ".repeat(40)
                + "The end.\nplot mmlu against flops\n", STYLE);
        press(show, Key.NOTES);
        String some = screen(show, 60, 18);
        assertTrue(some.contains("… (n shows all)"), some);
        press(show, Key.NOTES);
        assertTrue(screen(show, 60, 18).contains("The end.\n"), screen(show, 60, 18));
        press(show, Key.NOTES);
        assertFalse(screen(show, 60, 18).contains("more"));
        press(show, Key.NOTES, Key.NOTES, Key.NEXT, Key.NEXT);
        assertEquals(3, show.step());
        String picture = screen(show, 60, 19);
        assertTrue(picture.contains("┤") && picture.contains("(n shows all)"), picture);
    }

    @Test
    void theListSaysWhereItIs() {
        Show show = show(LESSON, STYLE);
        number(show, 7);
        press(show, Key.ENTER, Key.LIST, Key.DOWN);
        assertEquals("""

                    Meet DBRX

                       1   Meet DBRX
                       6 * Exercise: Its score
                    > 12   The rest


                    ↑ ↓ choose · Enter goes there · g returns
                """, screen(show, 80, 24));
        Show plain = show("20 + 1\n# Why?\nlet a = 1\n", STYLE);
        press(plain, Key.LIST);
        assertEquals("""

                  dbrx

                  > 1 * dbrx
                    3   Why?
                    4   let a = 1


                  ↑ ↓ choose · Enter goes there · g returns
                """, screen(plain, 60, 20));
    }

    @Test
    void aBlankScreenIsBlank() {
        Show show = show(LESSON, STYLE);
        press(show, Key.BLANK);
        assertEquals(List.of(), show.screen(80, 24));
        press(show, Key.OTHER);
        assertEquals("Meet DBRX · step 1 of 16                                          ? keys", foot(show));
    }

    @Test
    void leaving() {
        Show show = show(LESSON, STYLE);
        assertSame(Show.Then.LEAVE, press(show, Key.LEAVE));
        assertSame(Show.Then.STAY, press(show, Key.INTERRUPT));
        assertEquals("Ctrl-C once more leaves, any other key goes on", foot(show));
        assertSame(Show.Then.STAY, press(show, Key.NEXT, Key.INTERRUPT));
        assertSame(Show.Then.LEAVE, press(show, Key.INTERRUPT));
        press(show, Key.BLANK);
        assertSame(Show.Then.LEAVE, press(show, Key.LEAVE));
    }

    /** A step that is stopped has not run, and may be tried again. */
    @Test
    void whatIsStoppedIsNotSkipped() {
        Show show = show(LESSON, STYLE);
        show.press(Key.LAST, () -> true);
        assertEquals(1, show.step());
        assertTrue(foot(show).startsWith("stopped: step "), foot(show));
        press(show, Key.LAST);
        assertEquals(16, show.step());
    }

    /** Of every step, at sizes where little fits, in the characters that there are. */
    @ParameterizedTest
    @CsvSource({"80, 24, true", "120, 40, true", "60, 20, false", "30, 8, true", "20, 5, false", "1, 1, true",
        "0, 0, true"})
    void everyStepFits(int columns, int rows, boolean unicode) {
        Show show = show(LESSON, new Style(0, Theme.PROJECTOR, unicode, false, 40));
        int width = columns == 0 ? 80 : Math.max(20, columns);
        int height = rows == 0 ? 24 : rows;
        for (int i = 0; i < show.deck().size(); i++) {
            for (Key key : List.of(Key.NOTES, Key.LIST, Key.ESCAPE, Key.KEYS, Key.ESCAPE, Key.NOTES)) {
                press(show, key);
                List<String> lines = show.screen(columns, rows);
                assertTrue(lines.size() <= height, lines.toString());
                for (String line : lines) {
                    String bare = line.replaceAll("\u001b\\[[0-9;]*m", "");
                    assertTrue(CellWidth.of(bare) <= width, bare);
                    assertTrue(unicode || bare.chars().allMatch(c -> c < 128), bare);
                }
            }
            int step = show.step();
            for (int k = 0; k < 60 && show.step() == step; k++) {
                press(show, Key.NEXT);
            }
        }
        assertEquals(16, show.step());
    }

    @Test
    void theWholeIsTextForWhoReads() {
        String whole = new Show(deck(LESSON), () -> new Style(0, Theme.NONE, true, true, 0), Format.TABLE, "llmq> ")
                .whole(Cancel.never());
        assertEquals("""
                Meet DBRX

                One model of 132B params, and a few questions to it. They are
                asked with `of`, and the answers come from the catalog.

                Such as:

                - what it scored
                - what it read

                llmq> let tenth = params of DBRX / 10

                llmq> tenth + 1 params

                13.2B params

                Exercise: Its score

                A guess first. What does MMLU say of it?
                """, whole.substring(0, whole.indexOf("\nWhat did DBRX")));
    }
}
