package llmq.syntax.tree;

import llmq.diagnostic.Span;

/**
 * The row meant in {@code E of NAME}, by its name or a part of it.
 *
 * @param quoted whether it was written in quotes; only an unquoted one can be a source in {@code avg(E of SOURCE)}
 */
public record ModelName(String name, boolean quoted, Span span) implements Node {
}
