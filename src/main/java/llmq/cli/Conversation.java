package llmq.cli;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.command.Commands;
import llmq.command.Desk;
import llmq.command.Host;
import llmq.command.Screen;
import llmq.command.Setting;
import llmq.command.Settings;
import llmq.command.SettingsFile;
import llmq.complete.Completer;
import llmq.complete.Completion;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.lesson.Trial;
import llmq.repl.Evaluator;
import llmq.repl.PromptSettings;
import llmq.repl.Terminals;
import llmq.session.Correction;
import llmq.session.KnownNames;
import llmq.session.Preview;
import llmq.session.Session;
import llmq.syntax.Completeness;
import llmq.syntax.Pending;
import llmq.text.SafeText;
import llmq.text.Theme;

/** Holds a conversation at the prompt. */
final class Conversation implements Evaluator {
    private static final String EXAMPLE = "rank models where tokens < 3T by mmlu/flops top 5";
    private static final String LOST = "the session before this one was cut off; /reload -restore brings it back";

    private final World world;
    private final Printing printing;
    private final Catalog catalog;
    private final PromptHost host;
    private final Desk desk;
    /** Whether it is held beside something else, to which it leaves no trace. */
    private final boolean aside;
    /** {@code null} for none. */
    private final Opening opening;
    private final Ending ending;
    private final Interpreter interpreter;
    private Session known;
    /** Whether the user was told once how a mistake is put right. */
    private boolean correctionTold;
    private KnownNames names;

    /** What it begins with, before anything is typed. */
    interface Opening {
        void open(Desk desk, Cancel cancel);
    }

    /** @param opening a lesson; {@code null} for none */
    Conversation(World world, Printing printing, Interpreter interpreter, Catalog catalog, CommandLine line,
            Opening opening) {
        this(world, printing, interpreter, catalog, line, false, opening);
    }

    private Conversation(World world, Printing printing, Interpreter interpreter, Catalog catalog, CommandLine line,
            boolean aside, Opening opening) {
        this.aside = aside;
        this.ending = new Ending(printing);
        this.opening = opening;
        this.world = world;
        this.printing = printing;
        this.catalog = catalog;
        this.interpreter = interpreter;
        SettingsFile file = Places.settings(world);
        this.host = new PromptHost(world, printing, interpreter, catalog, line.parameters(), line.has(Option.SANDBOX),
                aside ? null : Places.journal(world));
        this.desk = new Desk(host, settings(file, line), file);
    }

    /** One beside a presentation. @param trial the exercise that is shown there; {@code null} for none */
    static Conversation aside(World world, Printing printing, Interpreter interpreter, Catalog catalog,
            CommandLine line, Trial trial) {
        return new Conversation(world, printing, interpreter, catalog, line, true,
                trial == null ? null : (desk, cancel) -> desk.begin(trial, cancel));
    }

    /** What the file says, where the command line says nothing else. */
    private Settings settings(SettingsFile file, CommandLine line) {
        Settings settings = Settings.usual();
        if (file != null) {
            SettingsFile.Read read = file.read(settings);
            for (String warning : read.warnings()) {
                printing.message(warning);
            }
            settings = read.settings();
        }
        if (line.value(Option.FORMAT) != null) {
            settings = settings.with(Setting.FORMAT, line.value(Option.FORMAT), Option.FORMAT.word());
        }
        if (line.value(Option.COLOR) != null) {
            boolean never = line.value(Option.COLOR).equals("never");
            settings = settings.with(Setting.THEME, never ? "none" : Setting.THEME.usual(), Option.COLOR.word());
        }
        if (line.value(Option.PAPER) != null) {
            settings = settings.with(Setting.PAPER, line.value(Option.PAPER), Option.PAPER.word());
        }
        if (line.has(Option.PLAIN)) {
            settings = settings.with(Setting.PLAIN, "on", Option.PLAIN.word());
        }
        if (line.command() == Command.PRESENT && !line.has(Option.NOTES) && !settings.isSet(Setting.THEME) && !printing.theme().isNone()) {
            settings = settings.with(Setting.THEME, "projector", "llmq present");
        }
        printing.apply(settings);
        return settings;
    }

    /** The exit status: leaving is no failure, whatever was answered. */
    int hold() {
        PromptSettings settings = new PromptSettings(banner(), Places.history(world),
                world.variable(Printing.TRACE_VARIABLE) != null, ending::abort);
        return ending.statusOf(() -> {
            new Terminals(world.environment(), world.charset()).prompt(this, settings);
            return ExitStatus.DONE;
        });
    }

    /** As the file and the command line have them. */
    Settings settings() {
        return desk.settings();
    }

    /** What stands above the first prompt. */
    List<String> banner() {
        String llmq = "llmq " + Version.current() + ", catalog " + catalog.version()
                + "; /help helps, Ctrl-D leaves";
        boolean lost = host.journal() != null && !host.sandbox() && host.journal().lost();
        List<String> lines = new ArrayList<>(List.of(llmq));
        if (opening == null) {
            lines.add("try: " + EXAMPLE);
        }
        if (lost) {
            lines.add(LOST);
        }
        return lines;
    }

    @Override
    public boolean opens() {
        return opening != null || !aside && desk.settings().isSet(Setting.START);
    }

