package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmq.lesson.Progress.Mark;
import llmq.lesson.Progress.Place;
import llmq.lesson.Progress.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00.5Z"), ZoneOffset.UTC);
    private static final String HEAD =
            "# How far the lessons of llmq have come; /lesson reset N forgets one of them.\n";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("state/lessons");
    }

    private Progress progress() {
        return new Progress(file(), true, NOON);
    }

    @Test
    void whatIsKeptCanBeReadByPeopleAndIsThereAgain() throws IOException {
        Progress progress = progress();
        assertNull(progress.of("1-meet").place());
        assertFalse(Files.exists(file()), "reading makes no file");
        progress.keep("1-meet", new Place(null, 0));
        progress.keep("1-meet", "the-größte", new Standing(Mark.TRIED, 1, 0));
        progress.keep("2-frontier", new Place(null, 3));
        progress.keep("1-meet", "the-größte", new Standing(Mark.DONE, 2, 1));
        progress.keep("1-meet", new Place("the-größte", 2));
        progress.keep("my-lesson.llmq", "", new Standing(Mark.SKIPPED, 0, 3));
        assertEquals(HEAD + """
                at 1-meet step 2 after the-größte 2026-11-23T12:00:00Z
                done 1-meet the-größte tries 2 hints 1 2026-11-23T12:00:00Z
                at 2-frontier step 3 2026-11-23T12:00:00Z
                skipped my-lesson.llmq - tries 0 hints 3 2026-11-23T12:00:00Z
                """, Files.readString(file()));
        assertEquals(new Place("the-größte", 2), progress().of("1-meet").place());
        assertEquals(Map.of("the-größte", new Standing(Mark.DONE, 2, 1)), progress().of("1-meet").exercises());
        assertEquals(new Standing(Mark.SKIPPED, 0, 3), progress().of("my-lesson.llmq").of(""));
        assertEquals(Standing.NONE, progress().of("2-frontier").of("x"));
        assertEquals(List.of(), progress.troubles());
    }

    /** Of two prompts in one lesson, the one that is behind takes nothing back. */
    @Test
    void whatIsDoneStaysDone() {
        progress().keep("1-meet", "a", new Standing(Mark.DONE, 1, 2));
        progress().keep("1-meet", "a", new Standing(Mark.TRIED, 3, 0));
        progress().keep("1-meet", "a", new Standing(Mark.SKIPPED, 0, 0));
        assertEquals(new Standing(Mark.DONE, 3, 2), progress().of("1-meet").of("a"));
    }

    @Test
    void aLessonIsForgottenAndKeptAside() throws IOException {
        Progress progress = progress();
        progress.keep("1-meet", new Place(null, 1));
        progress.keep("2-frontier", new Place(null, 2));
        String before = Files.readString(file());
        Path kept = progress.forget("1-meet");
        assertEquals(before, Files.readString(kept));
        assertNull(progress().of("1-meet").place());
        assertEquals(new Place(null, 2), progress().of("2-frontier").place());
        assertNotNull(progress.forget(null));
        assertEquals(HEAD, Files.readString(file()));
    }

    @Test
    void damageStaysAndIsToldOnce() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] damaged = ("at 1-meet step 4 2026-11-23T12:00:00Z\nat 2-frontier st\n\n# mine\n\u00e9\u0000\n"
                + "done 1-meet a tries -1 hints 0 x\ndone 1-meet b tries 1 hints 0").getBytes(
                        StandardCharsets.ISO_8859_1);
        Files.write(file(), damaged);
        Progress progress = progress();
        assertEquals(new Place(null, 4), progress.of("1-meet").place());
        assertEquals(List.of(file() + ": 3 lines cannot be read, of which line 2 is the first, and stay as they are"),
                progress.troubles());
        progress.keep("1-meet", "b", new Standing(Mark.DONE, 2, 0));
        assertEquals(List.of(), progress.troubles());
        String wanted = new String(damaged, StandardCharsets.ISO_8859_1)
                .replace("done 1-meet b tries 1 hints 0", "done 1-meet b tries 2 hints 0 2026-11-23T12:00:00Z\n");
        assertEquals(wanted, Files.readString(file(), StandardCharsets.ISO_8859_1));
        progress.forget(null);
        assertEquals("at 2-frontier st\n\n# mine\n\u00e9\u0000\ndone 1-meet a tries -1 hints 0 x\n",
                Files.readString(file(), StandardCharsets.ISO_8859_1));
    }

    /** Whenever a process ends, the file is as it was or as it is to be, and the next one goes on from it. */
    @Test
    void aCrashBeforeTheMoveLosesNothing() throws IOException {
        progress().keep("1-meet", new Place(null, 1));
        String before = Files.readString(file());
        Progress crashing = new Progress(file(), true, NOON, (draft, file) -> {
            assertTrue(Files.size(draft) > 0);
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, () -> crashing.keep("1-meet", new Place(null, 2)));
        assertEquals(before, Files.readString(file()));
        assertTrue(Files.exists(file().resolveSibling("lessons.part")), "the draft was left");
        // One that was cut off in the midst of the draft.
        Files.writeString(file().resolveSibling("lessons.part"), "at 1-me");
        assertEquals(new Place(null, 1), progress().of("1-meet").place());
        progress().keep("1-meet", new Place(null, 3));
        assertEquals(before.replace("step 1", "step 3"), Files.readString(file()));
        assertFalse(Files.exists(file().resolveSibling("lessons.part")));
    }

    @Test
    void whatManyWriteAtOnceIsAllThere() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String lesson = "lesson-" + i;
            Progress own = progress();
            Thread thread = new Thread(() -> {
                for (int step = 0; step < 15; step++) {
                    own.keep(lesson, "e" + step, new Standing(Mark.DONE, step, 0));
                    own.keep(lesson, new Place(null, step));
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(15, progress().of("lesson-" + i).exercises().size());
            assertEquals(new Place(null, 14), progress().of("lesson-" + i).place());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "place", "none", "read"})
    void whereNothingCanBeWrittenItIsKeptInMemory(String why) throws IOException {
        Path place = why.equals("none") ? null : file();
        if (why.equals("folder")) {
            Files.createDirectories(file());
        } else if (why.equals("place")) {
            Files.writeString(file().getParent(), "no folder");
        }
        Progress progress = new Progress(place, !why.equals("read"), NOON);
        progress.keep("1-meet", new Place(null, 2));
        progress.keep("1-meet", "a", new Standing(Mark.DONE, 1, 0));
        assertEquals(new Place(null, 2), progress.of("1-meet").place());
        assertEquals(1, progress.of("1-meet").exercises().size());
        assertEquals(why.equals("folder") ? List.of("progress is not kept in " + file() + ": it is no file")
                : why.equals("place") ? List.of("progress is not kept: nothing can be written to " + file())
                : List.of(), progress.troubles());
        assertFalse(progress.isKept());
        assertNull(progress.forget("1-meet"));
        assertNull(progress.of("1-meet").place());
        assertFalse(place != null && Files.isRegularFile(place));
    }

    /** Whoever keeps the file elsewhere, and links to it, has it there from the beginning. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLinkStaysOne(boolean there) throws IOException {
        Path elsewhere = folder.resolve("sync/lessons");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), Path.of("../sync/lessons"));
        if (there) {
            Files.createDirectories(elsewhere.getParent());
            Files.writeString(elsewhere, HEAD);
        }
        progress().keep("1-meet", new Place(null, 2));
        assertTrue(Files.isSymbolicLink(file()));
        assertEquals(HEAD + "at 1-meet step 2 2026-11-23T12:00:00Z\n", Files.readString(elsewhere));
        assertEquals(new Place(null, 2), progress().of("1-meet").place());
    }

    /** On a full disk the file stays, no half of a draft is left, and the prompt goes on by what it knows. */
    @Test
    void whatCannotBeWrittenIsForgottenHereAlone() throws IOException {
        progress().keep("1-meet", new Place(null, 1));
        Progress full = new Progress(file(), true, NOON, (draft, file) -> {
            throw new IOException("no space left");
        });
        full.forget("1-meet");
        assertNull(full.of("1-meet").place());
        assertFalse(full.isKept());
        assertEquals(List.of("progress is not kept: nothing can be written to " + file()), full.troubles());
        assertFalse(Files.exists(file().resolveSibling("lessons.part")));
        assertEquals(new Place(null, 1), progress().of("1-meet").place());
    }
}
