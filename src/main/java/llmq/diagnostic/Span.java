package llmq.diagnostic;

/** A stretch of source text: UTF-16 offsets, {@code start} inclusive and {@code end} exclusive. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    /** The smallest span that covers both. */
    public Span to(Span last) {
        return new Span(Math.min(start, last.start), Math.max(end, last.end));
    }
}
