package llmq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import llmq.catalog.Catalog;
import llmq.command.Host;
import llmq.command.Journal;
import llmq.command.Settings;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.lesson.Progress;
import llmq.render.ResultFiles;
import llmq.result.Format;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.text.Style;

/** Gives commands of the prompt the session, the printers and the files. */
final class PromptHost implements Host {
    private final World world;
    private final Printing printing;
    private final Interpreter interpreter;
    private final Catalog catalog;
    private final Map<String, String> parameters;
    private final boolean sandbox;
    private final Journal journal;

    /** @param parameters given to a script that is presented; @param journal see {@link Host#journal} */
    PromptHost(World world, Printing printing, Interpreter interpreter, Catalog catalog,
            Map<String, String> parameters, boolean sandbox, Journal journal) {
        this.world = world;
        this.printing = printing;
        this.interpreter = interpreter;
        this.catalog = catalog;
        this.parameters = parameters;
        this.sandbox = sandbox;
        this.journal = journal;
    }

    @Override
    public Session session() {
        return interpreter.session();
    }

    @Override
    public void resume(Session session) {
        interpreter.resume(session);
    }

    @Override
    public Session fresh() {
        printing.forget();
        return Session.start(catalog);
    }

    @Override
    public Session blank() {
        return Session.start(catalog).withParameters(parameters);
    }

    @Override
    public Workspace workspace(boolean own, Cancel cancel) {
        return interpreter.workspace(own || sandbox, cancel);
    }

    @Override
    public <T> T watched(String doing, boolean own, Cancel cancel, Function<Workspace, T> work) {
        return interpreter.watched(doing, own || sandbox, cancel, work);
    }

    @Override
    public Style style() {
        return printing.style();
    }

    @Override
    public Progress progress() {
        return Places.progress(world, !sandbox);
    }

    @Override
    public void run(SourceText text, Map<String, String> parameters, Telling telling, Cancel cancel,
            Follower follower) {
        interpreter.run(text, parameters, telling, cancel, follower);
    }

    @Override
    public void repeatNotes(boolean repeat) {
        printing.repeatNotes(repeat);
    }

    @Override
    public Outcome aside(SourceText text, Cancel cancel) {
        return interpreter.aside(text, cancel);
    }

    @Override
    public void show(Result result) {
        printing.page(result);
    }

    @Override
    public String page(Result result) {
        return printing.text(result);
    }

    @Override
    public void names() {
        interpreter.names();
    }

    @Override
    public String whole(Result result, Format format) {
        return printing.whole(result, format);
    }

    @Override
    public String written(Result result) {
        return Printing.written(result);
    }

    @Override
    public void print(String text) {
        printing.out().write(text);
        printing.out().flush();
    }

    @Override
    public void message(String line) {
        printing.message(line);
    }

    @Override
    public void echo(String statement) {
        printing.echo(statement);
    }

    @Override
    public void apply(Settings settings) {
        printing.apply(settings);
    }

    @Override
    public void report(LlmqException failure) {
        printing.failure(failure);
    }

    @Override
    public boolean sandbox() {
        return sandbox;
    }

    @Override
    public SourceText lasting(String file) {
        return ScriptFile.lasting(inHome(file), world);
    }

    @Override
    public String place(String file) {
        ScriptFile.lasting(inHome(file), world);
        return ScriptFile.path(inHome(file), world).toAbsolutePath().normalize().toString();
    }

    @Override
    public boolean write(String file, String text) {
        Path path = ScriptFile.path(inHome(file), world);
        boolean there = Files.isRegularFile(path);
        ResultFiles.save(text, path, file);
        return there;
    }

    /** No shell has seen a name that was typed here, so that the home folder's sign still stands in it. */
    private String inHome(String file) {
        return world.home() != null && file.startsWith("~/") ? world.home() + file.substring(1) : file;
    }

    @Override
    public String variable(String name) {
        return world.variable(name);
    }

    @Override
    public Journal journal() {
        return journal;
    }
}
