package llmq.syntax.tree;

import llmq.diagnostic.Span;

/** An expression to order by. @param direction {@code null} where it was not said: the statement's own default. */
public record SortKey(Expr value, Direction direction, Span span) implements Node {
    public enum Direction { ASC, DESC }
}
