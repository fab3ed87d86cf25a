package llmq.complete;

import llmq.text.SafeText;

/**
 * One way to go on.
 *
 * @param text        that replaces what is typed
 * @param display     what a list of candidates shows of it
 * @param description a few words more; may be empty
 * @param whole       whether a word ends with it: not where a parenthesis or a value has to follow
 */
public record Candidate(String text, String display, Kind kind, String description, boolean whole) {

    /** What a list shows may come from a file, and is written to a terminal. */
    public Candidate {
        display = SafeText.of(display);
        description = SafeText.of(description);
    }

    /** What a candidate is. */
    public enum Kind {
        VALUE("values"),
        INPUT("inputs"),
        UNIT("units"),
        METHOD("methods"),
        VERB("words to start"),
        FIELD("fields"),
        OWN("own names"),
        SOURCE("tables"),
        RESULT("results"),
        MODEL("models"),
        AGGREGATE("aggregates"),
        FUNCTION("functions"),
        WINDOW("windows"),
        KEYWORD("words"),
        TOPIC("topics"),
        FILE("files"),
        COLUMN("columns"),
        COMMAND("commands"),
        STATEMENT("statements"),
        SIGN("words");

        private final String group;

        Kind(String group) {
            this.group = group;
        }

        /**
         * The heading that they are listed under; short, and shown in the order of the
         * alphabet.
         */
        public String group() {
            return group;
        }
    }

    static Candidate word(Kind kind, String text, String description) {
        return new Candidate(text, text, kind, description, true);
    }
}
