package llmq.syntax;

import llmq.diagnostic.Span;

/** A comment with its {@code #}, without the end of its line. */
public record Comment(String text, Span span) {
}
