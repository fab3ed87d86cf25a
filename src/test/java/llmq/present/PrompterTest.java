package llmq.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The speaker's own window, and how a show reaches it. */
class PrompterTest {
    private static final String LESSON = """
            # Sums
            #
            # One and one, `{1 + 1}` in all.
            #: notes It is {1 + 1}. Wait.
            #:   Then go on.

            #: exercise More
            # Add two to two.
            #: hint A plus.
            #: hint 2 + 2
            2 + 2
            """;
    private static final Style STYLE = new Style(0, Theme.NONE, true, false, 40);

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("state").resolve("show-sums");
    }

    private CueFile file(long process, long... running) {
        return new CueFile(file, process, asked -> LongStream.of(running).anyMatch(one -> one == asked));
    }

    private Show show(CueFile cues) {
        Deck deck = new Deck(LessonReader.read(DocumentReader.read(new SourceText("sums.llmq", LESSON))),
                Session.start(Catalog.builtIn()), cancel -> new Workspace(Path.of(""), true, new Engine(1),
                        new FileLoader(() -> 0, 1), cancel, LoadProgress.NONE));
        Show show = new Show(deck, () -> STYLE, Format.TABLE, "llmq> ");
        show.tells(cues);
        show.open(Cancel.never());
        show.tell();
        return show;
    }

    private static void press(Show show, Key... keys) {
        for (Key key : keys) {
            show.press(key, Cancel.never());
        }
        show.tell();
    }

    private static String screen(Prompter prompter, int columns, int rows) {
        prompter.look();
        List<String> lines = prompter.screen(columns, rows);
        assertEquals(rows, lines.size());
        return String.join("\n", lines).replaceAll("\n\n\n+", "\n\n\n") + "\n";
    }

    private Prompter prompter(CueFile cues) {
        return new Prompter(cues, () -> STYLE, "Sums", "llmq present sums.llmq");
    }

    @Test
    void itFollowsTheShow() {
        Prompter prompter = prompter(file(2, 1));
        assertEquals("""

                  Sums

                  No show of it runs. It begins with `llmq present sums.llmq`
                  in another window.


                  follows the show · q leaves
                """, screen(prompter, 64, 18));
        CueFile told = file(1, 1);
        Show show = show(told);
        assertEquals("""

                  Sums · step 1 of 2

                  Now
                  Sums

                  It is 2. Wait. Then go on.

                  Next
                  Exercise 1: More


                  follows the show · q leaves
                """, screen(prompter, 64, 18));
        press(show, Key.NEXT, Key.HINT);
        assertEquals("""

                  Sums · step 2 of 2 · 1 of 3

                  Now
                  Exercise 1: More

                  No notes on this step.

                  Hints, 1 of 2 on the wall
                  Hint 1 of 2: A plus.
                  Hint 2 of 2: 2 + 2

                  Next
                  the answer: 2 + 2


                  follows the show · q leaves
                """, screen(prompter, 64, 18));
        press(show, Key.NEXT);
        assertTrue(screen(prompter, 64, 18).contains("Next\n  what it gives\n"));
        press(show, Key.NEXT);
        assertTrue(screen(prompter, 64, 18).contains("Next\n  nothing: this is the last step\n"));
        press(show, Key.BACK);
        assertTrue(screen(prompter, 64, 18).contains("2 of 3"));
        told.end();
        assertTrue(screen(prompter, 64, 18).contains("No show of it runs."));
        assertFalse(Files.exists(file));
    }

    @Test
    void whatIsTallerThanTheWindowIsGoneThrough() {
        Prompter prompter = prompter(file(2, 1));
        Show show = show(file(1, 1));
        press(show, Key.NEXT);
        String top = screen(prompter, 64, 10);
        assertTrue(top.contains("step 2 of 2") && top.contains("↓ shows more"), top);
        for (int i = 0; i < 20; i++) {
            prompter.press(Key.DOWN);
        }
        assertTrue(screen(prompter, 64, 10).contains("the answer: 2 + 2"));
        prompter.press(Key.UP);
        assertFalse(screen(prompter, 64, 10).contains("the answer: 2 + 2"));
        press(show, Key.BACK);
        assertTrue(screen(prompter, 64, 10).contains("step 1 of 2"), "another step begins at its top");
    }

    /** Who is killed leaves the file behind, and it says nothing any more. */
    @Test
    void aShowThatWasKilledIsNone() {
        show(file(1, 1));
        assertTrue(Files.exists(file));
        assertEquals("Sums", file(2, 1, 2).heard().title());
        assertNull(file(2, 2).heard());
    }

    /** Of two shows of a document it is the one that moved last, and none ends the other's. */
    @Test
    void twoShows() throws IOException {
        CueFile first = file(1, 1, 3);
        CueFile second = file(3, 1, 3);
        Show one = show(first);
        Show other = show(second);
        press(other, Key.NEXT);
        assertEquals("step 2 of 2 · 1 of 3", file(2, 1, 3).heard().place());
        press(one, Key.LAST);
        assertEquals("step 2 of 2 · 3 of 3", file(2, 1, 3).heard().place());
        second.end();
        assertEquals("step 2 of 2 · 3 of 3", file(2, 1, 3).heard().place());
        first.end();
        assertNull(file(2, 1, 3).heard());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whereNothingCanBeWrittenTheShowGoesOn() throws IOException {
        Files.writeString(folder.resolve("state"), "a file");
        CueFile cues = file(1, 1);
        Show show = show(cues);
        press(show, Key.NEXT);
        assertEquals("step 2 of 2 · 1 of 3", show.place());
        assertEquals("the speaker's notes did not reach a second window: nothing can be written to " + file,
                cues.trouble());
        assertNull(file(2, 1).heard());
    }

    @Test
    void whatIsNoneOfOursIsNoShow() throws IOException {
        Files.createDirectories(file.getParent());
        for (String text : List.of("", "llmq show", "llmq show x\ntitle T\n", "title T\n", "llmq show 1\n\u0000\n",
                "llmq show 1\nlater what is not known yet\n")) {
            Files.writeString(file, text);
            Cue cue = file(2, 1).heard();
            assertTrue(text.startsWith("llmq show 1") ? cue.title().isEmpty() : cue == null, text);
        }
        Files.write(file, new byte[] {'l', (byte) 0xFF});
        assertNull(file(2, 1).heard());
    }

    @Test
    void whatIsWrittenReads() {
        Cue cue = new Cue("A title", "step 1 of 2", "now this", List.of("One.", "note two"),
                List.of("Hint 1 of 2: a", "Hint 2 of 2: b"), 1, List.of("rank models", "    by mmlu"));
        assertEquals(cue, Cue.read(cue.text()));
    }
}
