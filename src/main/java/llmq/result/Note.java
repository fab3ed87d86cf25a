package llmq.result;

import java.util.List;

/**
 * A short remark that teaches, shown to people under a result.
 *
 * @param text  one or two plain sentences; advice stands after a semicolon
 * @param about what it says something of that holds for other results as well: a benchmark, a ranking's key. At a
 *              prompt it need not be said again of these. Empty where it is of this one statement, and is always said
 */
public record Note(NoteKind kind, String text, List<String> about) {
    public Note {
        about = List.copyOf(about);
    }

    /** A note on one statement alone. */
    public Note(NoteKind kind, String text) {
        this(kind, text, List.of());
    }

    /** What it says without the advice, for where nobody is asked to do anything. */
    public String fact() {
        int advice = text.indexOf("; ");
        return advice < 0 ? text : text.substring(0, advice);
    }

    /** A note on something that other results may be about as well. */
    public static Note of(NoteKind kind, String about, String text) {
        return new Note(kind, text, List.of(about));
    }
}
