package llmq.cli;

import java.nio.file.Files;
import llmq.diagnostic.LlmqException;
import llmq.document.DocumentReader;
import llmq.lesson.Course;
import llmq.lesson.Lesson;
import llmq.lesson.LessonReader;
import llmq.value.WholeNumber;

/** Reads a document as a lesson: one of the course by its number, else a file. */
final class LessonFile {
    private LessonFile() {
    }

    /**
     * @param operand {@code 3}, unless there is a file of that name, or a file
     * @throws LlmqException where it cannot be read, or is no document
     */
    static Lesson read(String operand, World world) {
        if (isOfCourse(operand, world)) {
            return Course.builtIn().lesson(WholeNumber.of(operand));
        }
        return LessonReader.read(DocumentReader.read(ScriptFile.read(operand, world)));
    }

    /** Whether it is the number of a lesson, and no file. */
    static boolean isOfCourse(String operand, World world) {
        return WholeNumber.of(operand) > 0 && !Files.exists(ScriptFile.path(operand, world));
    }
}