    @Override
    public void open(Cancel cancel) {
        if (!aside) {
            desk.open(cancel);
        }
        if (opening != null) {
            opening.open(desk, cancel);
        }
    }

    @Override
    public boolean waits() {
        return desk.waits();
    }

    @Override
    public void goOn(int columns, int lines, Cancel cancel) {
        printing.resize(columns, lines);
        desk.goOn(cancel);
    }

    @Override
    public boolean isDone() {
        return desk.isTried();
    }

    @Override
    public boolean isComplete(String text) {
        return Completeness.of(text) != Completeness.INCOMPLETE;
    }

    @Override
    public String pending(String text) {
        return Pending.after(text);
    }

    @Override
    public Completion completion(String text, int caret) {
        return completer().complete(text, caret);
    }

    private Completer completer() {
        return new Completer(host.session(), FolderFiles.of(world.directory(), host.sandbox()), desk.transcript().all());
    }

    @Override
    public String page(String text, int caret, int columns, int rows) {
        String topic = completer().topic(text, caret);
        printing.resize(columns, rows);
        return topic == null ? null : desk.page(topic);
    }

    @Override
    public void evaluate(String text, int columns, int lines, Cancel cancel) {
        printing.resize(columns, lines);
        desk.evaluate(text, cancel);
    }

    @Override
    public boolean isCommand(String line) {
        return Commands.isWord(line);
    }

    @Override
    public boolean isNamedCommand(String line) {
        return Commands.isNamed(line);
    }

    @Override
    public boolean command(String line, Screen screen, Cancel cancel) {
        printing.resize(screen.columns(), screen.rows());
        return desk.command(line, screen, cancel);
    }

    @Override
    public String prompt() {
        return desk.settings().get(Setting.PROMPT);
    }

    @Override
    public boolean isVi() {
        return desk.settings().get(Setting.KEYS).equals("vi");
    }

    @Override
    public boolean isPlain() {
        return printing.style().plain();
    }

    @Override
    public String words(String line) {
        return printing.style().line(line);
    }

    @Override
    public Theme theme() {
        return printing.theme();
    }

    @Override
    public boolean isUnknown(String name) {
        Session session = interpreter.session();
        if (known != session) {
            names = new KnownNames(session);
            known = session;
        }
        return names.isUnknown(name);
    }

    @Override
    public boolean isLive() {
        return !printing.style().plain() && desk.settings().get(Setting.LIVE).equals("on");
    }

    @Override
    public Preview.Line live(String text, Cancel cancel) {
        // No more than one thread, and that is the one that asks.
        Preview.Line line = new Preview(new Engine(1), desk.settings().digits()).of(text, interpreter.session(), cancel);
        return line == null ? null : new Preview.Line(line.kind(), printing.style().line(SafeText.of(line.text())));
    }

    @Override
    public void warmUp(Cancel cancel) {
        Session session = interpreter.session();
        isCommand("rank");
        new KnownNames(session).isUnknown("rank");
        live(EXAMPLE, cancel);
        if (cancel.requested()) {
            return;
        }
        World nowhere = new World(world.in(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream(),
                world.environment(), world.clock(), world.directory(), null, world.terminals(), world.unicode());
        Printing unseen = new Printing(nowhere);
        unseen.apply(desk.settings());
        new Interpreter(nowhere, unseen, session, true)
                .run(SourceText.of(EXAMPLE), Map.of(), Host.Telling.ALL, cancel, Host.Follower.NONE);
        completion(EXAMPLE, EXAMPLE.indexOf(" where"));
    }

    @Override
    public void close() {
        desk.close();
    }

    @Override
    public void report(LlmqException failure) {
        Correction correction = desk.correction();
        String feedback = desk.settings().get(Setting.FEEDBACK);
        boolean offered = correction != null && correction.mended() && hasTab() && !feedback.equals("silent");
        boolean inFull = offered && (feedback.equals("verbose") || !correctionTold && feedback.equals("normal"));
        printing.failure(offered && !inFull ? briefly(failure) : failure);
        if (inFull) {
            correctionTold = true;
            printing.message("  Tab puts it right: " + firstLine(correction.text()));
        }
    }

    /** Whether the terminal is one in which Tab is a key. */
    private boolean hasTab() {
        String type = world.variable("TERM");
        return type == null || !type.startsWith("dumb");
    }

    /** With a word behind each line of help that Tab takes. */
    private static LlmqException briefly(LlmqException failure) {
        List<Diagnostic> told = new ArrayList<>();
        for (Diagnostic diagnostic : failure.diagnostics()) {
            List<String> help = new ArrayList<>(diagnostic.help());
            // Of a command its correction is made of its help.
            if (!help.isEmpty() && (diagnostic.fix() != null || diagnostic.source() == null)) {
                help.set(0, help.get(0) + " (Tab)");
            }
            told.add(new Diagnostic(diagnostic.code(), diagnostic.source(), diagnostic.span(), diagnostic.message(),
                    help, diagnostic.fix()));
        }
        return new LlmqException(told);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " ...";
    }

    @Override
    public Correction correction() {
        return desk.correction();
    }

    @Override
    public void crashed(Throwable fault) {
        if (!ending.aborted()) {
            printing.crashed(fault);
        }
    }
}
