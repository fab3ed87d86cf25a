package llmq.cli;

import llmq.present.Key;

/** What {@code --help} prints, made from the registries. */
final class HelpPage {
    private static final int COLUMN = 26;

    private HelpPage() {
    }

    static String text() {
        StringBuilder page = new StringBuilder("""
                llmq asks questions of a catalog of open language models

                usage
                """);
        row(page, "llmq", "open the prompt, or read statements from standard input");
        row(page, "llmq -e STATEMENTS", "run these statements");
        for (Command command : Command.values()) {
            for (Command.Usage usage : command.usages()) {
                row(page, "llmq " + command.word() + " " + usage.operands(), usage.summary());
            }
        }
        page.append("\noptions\n");
        for (Option option : Option.values()) {
            row(page, written(option), option.summary());
            if (!option.choices().isEmpty()) {
                row(page, "", String.join(" | ", option.choices()));
            }
        }
        page.append("\nexit status\n");
        for (ExitStatus.Meaning meaning : ExitStatus.all()) {
            row(page, String.valueOf(meaning.status()), meaning.summary());
        }
        page.append("""

                example
                  llmq -e 'rank models where open and tokens < 3T by mmlu top 10'
                """);
        return page.toString();
    }

    /** What concerns one command. @param unicode whether the screen has arrows */
    static String of(Command command, boolean unicode) {
        StringBuilder page = new StringBuilder("usage\n");
        for (Command.Usage usage : command.usages()) {
            row(page, "llmq " + command.word() + " " + usage.operands(), usage.summary());
            if (usage.operands().startsWith("[N ") || usage.operands().startsWith("FILE | N ")) {
                row(page, "  N", "a lesson of the course; llmq learn lists them");
            }
            if (usage.operands().contains("NAME=VALUE")) {
                row(page, "  NAME=VALUE", "what a parameter of the script is to be");
            }
        }
        String options = "\noptions\n";
        StringBuilder others = new StringBuilder();
        for (Option option : Option.values()) {
            if (option.only() == command) {
                page.append(options);
                options = "";
                row(page, option.value() == null ? option.word() : option.word() + " " + option.value(),
                        option.summary());
            } else if (option.only() == null && option.full() != null && isOfCommands(option)) {
                others.append(others.length() == 0 ? "" : ", ").append(option.full());
            }
        }
        page.append(options);
        row(page, "of every command", others.toString());
        row(page, "", "llmq --help tells of them");
        if (command == Command.PRESENT) {
            page.append("\nkeys\n");
            for (Key key : Key.all()) {
                row(page, unicode ? key.keys() : Key.spelled(key.keys()), key.summary());
            }
        }
        return page.toString();
    }

    /** Whether it changes what a command does, and does not stand for one. */
    private static boolean isOfCommands(Option option) {
        return option != Option.DOCTOR && option != Option.HELP && option != Option.VERSION;
    }

    private static String written(Option option) {
        String name = option.brief() == null ? "    " + option.full()
                : option.full() == null ? option.brief() : option.brief() + ", " + option.full();
        String scope = option.only() == null ? "" : " (" + option.only().word() + ")";
        return (option.value() == null ? name : name + " " + option.value()) + scope;
    }

    private static void row(StringBuilder page, String left, String right) {
        page.append("  ").append(left);
        int column = left.length();
        if (column > COLUMN - 2) {
            page.append("\n  ");
            column = 0;
        }
        for (; column < COLUMN; column++) {
            page.append(' ');
        }
        page.append(right).append('\n');
    }
}
