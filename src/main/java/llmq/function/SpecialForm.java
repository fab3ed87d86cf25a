package llmq.function;

/** A function that the checker reads itself, as its arguments are more than values: {@code if}, {@code skill}. */
public record SpecialForm(Doc doc, int least, int most) implements Function {
}
