package llmq.table;

/**
 * The scale of a benchmark's scores.
 *
 * @param chance    score of random guessing, percent; NaN where nobody published one
 * @param max       best score there can be
 * @param questions how many questions the usual split has, for the sampling error; NaN where not counted so
 */
public record ScoreScale(double chance, double max, double questions) {
}
