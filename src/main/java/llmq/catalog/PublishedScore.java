package llmq.catalog;

/**
 * One published score with its source at hand.
 *
 * @param confirmed false where the figure was written down from memory and never checked against its source
 * @param note      a remark, or {@code null}
 * @param chosen    whether the benchmark's field of {@code models} shows this one
 */
public record PublishedScore(double score, Protocol protocol, SourceEntry source, boolean confirmed, String note,
                             boolean chosen) {
}
