package llmq.complete;

/**
 * One way to go on.
 *
 * @param text        that replaces what is typed
 * @param display     what a list of candidates shows of it
 * @param description a few words more; may be empty
 * @param whole       whether a word ends with it: not where a parenthesis or a value has to follow
 */
public record Candidate(String text, String display, Kind kind, String description, boolean whole) {

    /** What a candidate is. */
    public enum Kind {
        VALUE("values"),
        INPUT("inputs"),
        UNIT("units"),
        METHOD("methods"),
        VERB("statements"),
        FIELD("fields"),
        OWN("names of this session"),
        SOURCE("tables"),
        RESULT("results"),
        MODEL("models"),
        AGGREGATE("functions of many rows"),
        FUNCTION("functions of a row"),
        WINDOW("functions of a row among all"),
        KEYWORD("words"),
        TOPIC("topics"),
        FILE("files"),
        COMMAND("commands"),
        SIGN("signs");

        private final String group;

        Kind(String group) {
            this.group = group;
        }

        /** The heading that they are listed under. */
        public String group() {
            return group;
        }
    }

    static Candidate word(Kind kind, String text, String description) {
        return new Candidate(text, text, kind, description, true);
    }
}
