package llmq.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import llmq.check.Namespace;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.lesson.Lesson;
import llmq.lesson.Trial;
import llmq.session.Correction;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Snippet;
import llmq.session.Transcript;
import llmq.syntax.Formatter;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;

/** A session at the prompt: what was typed, what can be taken back, and the settings. */
public final class Desk {
    /** Every step back keeps the results of its time. */
    private static final int MOST_STEPS_BACK = 100;
    private static final int LONGEST = 60;

    /** What there was before a statement or command. @param what names that, to say what was taken back */
    private record Step(Session session, Transcript transcript, String what) {
    }

    private final Host host;
    private final SettingsFile file;
    private final Deque<Step> steps = new ArrayDeque<>();
    private Settings settings;
    private Transcript transcript = Transcript.empty();
    private boolean leaving;
    /** Of what failed last, until something else is typed. */
    private Correction correction;
    /** Whether what happens belongs to a step that was written down already. */
    private boolean within;
    /** {@code null} before somebody asks for one. */
    private Lessons lessons;

    /** @param file that keeps the settings; {@code null} where nothing does */
    public Desk(Host host, Settings settings, SettingsFile file) {
        this.host = host;
        this.settings = settings;
        this.file = file;
    }

    /** Runs the start-up script, if there is one. What is wrong with it is said, and keeps nobody from going on. */
    public void open(Cancel cancel) {
        String start = settings.get(Setting.START);
        if (start.equals(Setting.START.usual())) {
            return;
        }
        if (host.sandbox()) {
            host.message("in the sandbox the start-up script " + start + " is not run");
            return;
        }
        try {
            run(host.lasting(start), Host.Telling.NOTHING, cancel, true);
        } catch (LlmqException e) {
            host.report(e);
            host.message("the start-up script " + start + " did not run to its end; /set start names another, or none");
        }
    }

    /** How what failed just now could be typed anew; {@code null} where nothing failed. */
    public Correction correction() {
        return correction;
    }

    /**
     * Runs the statements of a text.
     *
     * @throws LlmqException where it does not parse, or a statement fails
     */
    public void evaluate(String text, Cancel cancel) {
        correction = null;
        if (lessons != null) {
            if (lessons.takes(text, cancel)) {
                return;
            }
        }
        run(SourceText.of(text), telling(), cancel, false);
    }

    /** Whether a lesson waits for Enter on the empty line. */
    public boolean waits() {
        return lessons != null && lessons.waits();
    }

    /** Whether the one exercise that was begun with is done, so that Enter on the empty line leaves. */
    public boolean isTried() {
        return lessons != null && lessons.isTried();
    }

    /** Enter was pressed on the empty line. @throws LlmqException where a lesson cannot go on */
    public void goOn(Cancel cancel) {
        correction = null;
        lessons().goOn(cancel);
    }

    /**
     * Begins with a lesson, or with the list of them.
     *
     * @param which what {@code llmq learn} was given
     * @throws LlmqException where there is none of that name
     */
    public void learn(String which, Cancel cancel) {
        lessons().learn(which, cancel);
    }

    /** Begins with a lesson of somebody's own. @throws LlmqException where it fails */
    public void learn(Lesson own, Cancel cancel) {
        lessons().learn(own, cancel);
    }

    /** Begins with one exercise. @throws LlmqException where what is before it fails */
    public void begin(Trial trial, Cancel cancel) {
        lessons().begin(trial, cancel);
    }

    Lessons lessons() {
        if (lessons == null) {
            lessons = new Lessons(this);
        }
        return lessons;
    }

    /**
     * Runs a command.
     *
     * @param line with its slash
     * @return whether the user wants to leave
     * @throws LlmqException where it cannot be done
     */
    public boolean command(String line, Screen screen, Cancel cancel) {
        correction = null;
        try {
            Commands.run(this, line, screen, cancel);
        } catch (LlmqException e) {
            correction = correction == null && !cancel.requested() ? Correction.of(line, 0, e) : correction;
            throw e;
        }
        return leaving;
    }

    /** The user has gone. */
    public void close() {
        if (host.journal() != null) {
            host.journal().close();
        }
    }

