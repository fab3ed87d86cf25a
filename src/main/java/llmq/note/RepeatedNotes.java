package llmq.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.result.Note;
import llmq.result.NoteKind;

/**
 * What notes have said at a prompt or on a wall, so that they need not say it under each answer. Notes are told apart by their kind
 * and by what they are about, not by their words: these name other rows each time.
 */
public final class RepeatedNotes {
    public static final String ALL = "all";
    public static final String ONCE = "once";
    public static final String NONE = "none";
    private final Set<String> said = new HashSet<>();
    private final String how;
    private boolean howSaid;

    /** @param how said the first time that a note is not said in full: what says it; empty for nothing */
    public RepeatedNotes(String how) {
        this.how = how;
    }

    /** Begins anew, as in a session in which nothing was said. */
    public void forget() {
        said.clear();
    }

    /**
     * What is to be said of notes under the next answer, which it remembers.
     *
     * @param wanted {@link #ALL}, {@link #ONCE} or {@link #NONE}
     */
    public List<Note> next(List<Note> notes, String wanted) {
        if (notes.isEmpty() || wanted.equals(ALL)) {
            return notes;
        }
        List<Note> next = new ArrayList<>();
        Set<String> again = new LinkedHashSet<>();
        for (Note note : notes) {
            // An assumption is flagged wherever it was used.
            boolean always = wanted.equals(NONE) ? note.kind() == NoteKind.ASSUMED : note.about().isEmpty();
            if (always || wanted.equals(ONCE) && isNew(note)) {
                next.add(note);
            } else if (wanted.equals(ONCE)) {
                again.add(note.kind().title());
            }
        }
        if (!again.isEmpty()) {
            next.add(new Note(NoteKind.REPEATED, String.join(", ", again) + ", as before" + (howSaid ? "" : how)));
            howSaid = true;
        }
        return next;
    }

    /** The same of an answer under which nothing is left out because it was said before. */
    public List<Note> again(List<Note> notes, String wanted) {
        if (!wanted.equals(ONCE)) {
            return next(notes, wanted);
        }
        for (Note note : notes) {
            isNew(note);
        }
        return notes;
    }

    /** Whether it is about something that its kind was not said of. */
    private boolean isNew(Note note) {
        boolean any = false;
        for (String about : note.about()) {
            any |= said.add(note.kind().name() + " " + about);
        }
        return any;
    }
}
