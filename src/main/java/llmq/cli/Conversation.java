package llmq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.command.Commands;
import llmq.command.Desk;
import llmq.command.Screen;
import llmq.command.Setting;
import llmq.command.Settings;
import llmq.command.SettingsFile;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.render.Theme;
import llmq.repl.Evaluator;
import llmq.repl.PromptSettings;
import llmq.repl.Terminals;
import llmq.syntax.Completeness;
import llmq.syntax.Keywords;
import llmq.syntax.Pending;

/** Holds a conversation at the prompt. */
final class Conversation implements Evaluator {
    private final World world;
    private final Printing printing;
    private final Catalog catalog;
    private final Desk desk;

    Conversation(World world, Printing printing, Interpreter interpreter, Catalog catalog, CommandLine line) {
        this.world = world;
        this.printing = printing;
        this.catalog = catalog;
        Path state = state();
        Path place = SettingsFile.place(world.environment(), world.home());
        SettingsFile file = place == null ? null : new SettingsFile(place);
        this.desk = new Desk(new PromptHost(world, printing, interpreter, catalog, line.has(Option.SANDBOX),
                state == null ? null : state.resolve("session.llmq")), settings(file, line), file);
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
        printing.apply(settings);
        return settings;
    }

    /** The exit status: leaving is no failure, whatever was answered. */
    int hold() {
        List<String> keywords = new ArrayList<>(Keywords.verbs());
        keywords.addAll(Keywords.reserved());
        List<String> banner = List.of(
                "llmq " + Version.current() + ", catalog " + catalog.version() + "; /help helps, Ctrl-D leaves",
                "try: rank models where tokens < 3T by mmlu/flops top 5");
        Path state = state();
        PromptSettings settings = new PromptSettings(banner, state == null ? null : state.resolve("history"), keywords,
                world.variable(Printing.TRACE_VARIABLE) != null,
                () -> Runtime.getRuntime().exit(ExitStatus.INTERRUPTED));
        desk.open(Cancel.never());
        try {
            Terminals.prompt(this, settings);
        } catch (IOException e) {
            printing.message("there is no terminal to be had: " + e.getMessage());
            return ExitStatus.FAILED;
        }
        return ExitStatus.DONE;
    }

    /** The folder as the XDG base directory specification has it; {@code null} where there is no home. */
    private Path state() {
        String state = world.variable("XDG_STATE_HOME");
        if (state != null && Path.of(state).isAbsolute()) {
            return Path.of(state, "llmq");
        }
        Path home = world.home();
        // A home that does not exist is not made, as a system account's is not.
        return home == null || !Files.isDirectory(home) ? null : home.resolve(Path.of(".local", "state", "llmq"));
    }

    @Override
    public boolean complete(String text) {
        return Completeness.of(text) != Completeness.INCOMPLETE;
    }

    @Override
    public String pending(String text) {
        return Pending.after(text);
    }

    @Override
    public void evaluate(String text, int columns, Cancel cancel) {
        printing.resize(columns);
        desk.evaluate(text, cancel);
    }

    @Override
    public boolean isCommand(String line) {
        return Commands.isWord(line);
    }

    @Override
    public boolean command(String line, Screen screen, Cancel cancel) {
        printing.resize(screen.columns());
        return desk.command(line, screen, cancel);
    }

    @Override
    public String prompt() {
        return desk.settings().get(Setting.PROMPT);
    }

    @Override
    public Theme theme() {
        return printing.theme();
    }

    @Override
    public void close() {
        desk.close();
    }

    @Override
    public void report(LlmqException failure) {
        printing.failure(failure);
    }

    @Override
    public void crashed(Throwable fault) {
        printing.crashed(fault);
    }
}
