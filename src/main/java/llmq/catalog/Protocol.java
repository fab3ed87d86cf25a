package llmq.catalog;

/**
 * How a score was measured, as far as it decides what the score may be compared with.
 *
 * @param shots worked examples before each question; {@link ScoreEntry#NOT_STATED} where not stated
 */
public record Protocol(int shots, ScoreKind kind) {
}
