package llmq.present;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.result.Note;
import llmq.result.NoteKind;

/** What notes have said in a presentation: the wall has no room to say all of it again. */
final class SaidNotes {
    private final Set<String> said = new HashSet<>();

    /** What is to be said under the next answer; of what was said only what it is called. */
    List<Note> next(List<Note> notes) {
        List<Note> next = new ArrayList<>();
        Set<String> again = new LinkedHashSet<>();
        for (Note note : notes) {
            boolean isNew = note.about().isEmpty();
            for (String about : note.about()) {
                isNew |= said.add(note.kind().name() + " " + about);
            }
            if (isNew) {
                next.add(note);
            } else {
                again.add(note.kind().title());
            }
        }
        if (!again.isEmpty()) {
            next.add(new Note(NoteKind.REPEATED, String.join(", ", again) + ", as before"));
        }
        return next;
    }
}
