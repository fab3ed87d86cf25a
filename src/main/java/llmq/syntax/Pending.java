package llmq.syntax;

/** What a statement cannot do without and does not have yet. A line may read as if it were complete. */
public final class Pending {
    private static final String[] NONE = {"", ""};

    /** A word that must follow, how the prompt of the next line tells it, and how a sentence does; the first that fits. */
    private static final String[][] NEEDS = {
        {"using", "using", "using …, the name of a fit"},
        {"against", "against", "against …, what to hold it against"},
        {"on", "on", "on …, what it depends on"},
        {"by", "by", "by …, what to order by"},
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

    private Pending() {
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
