package llmq.syntax.tree;

import llmq.diagnostic.Span;

/** The N of {@code top N}: a literal or the name of a parameter. */
public record Limit(Expr value, Span span) implements Node {
}
