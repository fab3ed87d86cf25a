package llmq.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import llmq.command.Host;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Document;
import llmq.document.Recording;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.handout.Handout;
import llmq.lesson.Lesson;
import llmq.lesson.LessonCheck;
import llmq.load.FileLoader;
import llmq.session.Outcome;
import llmq.session.Parameters;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Statement;

/** Runs texts one after another, with what the earlier ones defined, and prints what they give. */
final class Interpreter {
    private final World world;
    private final Printing printing;
    private final boolean sandbox;
    private final FileLoader loader = new FileLoader(new NanoClock(), Runtime.getRuntime().availableProcessors());
    private final Engine engine = new Engine(Runtime.getRuntime().availableProcessors());
    private Session session;

    Interpreter(World world, Printing printing, Session session, boolean sandbox) {
        this.world = world;
        this.printing = printing;
        this.session = session;
        this.sandbox = sandbox;
    }

    /**
     * Runs the statements of a text, up to the first that fails: what stood before it has happened.
     *
     * @param parameters values for those that the text declares
     * @throws LlmqException where the text does not parse or has no such parameter, and nothing is run, or a statement
     *                       fails
     */
    void run(SourceText text, Map<String, String> parameters, Host.Telling telling, Cancel cancel,
            Host.Follower follower) {
        Script script = new Parser().parse(text);
        Parameters.check(script, parameters);
        session = session.withParameters(parameters);
        try {
            run(script, text, telling, cancel, follower);
        } finally {
            // What is run next is no part of that script.
            session = session.withParameters(Map.of());
        }
    }

    private void run(Script script, SourceText text, Host.Telling telling, Cancel cancel, Host.Follower follower) {
        printing.begin();
        ProgressLine progress = new ProgressLine(printing.err(), world);
        Workspace workspace = workspace(cancel, progress);
        for (Statement statement : script.statements()) {
            follower.begins(statement, text);
            Outcome outcome;
            progress.begin();
            try {
                outcome = session.run(statement, text, workspace);
            } finally {
                progress.clear();
            }
            follower.done(statement, outcome);
            session = outcome.session();
            if (telling.results() && outcome.result() != null) {
                printing.result(outcome.result(), telling.numbers() ? outcome.number() : 0, cancel);
            }
            if (telling.messages() && outcome.message() != null) {
                // Of what went into a file the number is said as well, as its rows can be asked for.
                boolean unseen = telling.numbers() && outcome.result() == null && outcome.number() > 0;
                printing.message((unseen ? "$" + outcome.number() + ": " : "") + outcome.message(), outcome.notes());
            }
            follower.printed(statement, outcome);
        }
    }

    /** What the first statement of a text would give; the session stays as it is. */
    Outcome aside(SourceText text, Cancel cancel) {
        return watched(cancel,
                workspace -> session.run(new Parser().parse(text).statements().get(0), text, workspace));
    }

    /** Runs a document from the session as it is, which stays so. */
    Recording play(Document document) {
        return watched(Cancel.never(), workspace -> Recording.play(document, session, workspace));
    }

    /**
     * A document with what its statements give; the session stays as it is.
     *
     * @throws LlmqException where one fails, or the document has no such parameter
     */
    String handout(Lesson lesson, Map<String, String> parameters, String to, boolean answers, String imprint) {
        Parameters.check(lesson.document().script(), parameters);
        try {
            return watched(Cancel.never(), workspace -> Handout.of(lesson, session.withParameters(parameters), workspace,
                    to, answers, imprint));
        } catch (LlmqException e) {
            // A figure in prose does not know where it stands, and a check does.
            List<Diagnostic> faults = isNowhere(e) ? check(lesson.document().source()) : List.of();
            throw faults.isEmpty() ? e : new LlmqException(faults);
        }
    }

    /** Whether it is in a text that is in no file. */
    private static boolean isNowhere(LlmqException failure) {
        for (Diagnostic diagnostic : failure.diagnostics()) {
            if (diagnostic.source() != null && diagnostic.source().name() == null) {
                return true;
            }
        }
        return false;
    }

    Session session() {
        return session;
    }

    void resume(Session earlier) {
        session = earlier;
    }

    /** Prints what the session has named. */
    void names() {
        printing.begin();
        printing.result(session.named(), 0, Cancel.never());
    }

    /** All that is wrong with a text, found without running it; a lesson is tried out, and nothing is written. */
    List<Diagnostic> check(SourceText text) {
        return watched(Cancel.never(), workspace -> LessonCheck.check(text, session, workspace));
    }

    /** Works beside the run of a script, with a line that tells how long it takes and is gone in the end. */
    private <T> T watched(Cancel cancel, Function<Workspace, T> work) {
        return watched("computing", sandbox, cancel, work);
    }

    /** The same. @param doing what lasts; @param untouched whether files are neither read nor written */
    <T> T watched(String doing, boolean untouched, Cancel cancel, Function<Workspace, T> work) {
        ProgressLine progress = new ProgressLine(printing.err(), world, doing);
        try {
            return work.apply(workspace(untouched, cancel, progress));
        } finally {
            progress.clear();
        }
    }

    /** For sessions beside this one. @param untouched whether they leave files alone */
    Workspace workspace(boolean untouched, Cancel cancel) {
        return new Workspace(world.directory(), untouched, engine, loader, cancel,
                new ProgressLine(printing.err(), world), printing.isPaperDark());
    }

    /** For statements beside this session, as it has it; how long they take is said. */
    Workspace workspace(Cancel cancel) {
        return workspace(cancel, new ProgressLine(printing.err(), world));
    }

    private Workspace workspace(Cancel cancel, ProgressLine progress) {
        return workspace(sandbox, cancel, progress);
    }

    private Workspace workspace(boolean untouched, Cancel cancel, ProgressLine progress) {
        return new Workspace(world.directory(), untouched, engine, loader, progress.watching(cancel), progress,
                printing.isPaperDark());
    }

    /** A class and no lambda, of which the first costs a cold start 15 ms on Java 17. */
    private static final class NanoClock implements LongSupplier {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }
}
