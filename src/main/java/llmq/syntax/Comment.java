package llmq.syntax;

import llmq.diagnostic.Span;

/** A comment with its {@code #}, without the end of its line. */
record Comment(String text, Span span) {
}
