package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.document.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonReaderTest {
    private static final String SAMPLE = """
            # Meet the catalog
            #
            # Every model has a name,
            # and more.
            #: minutes 10
            #: notes Wait until all
            #:   have it open.
            count(models)
            #> 271

            #: exercise The longest trained
            # Rank the five with the most tokens.
            #: ordered
            #: tolerance 2 %
            #: hint Begin with `rank`.
            #: mistake list models top 5
            #: says These are in no order.
            rank models by tokens top 5
            #: because Tokens are what is read.

            # And so on.
            """;

    private static Lesson read(String text) {
        return LessonReader.read(DocumentReader.read(new SourceText("lessons/1-meet.llmq", text)));
    }

    @Test
    void aLessonIsReadInOrder() {
        Lesson lesson = read(SAMPLE);
        assertEquals("1-meet", lesson.id());
        assertEquals("Meet the catalog", lesson.title());
        assertEquals(10, lesson.minutes());
        List<String> told = new ArrayList<>();
        for (Part part : lesson.parts()) {
            if (part instanceof Part.Reading reading) {
                told.add("read " + reading.prose().size() + " blocks " + reading.notes());
            } else if (part instanceof Part.Demonstration demonstration) {
                told.add("see " + demonstration.code().text() + " " + demonstration.code().recorded().lines());
            } else if (part instanceof Part.Task task) {
                told.add("do " + task.exercise().id());
            }
        }
        assertEquals(List.of("read 2 blocks [Wait until all have it open.]", "see count(models) [271]",
                "do the-longest-trained", "read 1 blocks []"), told);
        Exercise exercise = lesson.exercises().get(0);
        assertEquals(new Exercise.Terms(true, 0.02, List.of()), exercise.terms());
        assertEquals("These are in no order.", exercise.mistakes().get(0).says());
        assertEquals("Tokens are what is read.", exercise.because());
        assertEquals(List.of("rank models by tokens top 5"), exercise.answer().stream().map(Block.Code::text).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#: hnt x | E501 no line of a document begins with '#: hnt'",
        "#: hint x | E502 '#: hint' stands outside of an exercise",
        "#: exercise | E502 '#: exercise' needs more behind it: TITLE",
        "#: exercise A;# B | E502 the exercise 'A' has no answer",
        "#: exercise A;1 + 1 | E502 the exercise 'A' says nothing of what is to be done",
        "#: exercise A;# B;1;;# C;#: exercise a;# D;1 | E502 the lesson has two exercises of the title 'a'",
        "#: exercise A;# B;#: ordered yes;1 | E502 nothing follows '#: ordered' in its line",
        "#: exercise A;# B;#: says no;1 | E502 '#: says' stands beneath no mistake",
        "#: exercise A;# B;#: tolerance 2;1 | E502 '#: tolerance' takes a percentage below 100, not '2'",
        "#: minutes ten | E502 '#: minutes' takes a whole number of minutes, not 'ten'",
        "#> 3 | E502 no statement stands above this output"})
    void faultsAreNamed(String lines, String fault) {
        LlmqException failure = assertThrows(LlmqException.class, () -> read(lines.replace(';', '\n')));
        Diagnostic first = failure.diagnostics().get(0);
        assertEquals(fault, first.code() + " " + first.message());
    }
}
