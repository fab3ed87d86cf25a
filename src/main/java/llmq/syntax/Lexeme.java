package llmq.syntax;

import llmq.text.Role;

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
        KEYWORD(Role.KEYWORD),
        FUNCTION(Role.FUNCTION),
        NAME(Role.NAME),
        /** A number with its unit, a date, a version. */
        FIGURE(Role.FIGURE),
        TEXT(Role.LITERAL),
        /** {@code $} and {@code $3}. */
        RESULT(Role.NAME),
        OPEN(null),
        CLOSE(null),
        SIGN(null),
        COMMENT(Role.COMMENT),
        /** What no statement can have: half a text, a number with letters in it, an unknown sign. */
        WRONG(Role.MISTAKE);

        private final Role role;

        Kind(Role role) {
            this.role = role;
        }

        /** What it is painted as; {@code null} for nothing of its own. */
        public Role role() {
            return role;
        }
    }
}
