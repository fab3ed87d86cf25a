package llmq.syntax.tree;

import llmq.diagnostic.Span;

/** A column to show or to group by. @param title after {@code as}; {@code null} where the expression is the title. */
public record ShowItem(Expr value, Identifier title, Span span) implements Node {
}
