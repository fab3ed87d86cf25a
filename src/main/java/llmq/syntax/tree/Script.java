package llmq.syntax.tree;

import java.util.List;
import llmq.diagnostic.Span;

/** Statements one after another. */
public record Script(List<Statement> statements, Span span) implements Node {
    public Script {
        statements = List.copyOf(statements);
    }
}
