package llmq.function;

import llmq.stats.Correlations;

/** Spearman's correlation over the rows where both values are known; unknown where {@link Correlation} is. */
final class RankCorrelation extends Gathered {
    RankCorrelation() {
        super(2);
    }

    @Override
    public double value(int group) {
        return Correlations.spearman(values(group, 0), values(group, 1));
    }
}
