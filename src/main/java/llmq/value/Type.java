package llmq.value;

/** The kinds of value. A date is held as days since 1970-01-01 in the same arrays as a number. */
public enum Type {
    NUMBER("a number"), DATE("a date"), TEXT("text"), BOOLEAN("true or false");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    /** For messages: “a number”. */
    public String words() {
        return words;
    }

    public boolean isNumeric() {
        return this == NUMBER || this == DATE;
    }
}
