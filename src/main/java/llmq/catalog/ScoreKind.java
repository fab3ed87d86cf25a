package llmq.catalog;

/** Who measured a score, in the order of {@link ScoreRule}: the most comparable first. */
public enum ScoreKind {
    /** One evaluation over many models with one protocol. */
    HARNESS("harness"),
    /** The model's own makers. */
    SELF_REPORTED("self-reported"),
    /** Somebody else, often in another model's table of comparison. */
    THIRD_PARTY("third-party");

    private static final ScoreKind[] ALL = values();

    private final String word;

    ScoreKind(String word) {
        this.word = word;
    }

    /** As written in the data files and in the field {@code kind} of {@code scores}. */
    public String word() {
        return word;
    }

    /** All of them, in order. */
    static String[] words() {
        String[] words = new String[ALL.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = ALL[i].word;
        }
        return words;
    }

    static ScoreKind of(int ordinal) {
        return ALL[ordinal];
    }
}
