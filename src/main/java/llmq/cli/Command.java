package llmq.cli;

import java.util.List;
import java.util.Locale;

/** What the first word of the command line may ask for. Without one, llmq runs {@code -e}, its input, or the prompt. */
enum Command {
    RUN(new Usage("FILE [NAME=VALUE ...]", "run a script; - reads standard input")),
    LEARN(new Usage("[N | next | FILE]", "learn llmq in lessons, or go on with one; alone it lists them")),
    PRESENT(new Usage("FILE | N [NAME=VALUE ...]", "present a script or lesson, step by step at key presses")),
    CHECK(new Usage("FILE ...", "report a script's errors without running it"),
            new Usage("--catalog DIR", "report what is wrong or unlikely in a catalog")),
    FMT(new Usage("FILE ...", "print a script in the one canonical layout")),
    TEST(new Usage("FILE ...", "run scripts and Markdown, and compare with the output recorded in them")),
    HANDOUT(new Usage("FILE | N --to OUT [NAME=VALUE ...]", "write a script or lesson and its results to OUT, .html or .md"));

    private final List<Usage> usages;

    Command(Usage... usages) {
        this.usages = List.of(usages);
    }

    /** How many files it takes; what stands behind them is for the script's parameters. */
    int most() {
        return this == CHECK || this == FMT || this == TEST ? Integer.MAX_VALUE : 1;
    }

    /** One way to use it. @param operands what follows the word */
    record Usage(String operands, String summary) {
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Usage> usages() {
        return usages;
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
