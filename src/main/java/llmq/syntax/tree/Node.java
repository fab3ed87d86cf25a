package llmq.syntax.tree;

import llmq.diagnostic.Span;

/**
 * A piece of a script as it was written, with the place where it stands. Trees are immutable and know neither
 * catalog nor types; two that were read from differently laid out texts differ only in their spans.
 */
public sealed interface Node permits Script, Statement, Source, Expr, Identifier, ModelName, Argument, SortKey,
        ShowItem, Limit, ColumnMapping {
    Span span();
}
