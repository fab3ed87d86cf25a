package llmq.catalog;

/**
 * One published score of one model.
 *
 * @param score     percent, or a rating where the benchmark's unit is Elo
 * @param shots     worked examples shown before each question; −1 where not stated
 * @param confirmed false where the figure was written down from memory and never checked against its source
 * @param note      a remark, which a score that looks wrong needs; else {@code null}
 */
public record ScoreEntry(String benchmark, double score, int shots, ScoreKind kind, String source, boolean confirmed,
                         String note, Place place) {
    /** No number of shots was stated. */
    public static final int NOT_STATED = -1;
}
