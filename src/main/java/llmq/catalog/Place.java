package llmq.catalog;

import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;

/** Where in the catalog's files something stands. */
public record Place(SourceText source, Span span) {

    /** Path of the file below the catalog's folder, with forward slashes: {@code models/meta.yaml}. */
    public String file() {
        return source.name();
    }

    public int line() {
        return source.line(span.start());
    }

    @Override
    public String toString() {
        return file() + ":" + line() + ":" + source.column(span.start());
    }
}
