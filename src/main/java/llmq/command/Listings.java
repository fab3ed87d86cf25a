package llmq.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.result.Format;
import llmq.result.Result;
import llmq.session.Page;
import llmq.session.Session;
import llmq.session.Snippet;
import llmq.syntax.Clause;

/** The commands that show something and change nothing. */
final class Listings {
    private static final int SIGNALLED = 128;
    private static final String COMMANDS = "commands";
    private static final String SETTINGS = "settings";

    private Listings() {
    }

    static void help(Call call) {
        String topic = call.rest();
        if (topic.isEmpty() || topic.equalsIgnoreCase(COMMANDS)) {
            call.host().show(overview());
        } else if (topic.equalsIgnoreCase(SETTINGS)) {
            SetCommand.all(call);
        } else {
            call.host().show(page(call.desk(), topic, call.cancel()));
        }
    }

    private static Result overview() {
        Page page = Page.of();
        for (PromptCommand.Group group : PromptCommand.Group.values()) {
            if (!page.isEmpty()) {
                page.add("", "");
            }
            page.add(group.title(), "");
            for (PromptCommand command : Commands.all()) {
                if (command.group() == group) {
                    page.add("  " + (command.name().equals("/!") ? "/! /N /N-M" : command.name()),
                            command.summary());
                }
            }
        }
        return page.page(null).saying("Commands of the prompt; the beginning of a name is enough", List.of(
                "A statement runs when its line is complete; an empty line ends one that is not.",
                "/help save tells more of one, /help statements of the language, describe of the data.",
                "Tab completes a word and offers what may follow; right after a whole word it tells of that."));
    }

    /**
     * What there is to say on a topic.
     *
     * @throws LlmqException where there is nothing, or several things are meant
     */
    static Result page(Desk desk, String topic, Cancel cancel) {
        PromptCommand command = command(topic);
        if (command != null) {
            Page page = Page.of().add("usage", command.usage()).add("does", command.summary())
                    .addKnown("more", command.page());
            examples(page, command.examples());
            return page.page(null);
        }
        // What describe has a page on needs that more than the setting, on which /set has one.
        Setting setting = Setting.of(topic);
        if (setting != null && !Session.topics().contains(setting.word())) {
            return SetCommand.page(desk, setting);
        }
        try {
            return desk.host().aside(SourceText.of(described(topic)), cancel).result();
        } catch (LlmqException e) {
            throw unknown(topic, e);
        }
    }

    static void examples(Page page, List<String> examples) {
        for (int i = 0; i < examples.size(); i++) {
            page.add(i == 0 ? "examples" : "", examples.get(i));
        }
    }

    /** What describe does not know may be nearly a command or a setting; nobody has typed the statement it names. */
    private static LlmqException unknown(String topic, LlmqException failure) {
        Diagnostic first = failure.diagnostics().get(0);
        if (first.code() != ErrorCode.E101 && first.code() != ErrorCode.E001) {
            return failure;
        }
        List<String> known = new ArrayList<>(List.of(COMMANDS, SETTINGS));
        for (PromptCommand command : Commands.all()) {
            known.add(command.name().substring(1));
        }
        known.addAll(Setting.words());
        boolean told = first.code() == ErrorCode.E101 && !first.help().isEmpty()
                && first.help().get(0).startsWith("did you mean");
        String near = told ? first.help().get(0) : Nearest.sentence(topic, known);
        return Diagnostic.of(ErrorCode.E101, "there is nothing called '" + topic + "'",
                near == null ? "/help lists the commands, describe what else there is" : near).toException();
    }

    /** The statement that tells of a topic: of several words as of one name. */
    private static String described(String topic) {
        boolean clause = Clause.find(topic) != null;
        boolean several = clause || !Commands.isQuote(topic.charAt(0)) && topic.indexOf('"') < 0
                && topic.chars().anyMatch(Character::isWhitespace);
        return "describe " + (several ? '"' + topic + '"' : topic);
    }

