package llmq.stats;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Quantiles of a sample. */
public final class Quantiles {
    private Quantiles() {
    }

    /**
     * The value below which the given share of the sample lies, between neighbours in proportion: type 7 of Hyndman
     * and Fan (1996), which R and NumPy use unless told otherwise.
     *
     * @param values all known; may be reordered
     * @param share  from 0 to 1
     * @return NaN for an empty sample
     */
    public static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        // Percentile takes no 0, but the least value is what any positive share too small to matter gives.
        return percentile.evaluate(values, Math.max(share * 100, Double.MIN_VALUE));
    }
}
