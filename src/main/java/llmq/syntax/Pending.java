package llmq.syntax;

import java.util.Locale;
import java.util.Map;

/** What a statement cannot do without and does not have yet. A line may read as if it were complete. */
public final class Pending {
    /** What a ranking needs. */
    public static final String RANKED = "by";
    private static final String[] NONE = {"", ""};

    /** A word that must follow, how the prompt of the next line tells it, and how a sentence does; the first that fits. */
    private static final String[][] NEEDS = {
        {"using", "using", "using …, the name of a fit"},
        {"against", "against", "against …, what to hold it against"},
        {"on", "on", "on …, what it depends on"},
        {"by", RANKED, "by …, what to order by"},
        {"show", "show", "show …, what to gather"},
        {"to", "to", "to …, a file in quotes"},
        {"as", "as", "as …, a name for it"},
        {"catalog", "catalog", "catalog …, its version"},
        {"bootstrap", "an option", "an option, such as bootstrap 1000"},
        {"errors", "errors", "the word errors"},
        {"one", "one out", "one out, or out and what to leave out"},
        {"out", "out", "the word out"},
        {"intervals", "intervals", "the word intervals"},
        {"dominated", "dominated", "the word dominated"},
    };

    /** What may follow a word at the end of a text, where an expression is all that may. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("where", "a condition: where mmlu > 60"), Map.entry("assert", "a condition: assert 1 < 2"),
            Map.entry("and", "what else must hold"), Map.entry("or", "what else may hold"),
            Map.entry("not", "what must not hold"), Map.entry("by", "a field: by mmlu"),
            Map.entry("per", "what to group by: per org"), Map.entry("show", "a column: show name"),
            Map.entry("against", "the other axis: against flops"),
            Map.entry("on", "what it depends on: on log10(flops)"),
            Map.entry("plot", "what to draw: plot mmlu against flops"),
            Map.entry("fit", "what to fit: fit mmlu on flops"),
            Map.entry("frontier", "what to have most of: frontier mmlu against flops"),
            Map.entry("trace", "a figure: trace mmlu of DBRX"), Map.entry("of", "the name of a model"),
            Map.entry("between", "a number: between 1 and 2"), Map.entry("like", "a pattern: like \"Llama*\""),
            Map.entry("is", "known or unknown"), Map.entry("let", "a name: let ratio = mmlu / flops"),
            Map.entry("in", "a list: in (\"Meta\", \"Qwen\")"), Map.entry("compare", "the name of a model"));

    private Pending() {
    }

    /** For somebody who is typing: also what anybody sees who knows the language. */
    public static String lacking(String text) {
        String need = told(text);
        if (!need.isEmpty() && !need.equals("a number") || Completeness.of(text) != Completeness.INCOMPLETE) {
            return need;
        }
        String last = "";
        for (Lexeme lexeme : Lexemes.of(text)) {
            if (lexeme.kind() != Lexeme.Kind.COMMENT) {
                last = text.substring(lexeme.start(), lexeme.end()).toLowerCase(Locale.ROOT);
            }
        }
        if (!need.isEmpty()) {
            return last.equals("top") ? "a number: top 5" : need;
        }
        return last.isEmpty() ? "" : OPEN.getOrDefault(last, last.equals(",") ? "one more" : "a value");
    }

    /**
     * What the text before a statement lacks that begins a line too early.
     *
     * @param start where in the text something stands that cannot go on from what is before it
     * @return empty where no line begins there with a verb
     */
    public static String beforeStatement(String text, int start) {
        int line = start < 0 ? -1 : text.lastIndexOf('\n', start);
        if (line < 0 || !text.substring(line, start).isBlank() || !Apart.begins(text.substring(start))) {
            return "";
        }
        return lacking(text.substring(0, line));
    }

    /** For the prompt of the next line; empty where the text is complete, or wrong, or where anybody sees it goes on. */
    public static String after(String text) {
        return need(text)[0];
    }

    /** For a sentence about it: {@code by …, what to order by}; empty likewise. */
    public static String told(String text) {
        return need(text)[1];
    }

    private static String[] need(String text) {
        if (Completeness.of(text) != Completeness.INCOMPLETE) {
            return NONE;
        }
        // The last word is whole.
        Expected expected = Expected.after(text + "\n");
        // An expression takes "of" as its own, so that a trace seems to be over where it has none.
        return expected.end() ? of("of", "of …, whose it is") : of(expected);
    }

    private static String[] of(String word, String told) {
        return new String[] {word, told};
    }

    private static String[] of(Expected expected) {
        if (expected.things().contains("<fit>")) {
            return of("a fit", "the name of a fit");
        }
        if (expected.things().contains("<number>")) {
            return of("a number", "a number");
        }
        if (expected.signs().contains(")") && !expected.things().contains("<expression>")) {
            return of(")", ")");
        }
        if (expected.words().contains("with") && expected.words().contains("using")
                && !expected.words().contains("or")) {
            return of("with", "with …, what changes: with tokens = 15T");
        }
        for (String[] need : NEEDS) {
            if (expected.words().contains(need[0]) && !expected.things().contains("<expression>")) {
                return of(need[1], need[2]);
            }
        }
        if (expected.words().contains("and") && !expected.words().contains("or")) {
            return of("and", "and …, the other end");
        }
        return expected.things().isEmpty() ? sign(expected) : thing(expected.things().get(0));
    }

    private static String[] sign(Expected expected) {
        boolean alone = expected.words().isEmpty();
        return alone && expected.signs().contains("=") ? of("= …", "= and a value")
                : expected.words().contains("of") && expected.words().size() == 1 ? of("of", "of …, whose it is") : NONE;
    }

    private static String[] thing(String thing) {
        return switch (thing) {
            case "<source>" -> of("a table", "a table, such as models");
            case "<model name>" -> of("a model", "the name of a model");
            case "<name>" -> of("a name", "a name");
            case "<file>" -> of("a file", "a file in quotes");
            case "<method>" -> of("a method", "a method, such as line");
            case "<version>" -> of("2026.11", "its version, such as 2026.11");
            default -> NONE;
        };
    }
}
