package llmq;

import java.util.Random;

/** Expressions over the fields of models, well typed and in matching units, made up at random. */
final class MadeUp {
    /** Pure numbers, some of them unknown in some rows. */
    private static final String[] NUMBERS = {"mmlu/1%", "gsm8k/100%", "tokens/1T tokens", "params/1B params",
        "log10(flops)", "skill(mmlu)", "skill(gpqa)", "year(released)", "month(released)",
        "flops/tokens/1 FLOP*1 token",
        "context/1 token", "tokens/active_params*1 params/1 token", "2", "0.5", "0", "-3", "1e3", "17",
        "(released - 2023-07-18)/1 day", "max(mmlu of models)/1%", "mmlu of DBRX/1%", "tokens of \"GPT-4\"/1T tokens"};
    private static final String[] TEXTS = {"org", "name", "license", "architecture", "family", "'Meta'",
        "'dense'", "'x'"};
    private static final String[] PATTERNS = {"'*7B*'", "'llama*'", "'Q?en*'", "'*'", "'?'", "'Meta'", "'*-*b'"};
    private static final String[] FUNCTIONS = {"log10", "ln", "log2", "sqrt", "abs", "round", "floor", "ceil", "exp"};
    private static final String[] SIGNS = {"=", "!=", "<", "<=", ">", ">="};
    private static final String[] DATES = {"2024-04", "2023", "2024-04-10", "2019-02-14", "released of DBRX"};

    private final Random random;

    MadeUp(Random random) {
        this.random = random;
    }

    /** An expression of any type. */
    String any() {
        return switch (random.nextInt(4)) {
            case 0 -> truth(3);
            case 1 -> text(2);
            default -> number(4);
        };
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    String number(int depth) {
        if (depth == 0) {
            return "(" + one(NUMBERS) + ")";
        }
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "(" + number(depth - 1) + one(" + ", " - ", "*", "/") + number(depth - 1) + ")";
            case 3 -> one(FUNCTIONS) + "(" + number(depth - 1) + ")";
            case 4 -> one("min", "max") + "(" + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 5 -> "if(" + truth(depth - 1) + ", " + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 6 -> "coalesce(" + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 7 -> "(-" + number(depth - 1) + ")";
            default -> "(" + number(depth - 1) + "^" + one("2", "0.5", "-1", "3") + ")";
        };
    }

    String truth(int depth) {
        if (depth == 0) {
            return one("open", "true", "false", "(mmlu > 50)", "(tokens < 3T)", "(org = 'Meta')", "reported(tokens)");
        }
        return switch (random.nextInt(11)) {
            case 0, 1 -> "(" + number(depth - 1) + " " + one(SIGNS) + " " + number(depth - 1) + ")";
            case 2 -> "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
            case 3 -> "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
            case 4 -> "(not " + truth(depth - 1) + ")";
            case 5 -> "(" + one(number(depth - 1), text(depth - 1), truth(depth - 1)) + one(" is known", " is unknown")
                    + ")";
            case 6 -> "(" + number(depth - 1) + one(" between ", " not between ") + number(depth - 1) + " and "
                    + number(depth - 1) + ")";
            case 7 -> "(" + text(depth - 1) + one(" in (", " not in (") + one(TEXTS) + ", " + one(TEXTS) + ", "
                    + text(depth - 1) + "))";
            case 8 -> "(" + text(depth - 1) + one(" like ", " not like ") + one(PATTERNS) + ")";
            case 9 -> "(" + text(depth - 1) + " " + one(SIGNS) + " " + text(depth - 1) + ")";
            default -> "(released " + one(SIGNS) + " " + one(DATES) + ")";
        };
    }

    String text(int depth) {
        if (depth <= 0) {
            return one(TEXTS);
        }
        return switch (random.nextInt(3)) {
            case 0 -> "if(" + truth(depth - 1) + ", " + text(depth - 1) + ", " + text(depth - 1) + ")";
            case 1 -> "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
            default -> one(TEXTS);
        };
    }
}
