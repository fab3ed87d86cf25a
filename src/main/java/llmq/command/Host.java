package llmq.command;

import java.util.Map;
import java.util.function.Function;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.lesson.Progress;
import llmq.result.Format;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.tree.Statement;
import llmq.text.Style;

/** What commands ask of the rest of llmq. */
public interface Host {

    /** Feedback how statements fare. */
    interface Follower {
        /** Whom nothing is told. */
        Follower NONE = new Follower() {
            @Override
            public void begins(Statement statement, SourceText text) {
            }

            @Override
            public void done(Statement statement, Outcome outcome) {
            }

            @Override
            public void printed(Statement statement, Outcome outcome) {
            }
        };

        /** A statement has parsed and is about to be checked and run. */
        void begins(Statement statement, SourceText text);

        /** It worked; {@link Host#session} is as it was before it, and nothing is printed yet. */
        void done(Statement statement, Outcome outcome);

        /** What it gave was printed. */
        void printed(Statement statement, Outcome outcome);
    }

    /** Whether notes that were said before are said in full from now on, unless none are wanted. */
    void repeatNotes(boolean repeat);

    /** What is printed of what statements give. */
    enum Telling {
        /** Results with their numbers, and what was done. */
        ALL,
        /** Results without their numbers, and what was done. */
        UNNUMBERED,
        /** Results with their numbers only. */
        RESULTS,
        /** Results without their numbers only. */
        BARE,
        NOTHING;

        public boolean results() {
            return this != NOTHING;
        }

        public boolean numbers() {
            return this == ALL || this == RESULTS;
        }

        public boolean messages() {
            return this == ALL || this == UNNUMBERED;
        }
    }

    /** The session as it is. */
    Session session();

    /** Goes on from another session. */
    void resume(Session session);

    /** A session in which nothing has happened and no note was said. */
    Session fresh();

    /** A session beside the user's, in which nothing has happened. */
    Session blank();

    /** What such a session may use. @param sandbox whether files are neither read nor written, as in every sandbox */
    Workspace workspace(boolean sandbox, Cancel cancel);

    /**
     * Works beside the user's session, with a line that tells how long it lasts and is gone in the end.
     *
     * @param doing   what lasts
     * @param sandbox whether files are neither read nor written, as in every sandbox
     */
    <T> T watched(String doing, boolean sandbox, Cancel cancel, Function<Workspace, T> work);

    /** How people are printed for, where results go. */
    Style style();

    /** How far lessons have come. */
    Progress progress();

    /**
     * Runs the statements of a text, up to the first that fails: what stood before it has happened.
     *
     * @param parameters values for those that the text declares, by name
     * @throws LlmqException where the text does not parse or has no such parameter, and nothing is run, or a statement
     *                       fails
     */
    void run(SourceText text, Map<String, String> parameters, Telling telling, Cancel cancel, Follower follower);

    /**
     * What a text of one statement would give, without that it happens: nothing is printed, and the session is as it
     * was.
     *
     * @throws LlmqException where it does not parse or fails
     */
    Outcome aside(SourceText text, Cancel cancel);

    /** Prints what is no answer of the session, for people whatever the format. */
    void show(Result result);

    /** What {@link #show} would print. */
    String page(Result result);

    /** Prints what the session has named. */
    void names();

    /** All of a result as it would be printed in that format, {@code null} for the usual one; no row is left out. */
    String whole(Result result, Format format);

    /** All of a result as a file has it: without colour, however wide it is. */
    String written(Result result);

    /** Prints a text as it is, where results go. */
    void print(String text);

    /** Says what was done. */
    void message(String line);

    /** Shows a statement whose answer comes next, apart from the answer before. */
    void echo(String statement);

    /** Makes settings of printing take effect. */
    void apply(Settings settings);

    /** Prints what is wrong. */
    void report(LlmqException failure);

    /** Whether files are neither read nor written. */
    boolean sandbox();

    /**
     * What a file says that has an end and is there the next time, too: no pipe, no device.
     *
     * @throws LlmqException E301 where it is none, or cannot be read
     */
    SourceText lasting(String file);

    /**
     * Where such a file is, so that its name holds in another folder, too.
     *
     * @throws LlmqException E301 where it cannot be read
     */
    String place(String file);

    /**
     * Writes a file, all of it or nothing.
     *
     * @return whether there was one, which it replaces
     * @throws LlmqException E302 where it cannot be written, and is as it was
     */
    boolean write(String file, String text);

    /** A variable of the environment, {@code null} where it is not set or empty. */
    String variable(String name);

    /** What keeps the statements of this session and those before; {@code null} where there is no place for it. */
    Journal journal();
}
