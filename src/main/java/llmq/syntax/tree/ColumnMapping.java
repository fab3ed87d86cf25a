package llmq.syntax.tree;

import llmq.diagnostic.Span;

/** {@code field = "Column" unit}, in {@code load … with (…)}. @param unit as written, {@code null} where none is. */
public record ColumnMapping(Identifier field, String column, String unit, Span span) implements Node {
}
