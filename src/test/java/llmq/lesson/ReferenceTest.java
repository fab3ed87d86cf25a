package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.DocumentReader;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.table.NumberColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    private static final String TEXT = """
            load "mine.csv" as mine
            save models to "written.csv"

            #: exercise Size
            # The largest of {count(mine)}?
            #: guess How large?
            #: mistake min(size of mine)
            #: says That is the least, {min(size of mine)} of {largest}.
            #: mistake max(size of min)
            let largest = max(size of mine)
            rank mine by size top 1
            plot size against cost for mine to "written.svg"
            rank mine by size top 1
            """;

    @TempDir
    private Path folder;

    private boolean stopped;

    private Reference reference(Lesson lesson) throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "it,size,cost\na,3,1\nb,7,2\n");
        return new Reference(lesson, Session.start(Catalog.builtIn()), new Workspace(folder, false, new Engine(1),
                new FileLoader(() -> 0, 1), new Cancel() {
                    @Override
                    public boolean requested() {
                        return stopped;
                    }
                }, LoadProgress.NONE));
    }

    private static Lesson lesson() {
        return LessonReader.read(DocumentReader.read(SourceText.of(TEXT)));
    }

    @Test
    void filesAreReadAndNotWritten() throws IOException {
        Lesson lesson = lesson();
        Reference reference = reference(lesson);
        reference.before(lesson.parts().size());
        try (var files = Files.list(folder)) {
            assertEquals(List.of("mine.csv"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aGuessIsHeldAgainstTheOneValueOfTheAnswer() throws IOException {
        Lesson lesson = lesson();
        Reference reference = reference(lesson);
        // A row with its name and the value it is ranked by: that value is not asked for by name.
        assertNull(reference.truth(lesson.exercises().get(0)));
        Lesson said = LessonReader.read(DocumentReader.read(SourceText.of(TEXT.replace("#: guess How large?",
                "#: guess How large?\n#: truth largest"))));
        assertEquals(7, ((NumberColumn) reference(said).truth(said.exercises().get(0)).table().column(0)).values()[0]);
    }

    @Test
    void whatIsSaidOfAMistakeHasFigures() throws IOException {
        Lesson lesson = lesson();
        Reference reference = reference(lesson);
        Exercise exercise = lesson.exercises().get(0);
        assertEquals("That is the least, 3 of 7.",
                reference.judge(exercise, "min(size of mine)").words());
    }

    @Test
    void whatIsStoppedIsWorkedOutLater() throws IOException {
        Lesson lesson = lesson();
        Reference reference = reference(lesson);
        Exercise exercise = lesson.exercises().get(0);
        var wrong = reference.trial(exercise, "min(size of mine)");
        stopped = true;
        assertThrows(LlmqException.class, () -> reference.judge(exercise, wrong));
        stopped = false;
        assertEquals("That is the least, 3 of 7.", reference.judge(exercise, wrong).words());
    }

    /** What is right, and misses the point as it is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "flops of DBRX | That is 2.59 YFLOP from the catalog.",
        "FLOPS  of 'DBRX' | That is 2.59 YFLOP from the catalog.",
        "(flops) of DBRX in YFLOP | That is 2.59 YFLOP from the catalog.",
        "6 FLOP/token/param * active_params of DBRX * tokens of DBRX | ",
        "flops of DBRX * 1 | ",
        "flops of DBRX / 2 | too low by a factor of 2"})
    void shortcutsAreToldByTheirText(String typed, String said) throws IOException {
        Lesson lesson = LessonReader.read(DocumentReader.read(SourceText.of("""
                #: exercise Work
                # Work it out.
                #: shortcut flops of DBRX
                #: says That is {flops of DBRX} from the catalog.
                flops_6nd of DBRX
                """)));
        Verdict verdict = reference(lesson).judge(lesson.exercises().get(0), typed);
        assertEquals(said == null ? Verdict.RIGHT : Verdict.near(said), verdict);
    }
}
