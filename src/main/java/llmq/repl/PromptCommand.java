package llmq.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;

/**
 * A command of the prompt: one row of the registry that runs it, finds it and lists it.
 *
 * @param name  with its slash
 * @param words that mean the same without a slash, where nothing else but a {@code ;} stands on the line
 * @param usage as {@code /help} shows it, with what may follow
 * @param run   given the prompt and what follows the name
 */
record PromptCommand(String name, List<String> words, String usage, String summary, BiConsumer<Prompt, String> run) {

    /** All commands, in the order of {@code /help}. */
    static List<PromptCommand> all() {
        return List.of(
                new PromptCommand("/help", List.of("help"), "/help", "list the commands",
                        (prompt, rest) -> prompt.help()),
                new PromptCommand("/vars", List.of(), "/vars",
                        "list what was named: measures, functions, views, parameters, tables, fits",
                        (prompt, rest) -> prompt.names()),
                new PromptCommand("/exit", List.of("exit", "quit"), "/exit",
                        "leave; so does Ctrl-D on an empty line", (prompt, rest) -> prompt.leave()));
    }

    /** The command that a line means which is one of its words alone; {@code null} where it is something else. */
    static PromptCommand ofWord(String line, List<PromptCommand> commands) {
        String word = (line.endsWith(";") ? line.substring(0, line.length() - 1) : line).strip();
        for (PromptCommand command : commands) {
            if (command.words.contains(word)) {
                return command;
            }
        }
        return null;
    }

    /**
     * The command of that name, or the only one that begins so.
     *
     * @throws llmq.diagnostic.LlmqException E404
     */
    static PromptCommand find(String name, List<PromptCommand> commands) {
        List<String> names = new ArrayList<>();
        PromptCommand found = null;
        List<String> fitting = new ArrayList<>();
        for (PromptCommand command : commands) {
            if (command.name.equals(name)) {
                return command;
            }
            names.add(command.name);
            if (command.name.startsWith(name)) {
                found = command;
                fitting.add(command.name);
            }
        }
        if (fitting.size() == 1) {
            return found;
        }
        String all = "/help lists the commands";
        if (fitting.size() > 1) {
            throw Diagnostic.of(ErrorCode.E404, "several commands begin with '" + name + "'",
                    String.join(", ", fitting)).toException();
        }
        String near = Nearest.sentence(name, names);
        String message = "unknown command '" + name + "'";
        throw (near == null ? Diagnostic.of(ErrorCode.E404, message, all)
                : Diagnostic.of(ErrorCode.E404, message, near, all)).toException();
    }
}
