package llmq.syntax;

/**
 * A kind of word that may stand at a place of a text.
 *
 * @param text    a keyword or a sign as written; else {@code null}
 * @param setting what the place is for; {@code null} for keywords and signs
 */
public record Slot(Kind kind, String text, Setting setting) {

    public enum Kind {
        /** A word of the language. */
        KEYWORD,
        /** An operator or punctuation. */
        SIGN,
        /** A name: of what, the setting's role says. */
        NAME,
        /** A text in quotes. */
        TEXT,
        NUMBER,
        /** The unit of the number before, or after {@code in}. */
        UNIT,
        /** {@code $3}. */
        RESULT,
        /** Of a catalog. */
        VERSION
    }
}
