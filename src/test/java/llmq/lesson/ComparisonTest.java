package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.DocumentReader;
import llmq.session.Session;
import org.junit.jupiter.api.Test;

/**
 * A sheet of answers and of what learners might type for them: {@code >} begins an answer, with {@code #:} lines
 * before it for what the exercise says; each line beneath has a query, an arrow and the verdict.
 */
class ComparisonTest {
    private static final Path SHEET = Path.of("src/test/resources/lessons/comparison.txt");
    private static final String ARROW = "  ->  ";

    @Test
    void verdictsAreAsTheSheetHasThem() throws IOException {
        List<String> written = Files.readAllLines(SHEET);
        List<String> found = new ArrayList<>();
        StringBuilder terms = new StringBuilder();
        Exercise exercise = null;
        Reference reference = null;
        int cases = 0;
        for (String line : written) {
            String query = line.contains(ARROW) ? line.substring(0, line.indexOf(ARROW)) : line;
            if (line.startsWith("#:")) {
                terms.append(line).append('\n');
            } else if (line.startsWith(">")) {
                Lesson lesson = lesson(terms + line.substring(1).strip());
                reference = new Reference(lesson, Session.start(Catalog.builtIn()), Running.workspace());
                exercise = lesson.exercises().get(0);
                terms.setLength(0);
                assertNotNull(reference.answer(exercise), line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                line = query + ARROW + said(reference, exercise, query);
                cases++;
            }
            found.add(line);
        }
        assertTrue(cases > 60, "only " + cases + " cases were read");
        if (Boolean.getBoolean("accept")) {
            Files.write(SHEET, found);
        } else {
            assertEquals(String.join("\n", written), String.join("\n", found));
        }
    }

    private static String said(Reference reference, Exercise exercise, String query) {
        try {
            Verdict verdict = reference.judge(exercise, query);
            return verdict.kind() + (verdict.words().isEmpty() ? "" : " " + verdict.words());
        } catch (LlmqException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static Lesson lesson(String answer) {
        return LessonReader.read(DocumentReader.read(SourceText.of("#: exercise It\n# Do it.\n" + answer + "\n")));
    }
}
