package llmq.stats;

/**
 * A curve with its parameters estimated, before its uncertainty is judged.
 *
 * @param inverse   (J'J)⁻¹ with the Jacobian J at the estimates, p × p
 * @param moves     n × p: what the error of each row does to the estimates; of least squares e_i (J'J)⁻¹ J_i
 * @param residuals of each row, on the scale of y
 * @param scales    of each row, how large the numbers are whose difference its residual is
 * @param squares   whether the sum of squared residuals was made least, so that the textbook's covariance holds
 */
record Estimate(Curve curve, double[] parameters, double[][] inverse, double[][] moves, double[] residuals,
        double[] scales, boolean squares) {
    /** Residuals of no more than this share of the numbers they are differences of are rounding. */
    private static final double EXACT = 1e-12;

    boolean exact() {
        for (int i = 0; i < residuals.length; i++) {
            if (!(Math.abs(residuals[i]) <= EXACT * scales[i])) {
                return false;
            }
        }
        return true;
    }

    double rss() {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    /** Where the errors are independent. */
    double[][] plain() {
        int n = residuals.length;
        return squares ? Covariances.plain(inverse, rss(), n) : Covariances.clustered(moves, Clusters.of(null, n));
    }
}
