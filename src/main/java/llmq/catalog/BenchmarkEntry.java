package llmq.catalog;

/**
 * One benchmark.
 *
 * @param benchmark  its name in queries, a field of {@code models}
 * @param name       its name for readers
 * @param rating     whether its scores are Elo ratings; else they are percent
 * @param chance     score of guessing; NaN where nobody published one
 * @param max        best score there can be; NaN where there is none
 * @param usualShots the number of worked examples that {@link ScoreRule} prefers; −1 if none
 * @param questions  of the split usually scored; NaN where not counted so
 */
public record BenchmarkEntry(String benchmark, String name, String measures, boolean rating, double chance, double max,
                             int usualShots, double questions, double year, String source, Place place) {
}
