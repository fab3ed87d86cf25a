package llmq.note;

import java.util.List;
import llmq.result.Note;

/** One thing worth a remark. */
interface NoteRule {

    /** @param ranked what is ranked, {@code null} where nothing is or it cannot be looked into */
    void look(Asked asked, Ranked ranked, List<Note> notes);
}
