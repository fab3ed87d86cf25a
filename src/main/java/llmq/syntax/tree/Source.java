package llmq.syntax.tree;

import java.util.List;
import llmq.diagnostic.Span;

/** Where a statement takes its rows from. */
public sealed interface Source extends Node {

    /** {@code models}, a loaded name, a view. */
    record Named(Identifier name) implements Source {
        @Override
        public Span span() {
            return name.span();
        }
    }

    /** {@code $3}; {@code $} is the last result, with number 0. */
    record Result(int number, Span span) implements Source {
    }

    /** A query in parentheses. */
    record Query(Statement statement, Span span) implements Source {
    }

    /** {@code a + b + c}: the rows of all. */
    record Union(List<Source> parts, Span span) implements Source {
        public Union {
            parts = List.copyOf(parts);
        }
    }

    /** {@code a where P}, in parentheses or in a view. */
    record Filtered(Source source, Expr where, Span span) implements Source {
    }
}
