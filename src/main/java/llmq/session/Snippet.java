package llmq.session;

import java.util.Locale;
import llmq.result.Result;
import llmq.syntax.Keywords;

/**
 * One statement of a session as it was typed, and what came of it.
 *
 * @param number  from 1 among those of its kind
 * @param text    as it was typed, with its layout
 * @param outcome what it gave; {@code null} where it failed or is no statement
 * @param failure what was wrong, in one line; {@code null} where nothing was
 */
public record Snippet(Kind kind, int number, String text, Outcome outcome, String failure) {

    /** Where a snippet comes from and how it went. */
    public enum Kind {
        /** Of the start-up script. */
        START("s"),
        WORKED(""),
        FAILED("e"),
        /** A command that changed the session. */
        COMMAND("c");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** As commands name it: {@code 3}, {@code e1} for one that failed, {@code s1} for one of the start-up script. */
    public String id() {
        return kind.letter + number;
    }

    /** Whether it did what it says. */
    public boolean worked() {
        return kind == Kind.START || kind == Kind.WORKED;
    }

    /** What it gave, though it may have gone into a file unseen; or {@code null}. */
    public Result result() {
        return outcome == null ? null : outcome.kept();
    }

    /** The number of its result, the 3 of {@code $3}; 0 where it has none. */
    public int resultNumber() {
        return outcome == null ? 0 : outcome.number();
    }

    /** Whether no verb begins it, so that in a script it would be taken for the rest of what stands before it. */
    boolean needsSeparator() {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return !Keywords.verbs().contains(text.substring(0, end).toLowerCase(Locale.ROOT));
    }
}
