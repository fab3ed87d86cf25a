package llmq.lesson;

import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.text.Style;

/** What a tutor asks of the prompt that it stands beside. */
public interface Stage {
    /** The learner's session as it is. */
    Session session();

    /**
     * Runs statements in the learner's session, as if they had been typed.
     *
     * @param shown whether what they give is printed
     * @return whether there was a result
     * @throws LlmqException where one fails
     */
    boolean run(String text, boolean shown, Cancel cancel);

    /** What a text of one statement would give in the learner's session, which stays as it is. */
    Outcome aside(SourceText text, Cancel cancel);

    /** Prints a result that is none of the learner's session. */
    void show(Result result);

    /** A session in which nothing has happened. */
    Session blank();

    /** What a session beside the learner's may use. @param sandbox whether files are neither read nor written */
    Workspace workspace(boolean sandbox, Cancel cancel);

    /** Prints a text as it is, where results go. */
    void print(String text);

    Style style();

    /** What a line to type on begins with. */
    String prompt();
}
