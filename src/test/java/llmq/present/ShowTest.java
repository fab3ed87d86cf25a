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
import llmq.load.LoadProgress;
import llmq.result.Format;
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
import org.junit.jupiter.params.provider.EnumSource;

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
        return new Workspace(Path.of(""), true, new Engine(1), new FileLoader(() -> 0, 1), cancel, LoadProgress.NONE);
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


                    Meet DBRX · step 3 of 8 · 1 of 2                                  ? keys
                """, screen(show, 80, 24));
        press(show, Key.NEXT);
        assertEquals("""

                  llmq> tenth + 1 params

                  13.2B params


                  Meet DBRX · step 3 of 8 · 2 of 2    ? keys
                """, screen(show, 46, 16));
        assertTrue(screen(show, 80, 24).contains("Such as:"), "where there is room, it stands on the same screen");
    }

    @Test
    void anExerciseIsAGuessATaskItsAnswerAndWhy() {
        Show show = show(LESSON, STYLE);
        number(show, 4);
        press(show, Key.ENTER);
        assertEquals("""

                    Exercise 1: Its score
                    ─────────────────────

                    A guess first. What does MMLU say of it?


                    Meet DBRX · step 4 of 8 · 1 of 6                 next: the task · ? keys
                """, screen(show, 80, 24));
        press(show, Key.NEXT);
        assertEquals("Meet DBRX · step 4 of 8 · 2 of 6               next: the answer · ? keys", foot(show));
        press(show, Key.NEXT, Key.NEXT, Key.NEXT);
        assertEquals("""

                  Exercise 1: Its score
                  ─────────────────────

                  A guess first. What does MMLU say of it?

                  What did DBRX score?

                  llmq> mmlu of DBRX

                  73.7 %

                  What does MMLU say of it? 73.7%


                  Meet DBRX · step 4 of 8 · 5 of 6                  ? keys
                """, screen(show, 60, 20));
        press(show, Key.NEXT);
        assertTrue(screen(show, 60, 20).contains("It read 12T tokens."));
    }

    @Test
    void anExerciseIsPassedBy() {
        Show show = show("""
                # A talk
                #
                # Of numbers.
                #: exercise Twice
                #: extra
                # Double it.
                #: guess What will it be?
                2 * 21
                #: because It is doubled.
                # On we go.
                1 + 1
                #: exercise Thrice
                # Treble it.
                3 * 4
                """, STYLE);
        press(show, Key.PASS);
        assertEquals("s passes by an exercise, and none is here", foot(show));
        press(show, Key.NEXT);
        assertEquals("A talk · step 2 of 5 · 1 of 5   s passes it by · next: the task · ? keys", foot(show));
        press(show, Key.NEXT);
        assertEquals("A talk · step 2 of 5 · 2 of 5          s passes it by · next: the answer", foot(show));
        press(show, Key.NEXT);
        assertEquals("A talk · step 2 of 5 · 3 of 5                                     ? keys", foot(show),
                "the answer is there");
        press(show, Key.BACK, Key.PASS);
        assertEquals("""

                    On we go.


                    A talk · step 3 of 5                                              ? keys
                """, screen(show, 80, 24));
        press(show, Key.NEXT, Key.NEXT, Key.NEXT);
        assertEquals("A talk · step 5 of 5 · 1 of 3                  next: the answer · ? keys", foot(show));
        press(show, Key.PASS);
        assertEquals("this exercise is the last step · q leaves", foot(show));
        assertEquals("step 5 of 5 · 1 of 3", show.place());
    }

    /** What is said of a picture is seen with it; the picture makes room for it before it is said. */
    @ParameterizedTest
    @CsvSource({"80, 24", "100, 32"})
    void aPictureLeavesRoomForWhatIsSaidOfIt(int columns, int rows) {
        Show show = show("""
                # A talk
                #
                # Of scores.
                plot mmlu against flops
                # It rises to {mmlu of DBRX}, and the rest of what is said of it
                # needs a second line.
                """, STYLE);
        press(show, Key.NEXT, Key.NEXT);
        List<String> before = show.screen(columns, rows);
        press(show, Key.NEXT);
        List<String> after = show.screen(columns, rows);
        assertEquals("step 3 of 3", show.place());
        int said = 0;
        while (!after.get(said).contains("It rises to 73.7%")) {
            said++;
        }
        assertEquals(before.subList(0, said), after.subList(0, said));
        assertTrue(String.join("\n", before).contains("flops (FLOP)"), String.join("\n", before));
    }

    @Test
    void whatFailsIsShownInItsPlaceAndTheRestGoesOn() {
        Show show = show(LESSON, STYLE);
        press(show, Key.LAST);
        number(show, 7);
        press(show, Key.ENTER);
        String screen = screen(show, 80, 30);
        assertTrue(screen.contains("error[E201]"), screen);
        assertTrue(screen.contains("│ assert tenth > 20B params"), screen);
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
            assertEquals(14, show.at());
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
        assertEquals(13, show.at());
    }

    /** Keys, then how many presses of space lead there. Digits in a row are a number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEXT NEXT                       |  2
            ENTER DOWN                      |  2
            NEXT NEXT BACK                  |  1
            NEXT NEXT ERASE UP              |  0
            BACK                            |  0
            LAST                            | 14
            LAST FIRST                      |  0
            LAST NEXT                       | 14
            3 ENTER                         |  3
            6 ENTER                         | 11
            8 ENTER                         | 13
            8 1 ERASE ENTER                 | 13
            8 1 ENTER                       |  0
            8 ESCAPE NEXT                   |  1
            8 NEXT                          |  1
            9 ENTER                         |  0
            0 ENTER                         |  0
            9 9 9 9 9 9 9 9 9 9 9 9 ENTER   |  0
            BLANK NEXT NEXT                 |  1
            BLANK LAST                      |  0
            BLANK 3 NEXT                    |  1
            KEYS OTHER                      |  0
            KEYS NEXT NEXT                  |  1
            LIST ENTER                      |  0
            LIST DOWN ENTER                 |  5
            LIST DOWN DOWN ENTER            | 11
            LIST LAST ENTER                 | 11
            LIST 4 ENTER                    |  5
            LIST DOWN LIST NEXT             |  1
            LIST DOWN ESCAPE                |  0
            LIST DOWN LEAVE                 |  0
            4 ENTER NEXT LIST ENTER         |  5
            OTHER NOTES REDRAW              |  0
            INTERRUPT NEXT                  |  1
            """)
    void keysGoTo(String keys, int at) {
        Show show = show(LESSON, STYLE);
        for (String key : keys.split(" ")) {
            if (Character.isDigit(key.charAt(0))) {
                number(show, Integer.parseInt(key));
            } else {
                press(show, Key.valueOf(key));
            }
            screen(show, 80, 40);
        }
        assertEquals(at, show.at());
    }

    @Test
    void eachStepRunsOnceWhenItIsFirstReached() {
        Show show = show(LESSON, STYLE);
        assertEquals(1, runs.get());
        number(show, 5);
        press(show, Key.ENTER);
        assertEquals(12, runs.get());
        String there = screen(show, 80, 24);
        press(show, Key.FIRST, Key.NEXT, Key.NEXT, Key.BACK, Key.NEXT);
        number(show, 5);
        press(show, Key.ENTER);
        assertEquals(12, runs.get());
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
                    Meet DBRX · step 1 of 8 · 1 of 2                                  ? keys
                """, screen(show, 80, 24));
        press(show, Key.NOTES);
        assertFalse(screen(show, 80, 24).contains("Ask"));
        number(show, 4);
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
        assertEquals(2, show.at());
        String picture = screen(show, 60, 19);
        assertTrue(picture.contains("┤") && picture.contains("(n shows all)"), picture);
    }

    @Test
    void theListSaysWhereItIs() {
        Show show = show(LESSON, STYLE);
        number(show, 4);
        press(show, Key.ENTER, Key.NEXT, Key.LIST, Key.DOWN);
        assertEquals("""

                    Meet DBRX

                      1   Meet DBRX
                      4 * Exercise 1: Its score
                    > 5   The rest


                    ↑ ↓ choose · Enter goes there · g returns
                """, screen(show, 80, 24));
        Show plain = show("20 + 1\n# Why?\nlet a = 1\n", STYLE);
        press(plain, Key.LIST);
        assertEquals("""

                  dbrx

                  > 1 * dbrx
                    2   Why?
                    3   let a = 1


                  ↑ ↓ choose · Enter goes there · g returns
                """, screen(plain, 60, 20));
    }

    @Test
    void aBlankScreenIsBlank() {
        Show show = show(LESSON, STYLE);
        press(show, Key.BLANK);
        assertEquals(List.of(), show.screen(80, 24));
        press(show, Key.OTHER);
        assertEquals("Meet DBRX · step 1 of 8 · 1 of 2                                  ? keys", foot(show));
    }

    @Test
    void leaving() {
        Show show = show(LESSON, STYLE);
        assertSame(Show.Then.LEAVE, press(show, Key.LEAVE));
        assertSame(Show.Then.STAY, press(show, Key.INTERRUPT));
        assertEquals("Ctrl-C once more leaves, any other key goes on", foot(show));
        assertSame(Show.Then.STAY, press(show, Key.NEXT, Key.INTERRUPT));
        assertSame(Show.Then.LEAVE, press(show, Key.INTERRUPT));
    }

    /** Who looks something up goes back to the talk, and does not leave it. */
    @ParameterizedTest
    @EnumSource(value = Key.class, names = {"LIST", "KEYS", "BLANK"})
    void leavingAPageGoesBackToTheStep(Key page) {
        Show show = show(LESSON, STYLE);
        String step = screen(show, 80, 24);
        press(show, page);
        assertFalse(step.equals(screen(show, 80, 24)));
        assertSame(Show.Then.STAY, press(show, Key.LEAVE));
        assertEquals(step, screen(show, 80, 24));
        assertSame(Show.Then.LEAVE, press(show, Key.LEAVE));
    }

    @Test
    void hintsComeOneByOneBeneathTheTask() {
        Show show = show(LESSON.replace("mmlu of DBRX\n#: because", """
                #: hint One value of one model.
                #: hint It has {params of DBRX}.
                mmlu of DBRX
                #: because"""), STYLE);
        press(show, Key.HINT);
        assertEquals("a hint is for an exercise, and none is here", foot(show));
        number(show, 4);
        press(show, Key.ENTER, Key.HINT);
        assertEquals("the guess comes first; hints are for the task", foot(show));
        press(show, Key.NEXT, Key.HINT, Key.HINT);
        assertEquals("""

                    Exercise 1: Its score
                    ─────────────────────

                    A guess first. What does MMLU say of it?

                    What did DBRX score?

                    Hint 1 of 2: One value of one model.

                    Hint 2 of 2: It has 132B params.


                    Meet DBRX · step 4 of 8 · 2 of 6               next: the answer · ? keys
                """, screen(show, 80, 24));
        assertTrue(screen(show, 40, 12).contains("It has 132B params"), "what was asked for is in the window");
        press(show, Key.HINT);
        assertEquals("that was the last hint; next is the answer", foot(show));
        press(show, Key.NEXT, Key.HINT);
        assertEquals("the answer is there: no hint is needed", foot(show));
        press(show, Key.FIRST, Key.NEXT);
        assertFalse(screen(show, 80, 24).contains("Hint"));
    }

    /** A room need not wait for what is so anyway; its number stays what it is for a learner. */
    @Test
    void whatIsAssertedIsNoStepOfItsOwn() {
        Show show = show("# Talk\n1 + 1\nassert $ = 2\nassert $ < 3 \"small\"\n2 + 2\nassert $ = 5 \"wrong\"\n", STYLE);
        assertEquals(5, show.deck().size());
        press(show, Key.NEXT, Key.NEXT);
        assertFalse(screen(show, 80, 24).contains("assert"));
        press(show, Key.NEXT);
        assertEquals("dbrx · step 5 of 6 · 1 of 2                                       ? keys", foot(show));
        press(show, Key.NEXT);
        assertTrue(screen(show, 80, 24).contains("error[E201]"), screen(show, 80, 24));
        number(show, 4);
        press(show, Key.ENTER);
        assertEquals("dbrx · step 2 of 6 · 2 of 2                                       ? keys", foot(show));
    }

    /** Of a narrow window: what comes next, where one is, and of the title as much as there is room for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "60 | Meet DBRX · step 4 of 8 · 2 of 6        next: the answer",
        "52 | Meet… · step 4 of 8 · 2 of 6    next: the answer",
        "46 | step 4 of 8 · 2 of 6      next: the answer"})
    void theAnswerIsAnnounced(int columns, String foot) {
        Show show = show(LESSON, STYLE);
        number(show, 4);
        press(show, Key.ENTER, Key.NEXT);
        List<String> lines = show.screen(columns, 20);
        assertEquals(foot, lines.get(lines.size() - 1).strip());
    }

    /** A step that is stopped has not run, and may be tried again. */
    @Test
    void whatIsStoppedIsNotSkipped() {
        Show show = show(LESSON, STYLE);
        show.press(Key.LAST, () -> true);
        assertEquals(0, show.at());
        assertEquals("stopped: step 1 of 8 · 2 of 2 has not run", foot(show));
        press(show, Key.LAST);
        assertEquals(14, show.at());
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
            int step = show.at();
            for (int k = 0; k < 60 && show.at() == step; k++) {
                press(show, Key.NEXT);
            }
        }
        assertEquals(14, show.at());
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

                Exercise 1: Its score

                A guess first. What does MMLU say of it?
                """, whole.substring(0, whole.indexOf("\nWhat did DBRX")));
    }
}
