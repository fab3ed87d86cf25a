package llmq.stats;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** How closely two columns go together. */
public final class Correlations {
    private Correlations() {
    }

    /**
     * Spearman's rank correlation: Pearson's correlation of the ranks, equal values sharing the average of theirs.
     *
     * @param x and {@code y}: of the same size, all known
     * @return −1 to 1; NaN below two pairs, or where one of the two never changes
     */
    public static double spearman(double[] x, double[] y) {
        if (x.length < 2) {
            return Double.NaN;
        }
        NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
        double correlation = new PearsonsCorrelation().correlation(ranking.rank(x), ranking.rank(y));
        return Math.max(-1, Math.min(1, correlation));
    }
}