    /** What {@code /help} would print on a topic; {@code null} where there is no page on it. */
    public String page(String topic) {
        try {
            return host.page(Listings.page(this, topic, Cancel.never()));
        } catch (LlmqException e) {
            return null;
        }
    }

    public Settings settings() {
        return settings;
    }

    public Transcript transcript() {
        return transcript;
    }

    /**
     * The statements that an identifier means: by number, as {@link Transcript#find} has it, or those that made a name.
     *
     * @throws LlmqException E405 where there is none
     */
    List<Snippet> find(String id) {
        List<Snippet> found = new ArrayList<>();
        for (Snippet snippet : Character.isLetter(id.charAt(0)) ? transcript.all() : List.<Snippet>of()) {
            if (snippet.worked() && id.equalsIgnoreCase(made(snippet))) {
                found.add(snippet);
            }
        }
        return found.isEmpty() ? transcript.find(id) : found;
    }

    private static String made(Snippet snippet) {
        return Feedback.named(new Parser().parse(SourceText.of(snippet.text())).statements().get(0));
    }

    Host host() {
        return host;
    }

    void leave() {
        leaving = true;
    }

    Host.Telling telling() {
        return settings.feedback("silent") ? Host.Telling.BARE
                : settings.feedback("concise") ? Host.Telling.RESULTS : Host.Telling.ALL;
    }

    /** Says what was done, unless silence is wanted. */
    void say(String message) {
        if (telling() == Host.Telling.ALL) {
            host.message(message);
        }
    }

    void refuseInSandbox(String verb) {
        if (host.sandbox()) {
            throw Diagnostic.of(ErrorCode.E306, "in the sandbox no file is " + verb, "start llmq without --sandbox")
                    .toException();
        }
    }

    int run(SourceText text, Host.Telling telling, Cancel cancel, boolean start) {
        return run(text, Map.of(), telling, cancel, start);
    }

    /**
     * How many statements ran.
     *
     * @param parameters values for those that the text declares
     * @param start      whether it is the start-up script
     */
    int run(SourceText text, Map<String, String> parameters, Host.Telling telling, Cancel cancel, boolean start) {
        return run(text, telling, new Recorder(telling, start, false, parameters, cancel));
    }

    /** As {@link #run}, with each statement above its answer, unless silence is wanted. */
    int echo(SourceText text, Map<String, String> parameters, Cancel cancel) {
        return run(text, telling(), new Recorder(telling(), false, !settings.feedback("silent"), parameters, cancel));
    }

    private int run(SourceText text, Host.Telling telling, Recorder recorder) {
        try {
            host.run(text, recorder.parameters, telling, recorder.cancel, recorder);
        } catch (LlmqException e) {
            // A file with an error in it stays where it is, and what worked is written down even if its printing failed.
            boolean unread = !recorder.begun && text.name() == null;
            String failed = recorder.running != null ? recorder.running : unread ? text.text() : null;
            if (failed != null && !failed.isBlank()) {
                now(transcript.withFailed(failed.strip(), e.getMessage()));
                correction = recorder.cancel.requested() ? null
                        : Correction.of(text.text(), recorder.running == null ? 0 : recorder.from, e);
            }
            throw e;
        }
        return recorder.count;
    }

    /** Goes on from another session. @param line the command that does it; @param after what was typed as of then */
    void become(String line, Session session, Transcript after) {
        step(line);
        host.resume(session);
        now(after);
    }

    /** Writes down what was typed as of now, and keeps it for {@code /reload -restore} of the next session. */
    private void now(Transcript after) {
        transcript = after;
        Journal journal = host.journal();
        if (within || journal == null || host.sandbox()) {
            return;
        }
        String trouble = journal.follow(after);
        if (trouble != null) {
            host.message("this session cannot be restored later: " + trouble);
        }
    }

    /** Takes back the last statement or command that changed something; what that was, {@code null} for nothing. */
    String undo() {
        Step step = steps.pollLast();
        if (step == null) {
            return null;
        }
        host.resume(step.session());
        now(step.transcript());
        return step.what();
    }

