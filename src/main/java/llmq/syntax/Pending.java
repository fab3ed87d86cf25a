package llmq.syntax;

/**
 * What a statement cannot do without and does not have yet, for the prompt of its next line, in the letters of the
 * statements' forms: {@code using FIT}. A line may read as if it were complete.
 */
public final class Pending {
    private static final String NONE = "";

    /** A word that must follow, and how it is told; the first that fits. */
    private static final String[][] NEEDS = {
        {"using", "using FIT"}, {"against", "against X"}, {"on", "on X"}, {"by", "by E"}, {"show", "show …"},
        {"to", "to \"file\""}, {"as", "as NAME"}, {"catalog", "catalog 2026.11"}, {"bootstrap", "an option"},
        {"errors", "errors"}, {"one", "out K, or one out"}, {"out", "out"}, {"intervals", "intervals"},
        {"dominated", "dominated"},
    };

    private Pending() {
    }

    /** Empty where the text is complete, or wrong, or where anybody sees that it goes on. */
    public static String after(String text) {
        if (Completeness.of(text) != Completeness.INCOMPLETE) {
            return NONE;
        }
        // The last word is whole.
        Expected expected = Expected.after(text + "\n");
        // An expression takes "of" as its own, so that a trace seems to be over where it has none.
        return expected.end() ? "of NAME" : of(expected);
    }

    private static String of(Expected expected) {
        if (expected.things().contains("<fit>")) {
            return "FIT";
        }
        if (expected.things().contains("<number>")) {
            return "a number";
        }
        if (expected.signs().contains(")") && !expected.things().contains("<expression>")) {
            return ")";
        }
        if (expected.words().contains("with") && expected.words().contains("using")
                && !expected.words().contains("or")) {
            return "with FIELD = V";
        }
        for (String[] need : NEEDS) {
            if (expected.words().contains(need[0]) && !expected.things().contains("<expression>")) {
                return need[1];
            }
        }
        if (expected.words().contains("and") && !expected.words().contains("or")) {
            return "and E";
        }
        return expected.things().isEmpty() ? sign(expected) : thing(expected.things().get(0));
    }

    private static String sign(Expected expected) {
        boolean alone = expected.words().isEmpty();
        return alone && expected.signs().contains("=") ? "= …"
                : expected.words().contains("of") && expected.words().size() == 1 ? "of NAME" : NONE;
    }

    private static String thing(String thing) {
        return switch (thing) {
            case "<source>" -> "SOURCE";
            case "<model name>" -> "NAME";
            case "<name>" -> "a name";
            case "<file>" -> "\"file\"";
            case "<method>" -> "a method";
            case "<version>" -> "2026.11";
            default -> NONE;
        };
    }
}
