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
                new PromptCommand("/help", List.of("help"), "/help [WORD]",
                        "list the commands, or tell of a word of the language: help fit, ?fit", Prompt::help),
                new PromptCommand("/vars", List.of(), "/vars",
                        "list what was named: measures, functions, views, parameters, tables, fits",
                        (prompt, rest) -> prompt.names()),
                new PromptCommand("/exit", List.of("exit", "quit"), "/exit",
                        "leave; so does Ctrl-D on an empty line", (prompt, rest) -> prompt.leave()));
    }

    /** The command that a line means which is one of its words alone; {@code null} where it is something else. */
    static PromptCommand ofWord(String line, List<PromptCommand> commands) {
        String word = (line.endsWith(";") ? line.substring(0, line.length() - 1) : line).strip();
        // Other prompts are left by a call.
        word = word.endsWith("()") ? word.substring(0, word.length() - 2) : word;
        for (PromptCommand command : commands) {
            if (command.words.contains(word)) {
                return command;
            }
        }
        return null;
    }

    /** What a line asks about: {@code fit} of {@code help fit}, {@code help(fit)}, {@code ?fit}; else {@code null}. */
    static String topic(String line) {
        String text = (line.endsWith(";") ? line.substring(0, line.length() - 1) : line).strip();
        if (text.startsWith("?")) {
            return text.substring(1).strip();
        }
        if (!text.startsWith("help") || text.length() < "help".length() + 2) {
            return null;
        }
        String rest = text.substring("help".length());
        if (rest.startsWith("(") && rest.endsWith(")")) {
            return rest.substring(1, rest.length() - 1).strip();
        }
        // What goes on otherwise is an expression, of something that is called help.
        char first = rest.strip().charAt(0);
        boolean word = Character.isLetter(first) || first == '/' || first == '$' || isQuote(first);
        return Character.isWhitespace(rest.charAt(0)) && word ? rest.strip() : null;
    }

    /** The statement that tells of a topic: of several words as of one name. */
    static String described(String topic) {
        boolean several = !topic.isEmpty() && !isQuote(topic.charAt(0)) && topic.indexOf('"') < 0
                && topic.chars().anyMatch(Character::isWhitespace);
        return ("describe " + (several ? '"' + topic + '"' : topic)).strip();
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'' || character == '`';
    }

    /** The command that goes by a word, with its slash or without; {@code null} for none. */
    static PromptCommand named(String word, List<PromptCommand> commands) {
        for (PromptCommand command : commands) {
            if (command.name.equals(word) || command.name.substring(1).equals(word) || command.words.contains(word)) {
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
            if (command.name.equals(name) || command.words.contains(name.substring(1))) {
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
