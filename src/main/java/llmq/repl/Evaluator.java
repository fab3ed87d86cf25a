package llmq.repl;

import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;

/** What the prompt asks of the rest of llmq. */
public interface Evaluator {

    /** Whether a text can be run as it stands: more lines are asked for until it can, or until a line is empty. */
    boolean complete(String text);

    /** What an incomplete text still needs, in a few words for the prompt of its next line; empty for nothing to say. */
    String pending(String text);

    /**
     * Runs the statements of a text, and prints what they give.
     *
     * @param columns width of the window as it is now; 0 where it is not known
     * @throws LlmqException where the text does not parse or a statement fails
     */
    void evaluate(String text, int columns, Cancel cancel);

    /** Prints what the session has named. @param columns as of {@link #evaluate} */
    void names(int columns);

    /** Prints what is wrong. */
    void report(LlmqException failure);

    /** Prints that something went wrong that is a fault of llmq. */
    void crashed(Throwable fault);
}
