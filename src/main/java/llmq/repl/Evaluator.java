package llmq.repl;

import java.util.List;
import llmq.command.Screen;
import llmq.complete.Completion;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.session.Correction;
import llmq.session.Preview;
import llmq.text.Theme;

/** What the prompt asks of the rest of llmq. */
public interface Evaluator {

    /** Whether there is something to do before the first line is typed. */
    default boolean opens() {
        return false;
    }

    /** Does that. */
    default void open(Cancel cancel) {
    }

    /** Whether a text can be run as it stands: more lines are asked for until it can, or until a line is empty. */
    boolean isComplete(String text);

    /** What an incomplete text still needs, for the prompt of its next line; empty for nothing to say. */
    String pending(String text);

    /** What may stand at the caret of a text. */
    default Completion completion(String text, int caret) {
        return new Completion(caret, caret, List.of());
    }

    /** How what failed just now could be typed anew; {@code null} where nothing failed. */
    default Correction correction() {
        return null;
    }

    /**
     * The page on the word that ends at the caret or right before it, as it would be printed in a window of that size;
     * {@code null} where there is none.
     */
    default String page(String text, int caret, int columns, int rows) {
        return null;
    }

    /**
     * Runs the statements of a text, and prints what they give.
     *
     * @param columns width of the window as it is now; 0 where it is not known
     * @param lines   its height; 0 where it is not known
     * @throws LlmqException where the text does not parse or a statement fails
     */
    void evaluate(String text, int columns, int lines, Cancel cancel);

    /** Whether what the prompt was opened for is done, so that Enter on the empty line leaves it. */
    default boolean isDone() {
        return false;
    }

    /** Whether Enter on the empty line does something. */
    default boolean waits() {
        return false;
    }

    /** Does it, in a window of that size. @throws LlmqException where it fails */
    default void goOn(int columns, int lines, Cancel cancel) {
    }

    /** Whether a line is a word that is a command without a slash. */
    boolean isCommand(String line);

    /** Whether a line of a statement that is not finished is a command in full, and no part of that. */
    default boolean isNamedCommand(String line) {
        return false;
    }

    /**
     * Runs a command of the prompt.
     *
     * @return whether the user wants to leave
     * @throws LlmqException where it cannot be done
     */
    boolean command(String line, Screen screen, Cancel cancel);

    /** What a line to type on begins with. */
    String prompt();

    /** Whether keys do what they do in vi; else what they do in Emacs. */
    default boolean isVi() {
        return false;
    }

    /** Whether what is on the screen may only ever grow, as for those who hear it: no menus, nothing drawn anew. */
    default boolean isPlain() {
        return false;
    }

    /** A line in the characters that the screen has, and as plain as it is to be. */
    default String words(String line) {
        return line;
    }

    /** The colours to type in. */
    Theme theme();

    /** Whether a word can be no name at all. */
    boolean isUnknown(String name);

    /** Whether what is typed would give is said beneath it. */
    default boolean isLive() {
        return false;
    }

    /** That line; {@code null} for nothing. It is asked for in a thread of its own, while nothing else runs. */
    default Preview.Line live(String text, Cancel cancel) {
        return null;
    }

    /**
     * Does, so that nobody sees it, what the first keys and the first answer need, which Java then has ready. Called in
     * a thread of its own while the prompt waits for keys.
     *
     * @param cancel whether it is too late for that
     */
    default void warmUp(Cancel cancel) {
    }

    /** The user has gone. */
    void close();

    /** Prints what is wrong. */
    void report(LlmqException failure);

    /** Prints that something went wrong that is a fault of llmq. */
    void crashed(Throwable fault);
}
