package llmq.result;

/** A short remark that teaches, shown to people under a result. @param text one or two plain sentences */
public record Note(NoteKind kind, String text) {
}
