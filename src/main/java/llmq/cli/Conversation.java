package llmq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
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
    private final Interpreter interpreter;
    private final Catalog catalog;

    Conversation(World world, Printing printing, Interpreter interpreter, Catalog catalog) {
        this.world = world;
        this.printing = printing;
        this.interpreter = interpreter;
        this.catalog = catalog;
    }

    /** The exit status: leaving is no failure, whatever was answered. */
    int hold() {
        List<String> keywords = new ArrayList<>(Keywords.verbs());
        keywords.addAll(Keywords.reserved());
        List<String> banner = List.of(
                "llmq " + Version.current() + ", catalog " + catalog.version() + "; /help helps, Ctrl-D leaves",
                "try: rank models where tokens < 3T by mmlu/flops top 5");
        PromptSettings settings = new PromptSettings(banner, history(), printing.theme(), keywords,
                world.variable(Printing.TRACE_VARIABLE) != null,
                () -> Runtime.getRuntime().exit(ExitStatus.INTERRUPTED));
        try {
            Terminals.prompt(this, settings);
        } catch (IOException e) {
            printing.message("there is no terminal to be had: " + e.getMessage());
            return ExitStatus.FAILED;
        }
        return ExitStatus.DONE;
    }

    /** As the XDG base directory specification has it; {@code null} where there is no home. */
    private Path history() {
        String state = world.variable("XDG_STATE_HOME");
        if (state != null && Path.of(state).isAbsolute()) {
            return Path.of(state, "llmq", "history");
        }
        Path home = world.home();
        // A home that does not exist is not made, as a system account's is not.
        return home == null || !Files.isDirectory(home) ? null
                : home.resolve(Path.of(".local", "state", "llmq", "history"));
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
        interpreter.run(SourceText.of(text), Map.of(), true, cancel);
    }

    @Override
    public void names(int columns) {
        printing.resize(columns);
        interpreter.names();
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
