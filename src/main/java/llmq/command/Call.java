package llmq.command;

import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.engine.Cancel;

/**
 * A command as it was typed.
 *
 * @param option one of the command's options, or {@code null}
 * @param rest   what follows it, without the white space around it
 */
record Call(Desk desk, PromptCommand command, String option, String rest, Screen screen, Cancel cancel) {

    /** @throws LlmqException E405 for an option that the command has not */
    static Call of(Desk desk, PromptCommand command, String rest, Screen screen, Cancel cancel) {
        if (command.options().isEmpty() || !rest.startsWith("-")) {
            return new Call(desk, command, null, rest, screen, cancel);
        }
        int end = 0;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
            end++;
        }
        String word = rest.substring(0, end);
        String found = null;
        int fitting = 0;
        for (String option : command.options()) {
            if (option.startsWith(word) && word.length() > 1) {
                found = option;
                fitting++;
            }
        }
        if (fitting == 1) {
            return new Call(desk, command, found, rest.substring(end).strip(), screen, cancel);
        }
        if (command.arguments().contains(Argument.STATEMENT) && word.length() > 1
                && Character.isDigit(word.charAt(1))) {
            return new Call(desk, command, null, rest, screen, cancel);
        }
        throw Diagnostic.of(ErrorCode.E405, command.name() + " has no option '" + word + "'",
                Nearest.sentence(word, command.options()), "it is used as " + command.usage()).toException();
    }

    Host host() {
        return desk.host();
    }

    /** The words of the rest. */
    List<String> words() {
        return rest.isEmpty() ? List.of() : List.of(rest.split("\\s+"));
    }

    /** @throws LlmqException E405 where something follows */
    void alone() {
        if (command.options().contains("-" + rest)) {
            throw Diagnostic.of(ErrorCode.E405, "'" + rest + "' is more than " + command.name() + " takes",
                    Nearest.meant("-" + rest), "it is used as " + command.usage()).toException();
        }
        if (!rest.isEmpty()) {
            throw wrong("'" + rest + "' is more than " + command.name() + " takes");
        }
    }

    /**
     * The name of a file that follows.
     *
     * @param verb as in “in the sandbox no file is read”
     * @throws LlmqException E405 where none follows, E306 in the sandbox
     */
    String file(String verb) {
        String file = SettingsFile.unquoted(rest);
        if (file.isEmpty()) {
            throw wrong(command.name() + " needs a file");
        }
        desk.refuseInSandbox(verb);
        return file;
    }

    LlmqException wrong(String message) {
        return Diagnostic.of(ErrorCode.E405, message, "it is used as " + command.usage()).toException();
    }
}