    /** The command of that name, with its slash or without; {@code null} if there is none. */
    private static PromptCommand command(String topic) {
        if (topic.startsWith("/")) {
            return Commands.find(topic);
        }
        for (PromptCommand command : Commands.all()) {
            if (command.name().equals("/" + topic) || command.words().contains(topic)) {
                return command;
            }
        }
        return null;
    }

    static void list(Call call) {
        List<Snippet> chosen = new ArrayList<>();
        if (call.option() != null) {
            call.alone();
            chosen.addAll(call.desk().transcript().all());
        } else if (call.rest().isEmpty()) {
            chosen.addAll(call.desk().transcript().of(Snippet.Kind.WORKED));
        } else {
            for (String id : call.words()) {
                chosen.addAll(call.desk().find(id));
            }
        }
        if (chosen.isEmpty()) {
            call.host().message("no statement has worked yet");
            return;
        }
        Page page = Page.table("id", "statement");
        for (Snippet snippet : chosen) {
            String gives = snippet.resultNumber() > 0 ? "  # $" + snippet.resultNumber()
                    : snippet.failure() == null ? "" : "  # " + snippet.failure();
            page.add(snippet.id(), snippet.text() + gives);
        }
        call.host().show(page.page(null));
    }

    static void names(Call call) {
        call.alone();
        call.host().names();
    }

    static void history(Call call) {
        call.alone();
        StringBuilder text = new StringBuilder();
        for (String entry : call.screen().history(call.option() != null)) {
            text.append(entry).append('\n');
        }
        call.host().print(text.toString());
    }

    static void last(Call call) {
        Snippet last = lastResult(call);
        Format format = null;
        if (!call.rest().isEmpty()) {
            format = Format.find(call.rest());
            String[] words = call.rest().split("\\s+", 2);
            if (format == null && words.length == 2 && Format.find(words[0]) != null) {
                String file = SettingsFile.unquoted(words[1]);
                throw Diagnostic.of(ErrorCode.E405, "/last shows the last result and writes no file",
                        "a file is written with save $ to \"" + file + "\"").toException();
            }
            if (format == null) {
                throw Diagnostic.of(ErrorCode.E405, "there is no format '" + call.rest() + "'",
                        Nearest.sentence(call.rest(), Format.words()),
                        "formats are " + String.join(", ", Format.words())).toException();
            }
        }
        print(call, call.host().whole(last.result(), format));
    }

    /** @throws LlmqException E405 where there is none */
    static Snippet lastResult(Call call) {
        Snippet last = call.desk().transcript().lastResult();
        if (last == null) {
            throw Diagnostic.of(ErrorCode.E405, "there is no result yet").toException();
        }
        return last;
    }

    /** Prints a text, in the pager if it is longer than the window. */
    static void print(Call call, String text) {
        if (!paged(call, text)) {
            call.host().print(text);
        }
    }

    /** Whether a text that is longer than the window could be shown in a pager. */
    private static boolean paged(Call call, String text) {
        List<String> pager = Programs.pager(call.desk().settings(), call.host()::variable);
        if (pager.isEmpty() || !call.screen().isWhole() || call.host().sandbox() || call.screen().rows() == 0
                || text.lines().count() < call.screen().rows()) {
            return false;
        }
        Path folder = null;
        Path file = null;
        try {
            folder = Files.createTempDirectory("llmq");
            // Its name is what most pagers show at the foot.
            file = folder.resolve("llmq" + call.command().name().replace('/', '-') + ".txt");
            Files.writeString(file, text);
            List<String> program = new ArrayList<>(Programs.started(pager, call.host().variable("PATH")));
            program.add(file.toString());
            int status = call.screen().lend(program);
            // Who ended it by a signal has seen enough.
            return status == 0 || status > SIGNALLED;
        } catch (IOException e) {
            call.host().message("the pager " + pager.get(0) + " cannot be started; /set pager names another");
            return false;
        } finally {
            Programs.discard(file);
            Programs.discard(folder);
        }
    }
}
