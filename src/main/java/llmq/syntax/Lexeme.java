package llmq.syntax;

/**
 * One word or sign of a text, as what the parser takes it for.
 *
 * @param start first character, by UTF-16 offset
 * @param end   after the last
 * @param bound whether it is a name that something must have: neither a new one, nor a model's, nor a title
 */
public record Lexeme(Kind kind, int start, int end, boolean bound) {

    /** What it is where it stands: {@code top} is a keyword in one place and a name in another. */
    public enum Kind {
        KEYWORD,
        FUNCTION,
        NAME,
        /** A number with its unit, a date, a version. */
        FIGURE,
        TEXT,
        /** {@code $} and {@code $3}. */
        RESULT,
        OPEN,
        CLOSE,
        SIGN,
        COMMENT,
        /** What no statement can have: half a text, a number with letters in it, an unknown sign. */
        WRONG
    }
}
