package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.document.Document;

/**
 * A lesson, as it was read from its document.
 *
 * @param id      under which progress is kept: the name of its file, without the ending
 * @param about   one sentence for the menu; empty where the document has none
 * @param minutes that it takes; 0 where the document does not say
 * @param parts   in order
 */
public record Lesson(String id, String title, String about, int minutes, List<Part> parts, Document document) {
    public Lesson {
        parts = List.copyOf(parts);
    }

    public List<Exercise> exercises() {
        List<Exercise> exercises = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Task task) {
                exercises.add(task.exercise());
            }
        }
        return exercises;
    }
}
