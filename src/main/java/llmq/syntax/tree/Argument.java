package llmq.syntax.tree;

import llmq.diagnostic.Span;

/**
 * One argument of a call. {@code avg(E of SOURCE where P)} is an argument with a condition; whether its right end
 * {@code … of SOURCE} names a model or a source is for the checker to find out.
 *
 * @param where {@code null} where there is none
 */
public record Argument(Expr value, Expr where, Span span) implements Node {
}
