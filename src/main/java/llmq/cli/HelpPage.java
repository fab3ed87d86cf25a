package llmq.cli;

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
