package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.SourceText;
import llmq.document.Document;
import llmq.document.DocumentReader;

/** What a lesson could do without, and its learners would rather have. */
public final class Gaps {
    private Gaps() {
    }

    /** A sentence for each exercise of a text without faults that lacks something, after the number of its line. */
    public static List<String> of(SourceText text) {
        Document document = DocumentReader.read(text);
        List<String> gaps = new ArrayList<>();
        for (Exercise exercise : LessonReader.read(document).exercises()) {
            String lacks = exercise.hints().isEmpty() && exercise.because() == null ? "neither hints nor '#: because'"
                    : exercise.hints().isEmpty() ? "no hints" : exercise.because() == null ? "no '#: because'" : null;
            if (lacks != null) {
                gaps.add(text.line(exercise.span().start()) + ": the exercise '" + exercise.title() + "' has " + lacks);
            }
        }
        return gaps;
    }
}
