package llmq.lesson;

import java.util.List;
import llmq.diagnostic.Span;
import llmq.document.Block;

/**
 * Something for a learner to find out.
 *
 * @param id       unlike that of any other exercise of its lesson, made of the title
 * @param task     what is asked for
 * @param extra    whether it is for those only who have time
 * @param guess    a question to be answered by a value before the query is run; {@code null} for none
 * @param truth    the expression that the guess is held against; {@code null} for the value of the answer
 * @param between  two expressions, between whose values a guess makes sense; empty where nothing is said
 * @param terms    what of the answer must be there
 * @param hints    from a nudge to the answer
 * @param answer   statements, of which the last gives what is asked for
 * @param variants statements that are right, too
 * @param mistakes statements that are wrong in a way that is known
 * @param because  why the answer is what it is; {@code null} where nothing is said
 * @param notes    for the speaker
 * @param span     of the line that begins it
 */
public record Exercise(String id, String title, List<Block> task, boolean extra, String guess, String truth,
        List<String> between, Terms terms, List<String> hints, List<Block.Code> answer, List<Variant> variants,
        List<Mistake> mistakes, String because, List<String> notes, Span span) {
    public Exercise {
        task = List.copyOf(task);
        between = List.copyOf(between);
        hints = List.copyOf(hints);
        answer = List.copyOf(answer);
        variants = List.copyOf(variants);
        mistakes = List.copyOf(mistakes);
        notes = List.copyOf(notes);
    }

    /** The statement that gives what is asked for. */
    public Block.Code last() {
        return answer.get(answer.size() - 1);
    }

    /**
     * What an answer is held to.
     *
     * @param ordered   whether the order of the rows matters
     * @param tolerance how far numbers may be off, as a share of the answer's
     * @param columns   titles that must be there; empty for those that the answer was asked for
     */
    public record Terms(boolean ordered, double tolerance, List<String> columns) {
        public static final double USUAL_TOLERANCE = 0.01;

        public Terms {
            columns = List.copyOf(columns);
        }
    }

    /** Another answer that is right. May be several statements, with semicolons between. */
    public record Variant(String text, Span span) {
    }

    /**
     * An answer that is wrong.
     *
     * @param shortcut whether it gives what is asked for, and is wrong as it is written
     * @param says     what is said of it; {@code null} where the comparison says enough
     */
    public record Mistake(String text, boolean shortcut, String says, Span span) {
    }
}
