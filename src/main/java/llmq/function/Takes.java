package llmq.function;

import llmq.value.Type;

/** What an argument of an aggregate or a window function may be. */
public enum Takes {
    NUMBER("a number"),
    /** Dates can be put in order and averaged, but neither added up nor multiplied. */
    NUMBER_OR_DATE("a number or a date"),
    /** The function only asks whether the value is known. */
    ANYTHING("any value");

    private final String words;

    Takes(String words) {
        this.words = words;
    }

    /** For messages: “a number or a date”. */
    public String words() {
        return words;
    }

    public boolean accepts(Type type) {
        return switch (this) {
            case NUMBER -> type == Type.NUMBER;
            case NUMBER_OR_DATE -> type.isNumeric();
            case ANYTHING -> true;
        };
    }
}
