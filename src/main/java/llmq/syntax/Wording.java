package llmq.syntax;

import java.util.ArrayList;
import java.util.List;

/** What was expected, as one phrase: {@code where, by, top or the end}. */
final class Wording {
    private static final int MOST = 8;
    private static final String SIGN = "a sign such as +";
    private static final String END = "the end";
    private static final List<String> QUERIES = List.of("list", "rank", "summarize", "compare", "frontier", "fit",
            "predict");

    private Wording() {
    }

    /** Things and words first, in the grammar's order, what is many under one name, at most eight in all. */
    static String list(Expected expected) {
        if (expected.words().equals(Keywords.verbs()) && expected.things().equals(List.of("<expression>"))) {
            return "a verb such as list, or a value";
        }
        if (expected.words().contains("titled")) {
            return ofPicture(expected);
        }
        boolean operators = expected.signs().contains("*") || expected.words().contains("or");
        boolean verbs = expected.words().containsAll(Keywords.verbs());
        boolean queries = expected.words().containsAll(QUERIES);
        List<String> items = new ArrayList<>();
        for (String thing : expected.things()) {
            items.add(thing(thing));
        }
        for (String word : expected.words()) {
            boolean told = operators && isOperator(word) && (!word.equals("and") || expected.words().contains("or"))
                    || verbs && Keywords.verbs().contains(word) || queries && QUERIES.contains(word);
            if (!told) {
                items.add(isNeeded(word, expected) ? 0 : items.size(), word);
            }
        }
        List<String> others = new ArrayList<>();
        if (verbs && !expected.end()) {
            others.add("a verb such as list");
        } else if (queries && !expected.end()) {
            others.add("a query");
        }
        if (operators) {
            others.add(SIGN);
        }
        for (String sign : expected.signs()) {
            boolean lesser = items.size() + others.size() > 4 && (sign.equals(",") || sign.equals("|"));
            if (!lesser && !(operators && isOperator(sign))) {
                others.add("'" + sign + "'");
            }
        }
        if (expected.end()) {
            others.add(END);
        }
        shorten(items, MOST - others.size());
        items.addAll(others);
        return join(items);
    }

    /** The clauses of a picture are more than of any other statement, and each has a word worth knowing. */
    private static String ofPicture(Expected expected) {
        List<String> items = new ArrayList<>();
        for (String word : List.of("against", "for", "where", "per", "top", "log", "linear", "bins", "color", "size",
                "label", "with", "titled", "to")) {
            if (expected.words().contains(word)) {
                items.add(word);
            }
        }
        items.add(expected.words().contains("or") ? SIGN : expected.signs().contains(",") ? "','" : null);
        items.remove(null);
        items.add(END);
        return join(items);
    }

    /** {@code a source} for {@code <source>}. */
    private static String thing(String thing) {
        return switch (thing) {
            case "<expression>" -> "a value";
            case "<model name>" -> "a model's name";
            case "<fit>" -> "the name of a fit";
            case "<file>" -> "a file in quotes";
            case "<text>" -> "a text in quotes";
            case "<result>" -> "a result like $1";
            default -> "a " + thing.substring(1, thing.length() - 1);
        };
    }

    /** Whether the statement cannot do without the word. */
    private static boolean isNeeded(String word, Expected expected) {
        if (expected.end() || !expected.things().isEmpty() || expected.signs().contains(")")) {
            return false;
        }
        return switch (word) {
            case "by", "against", "to", "on", "using" -> true;
            case "and" -> !expected.words().contains("or");
            case "show" -> !expected.words().contains("by");
            default -> false;
        };
    }

    private static void shorten(List<String> items, int most) {
        if (items.size() > most) {
            items.remove("asc");
            items.remove("desc");
            items.remove("as");
        }
        while (items.size() > Math.max(1, most)) {
            items.remove(items.size() - 1);
        }
    }

    private static boolean isOperator(String word) {
        return switch (word) {
            case "and", "or", "not", "in", "between", "like", "is", "of", "+", "-", "*", "/", "^", "=", "!=", "<", "<=",
                    ">", ">=" -> true;
            default -> false;
        };
    }

    private static String join(List<String> items) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : i == items.size() - 1 ? " or " : ", ").append(items.get(i));
        }
        return text.toString();
    }
}
