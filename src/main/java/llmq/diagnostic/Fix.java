package llmq.diagnostic;

/**
 * What would be right in place of what is wrong.
 *
 * @param span of the text that the diagnostic is about
 * @param text as it is to be written there, quotes and all
 */
public record Fix(Span span, String text) {
}
