package llmq.session;

import java.util.List;
import llmq.result.Note;
import llmq.result.Result;

/**
 * What came of a statement.
 *
 * @param session the names and data after it
 * @param result  to be shown; {@code null} where there is nothing to show
 * @param message one line on what was done ({@code saved 20 rows to top.csv}); {@code null} where there is none
 * @param notes   on what was done; those on a result are its own
 * @param number  under which the result is kept, the 3 of {@code $3}; 0 where it is not
 * @param kept    what is kept: the result, or a picture that went into a file and is not shown
 */
public record Outcome(Session session, Result result, String message, List<Note> notes, int number, Result kept) {
    public Outcome {
        notes = List.copyOf(notes);
    }

    /** The outcome of a statement whose result is shown as it is kept. */
    public Outcome(Session session, Result result, String message, List<Note> notes, int number) {
        this(session, result, message, notes, number, result);
    }

    /** An outcome without notes beside those of its result. */
    public Outcome(Session session, Result result, String message, int number) {
        this(session, result, message, List.of(), number);
    }
}
