package llmq.stats;

/**
 * Columns with their means taken off and brought between −1 and 1: a year near 2024 and the 1 of the intercept are all
 * but the same column otherwise, and flops weigh 1e25 times as much as a share.
 */
final class Centred {
    /** A column that varies by no more than this share of its greatest value is constant to within rounding. */
    private static final double CONSTANT = 1e-13;

    private final double[] means;
    private final double[] scales;
    private final double[][] rows;

    /**
     * @param x n rows of k columns
     * @throws NoFit where a column is constant
     */
    Centred(double[][] x) throws NoFit {
        int k = x[0].length;
        this.means = means(x);
        this.scales = new double[k];
        this.rows = new double[x.length][k];
        for (int j = 0; j < k; j++) {
            double greatest = 0;
            double farthest = 0;
            for (int i = 0; i < x.length; i++) {
                rows[i][j] = x[i][j] - means[j];
                greatest = Math.max(greatest, Math.abs(x[i][j]));
                farthest = Math.max(farthest, Math.abs(rows[i][j]));
            }
            if (farthest <= CONSTANT * greatest) {
                throw new NoFit(NoFit.Reason.CONSTANT_INPUT, j, null);
            }
            scales[j] = farthest;
            for (double[] row : rows) {
                row[j] /= farthest;
            }
        }
    }

    double[][] rows() {
        return rows;
    }

    /** Parameters b₀ … b_k of the columns as they were, from those of these columns. */
    double[] outward(double[] inner) {
        double[] outer = inner.clone();
        for (int j = 0; j < scales.length; j++) {
            outer[j + 1] = inner[j + 1] / scales[j];
            outer[0] -= outer[j + 1] * means[j];
        }
        return outer;
    }

    /** The other way round. */
    double[] inward(double[] outer) {
        double[] inner = outer.clone();
        for (int j = 0; j < scales.length; j++) {
            inner[j + 1] = outer[j + 1] * scales[j];
            inner[0] += outer[j + 1] * means[j];
        }
        return inner;
    }

    /** Derivatives of the outer parameters by the inner ones. */
    double[][] derivatives() {
        int p = scales.length + 1;
        double[][] derivatives = new double[p][p];
        derivatives[0][0] = 1;
        for (int j = 1; j < p; j++) {
            derivatives[j][j] = 1 / scales[j - 1];
            derivatives[0][j] = -means[j - 1] / scales[j - 1];
        }
        return derivatives;
    }

    static double[] means(double[][] x) {
        double[] means = new double[x[0].length];
        double[] column = new double[x.length];
        for (int j = 0; j < means.length; j++) {
            for (int i = 0; i < x.length; i++) {
                column[i] = x[i][j];
            }
            means[j] = mean(column);
        }
        return means;
    }

    /** In two passes: the second makes good what the first lost by rounding. */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - mean;
        }
        return mean + rest / values.length;
    }
}
