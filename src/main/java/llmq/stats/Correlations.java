package llmq.stats;

/** How closely two columns go together. By hand, as {@link Quantiles} is: the note on a ratio needs it at start-up. */
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
        return pearson(Ranks.average(x), Ranks.average(y));
    }

    /** Pearson's correlation: covariance over the product of the standard deviations; unknown as above. */
    static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double awayX = x[i] - meanX;
            double awayY = y[i] - meanY;
            xx += awayX * awayX;
            yy += awayY * awayY;
            xy += awayX * awayY;
        }
        return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy)))) : Double.NaN;
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }
}
