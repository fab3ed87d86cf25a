package llmq.diagnostic;

/**
 * A text that statements are read from, with the name that errors give it: a file's path as the user wrote it,
 * or {@code null} where there is nothing worth naming (the prompt, {@code -e}).
 */
public record SourceText(String name, String text) {

    public static SourceText of(String text) {
        return new SourceText(null, text);
    }

    /** Line of an offset, from 1. */
    public int line(int offset) {
        int line = 1;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Offset at which the line that holds {@code offset} starts. */
    public int lineStart(int offset) {
        return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
    }

    /** Offset just after the last character of the line that holds {@code offset}, its line end not counted. */
    public int lineEnd(int offset) {
        int end = text.indexOf('\n', Math.min(offset, text.length()));
        if (end < 0) {
            end = text.length();
        }
        return end > 0 && end > lineStart(offset) && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Column of an offset, from 1, counted in characters as a reader sees them (code points). */
    public int column(int offset) {
        int at = Math.min(offset, text.length());
        return text.codePointCount(lineStart(at), at) + 1;
    }
}