    /** Changes a setting here, and in the file where there is one. @param value {@code null} for the usual */
    void set(Setting setting, String value) {
        String trouble = null;
        if (value == null) {
            settings = settings.without(setting);
        } else {
            settings = settings.with(setting, value, "this session");
        }
        if (file != null && !host.sandbox()) {
            trouble = file.keep(setting, value == null ? null : settings.get(setting));
            if (trouble == null && value != null) {
                settings = settings.with(setting, value, file.path().toString());
            }
        }
        host.apply(settings);
        if (trouble != null) {
            host.message(setting.word() + " is set for this session only: " + trouble);
        }
    }

    /** Whether a setting holds when this session is over. */
    boolean isKept(Setting setting) {
        return file != null && settings.origin(setting).equals(file.path().toString());
    }

    /**
     * Does what {@code /undo} takes back in one step; what is kept of the session is as it was until the end of it.
     *
     * @param line the command that does it
     */
    void inOneStep(String line, Runnable work) {
        step(line);
        boolean before = within;
        within = true;
        try {
            work.run();
        } finally {
            within = before;
            now(transcript);
        }
    }

    private void step(String what) {
        if (within) {
            return;
        }
        if (steps.size() == MOST_STEPS_BACK) {
            steps.removeFirst();
        }
        steps.addLast(new Step(host.session().withParameters(Map.of()), transcript, what));
    }

    /** The first line of a text, and no more of it than fits. */
    static String brief(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end).stripTrailing();
        boolean cut = end >= 0 || line.length() > LONGEST;
        return (line.length() > LONGEST ? line.substring(0, LONGEST).stripTrailing() : line) + (cut ? " ..." : "");
    }

    /** How many rows a view has now; −1 where that cannot be said. */
    private int rows(String view, Cancel cancel) {
        try {
            return host.aside(SourceText.of("list `" + view.replace("`", "``") + "`"), cancel).result().table().rows();
        } catch (LlmqException e) {
            return -1;
        }
    }

    /** Writes down what happens. */
    private final class Recorder implements Host.Follower {
        private final boolean verbose;
        private final boolean start;
        private final boolean echo;
        private final boolean unseen;
        private final Map<String, String> parameters;
        private final Cancel cancel;
        /** The statement that has begun and not ended; {@code null} where none has. */
        private String running;
        private int from;
        /** The session before the statement that has ended. */
        private Session before;
        private boolean begun;
        private int count;

        /** @param parameters that have other values than the text says */
        Recorder(Host.Telling telling, boolean start, boolean echo, Map<String, String> parameters, Cancel cancel) {
            this.cancel = cancel;
            this.verbose = telling == Host.Telling.ALL && settings.feedback("verbose");
            this.start = start;
            this.echo = echo;
            this.unseen = telling == Host.Telling.NOTHING;
            this.parameters = parameters;
        }

        @Override
        public void begins(Statement statement, SourceText text) {
            begun = true;
            from = statement.span().start();
            running = text.text().substring(from, statement.span().end());
            if (echo) {
                host.echo(running);
            }
        }

        @Override
        public void done(Statement statement, Outcome outcome) {
            before = verbose ? host.session() : null;
            // The host still has the session before it.
            if (!start) {
                step(brief(running));
            }
            now(transcript.with(given(statement, outcome.session()), outcome, start));
            running = null;
            count++;
        }

        /** A parameter's statement with the value that it was given: run again without it, it says the same. */
        private String given(Statement statement, Session after) {
            if (!parameters.isEmpty() && statement instanceof Statement.Param param) {
                String name = param.name().name();
                for (String one : parameters.keySet()) {
                    if (one.equalsIgnoreCase(name) && after.names().find(name) instanceof Namespace.Parameter is) {
                        return "param " + name + " = " + Formatter.expression(is.value());
                    }
                }
            }
            return running;
        }

        @Override
        public void printed(Statement statement, Outcome outcome) {
            if (verbose) {
                String said = new Feedback(statement, outcome, before, view -> rows(view, cancel)).words();
                before = null;
                if (said != null) {
                    host.message(said);
                }
            }
            if (lessons != null && !unseen) {
                lessons.heard(statement, outcome.result(), cancel);
            }
        }
    }
}
