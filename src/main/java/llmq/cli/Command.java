package llmq.cli;

import java.util.Locale;

/** What the first word of the command line may ask for. Without one, llmq runs {@code -e}, its input, or the prompt. */
enum Command {
    RUN("FILE [NAME=VALUE ...]", "run a script; - reads standard input"),
    CHECK("FILE ...", "report a script's errors without running it; with --catalog DIR and no FILE, audit the catalog"),
    FMT("FILE ...", "print a script in the one canonical layout");

    private final String operands;
    private final String summary;

    Command(String operands, String summary) {
        this.operands = operands;
        this.summary = summary;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String operands() {
        return operands;
    }

    String summary() {
        return summary;
    }

    /** The command of that word, or {@code null}. */
    static Command find(String word) {
        for (Command command : values()) {
            if (command.word().equals(word)) {
                return command;
            }
        }
        return null;
    }
}
