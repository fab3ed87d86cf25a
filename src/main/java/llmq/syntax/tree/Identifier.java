package llmq.syntax.tree;

import llmq.diagnostic.Span;

/** A name as the user wrote it, backquotes taken off; case is kept and does not matter. */
public record Identifier(String name, Span span) implements Node {
}
