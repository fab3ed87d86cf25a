package llmq.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

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
    /** Residuals of no more than this share of the greatest numbers they are differences of are rounding. */
    private static final double EXACT = 1e-13;

    /**
     * The same fit in other parameters.
     *
     * @param derivatives of the other parameters by these, p × p
     */
    Estimate expressed(Curve other, double[] others, double[][] derivatives) {
        RealMatrix t = new Array2DRowRealMatrix(derivatives, false);
        double[][] moved = new double[moves.length][];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = t.operate(moves[i]);
        }
        RealMatrix inner = new Array2DRowRealMatrix(inverse, false);
        return new Estimate(other, others, t.multiply(inner).multiply(t.transpose()).getData(), moved, residuals,
                scales, squares);
    }

    boolean exact() {
        double farthest = 0;
        double greatest = 0;
        for (int i = 0; i < residuals.length; i++) {
            farthest = Math.max(farthest, Math.abs(residuals[i]));
            greatest = Math.max(greatest, scales[i]);
        }
        return farthest <= EXACT * greatest;
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
