package llmq.handout;

import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.document.Block;
import llmq.result.Result;
import llmq.session.Session;

/** What a handout is written on. */
interface Sheet {
    void title(String title, String about);

    /** Prose, with the figures of the session in it. */
    void prose(Block block);

    void query(String text);

    /** @param session after the statement, which knows where the figures come from */
    void result(Result result, Session session);

    /** What a statement did that has no rows. */
    void message(String message);

    void failure(List<Diagnostic> diagnostics);

    /** @param number from 1; @param extra whether it is for those only who have time */
    void exercise(int number, String title, boolean extra);

    /** Room for who fills it in, and when. */
    void names();

    /** Says that it is not for learners. */
    void teacher();

    /** Asks for a value before the query is run. @param room whether the reader writes it down */
    void guess(String question, boolean room);

    /** Room for what the reader writes. */
    void room();

    /** What leads to the answer, each more than the one before. */
    void hints(List<String> hints);

    /** What the speaker may say. */
    void note(String text);

    void answer();

    /** What the guess is held against. */
    void truth(String value);

    /** Why the answer is what it is. */
    void because(String text);

    void exerciseEnds();

    /** The words of the language that it has used. */
    void words(WordList words);

    /** All of it. @param imprint what it was made by, and from what */
    String text(String imprint);
}
