package llmq.stats;

/**
 * Columns with their means taken off and brought between −1 and 1: a year near 2024 and the 1 of the intercept are all
 * but the same column otherwise, and flops weigh 1e25 times as much as a share.
 */
final class Centred implements Rows {
    /**
     * Of a column that varies by no more than this share of its greatest value, the covariance of slope and intercept
     * has no digits left, since those of its square are twice as many: R's lm takes it for a constant too.
     */
    private static final double CLOSE = 1e-7;
    /** By no more than this share, which is two units in the last place, it is constant to within rounding. */
    private static final double CONSTANT = 0x1p-51;

    /** Squares of greater numbers, summed up, are beyond what a number can hold. */
    static final double GREATEST = 1e140;

    private final double[][] x;
    private final double[] means;
    private final double[] scales;

    /**
     * @param x     n rows of k columns; kept
     * @param pulse called now and then; what it throws ends the work
     * @throws NoFit where a column is constant, or nearly so beside its size, or too large to reckon with
     */
    Centred(double[][] x, Runnable pulse) throws NoFit {
        int k = x[0].length;
        this.x = x;
        this.means = means(x, pulse);
        this.scales = new double[k];
        for (int j = 0; j < k; j++) {
            double greatest = 0;
            double farthest = 0;
            for (int i = 0; i < x.length; i++) {
                Pulse.at(i, pulse);
                greatest = Math.max(greatest, Math.abs(x[i][j]));
                farthest = Math.max(farthest, Math.abs(x[i][j] - means[j]));
            }
            if (greatest > GREATEST) {
                throw new NoFit(NoFit.Reason.TOO_LARGE, j, null);
            } else if (farthest <= CLOSE * greatest) {
                throw new NoFit(farthest <= CONSTANT * greatest ? NoFit.Reason.CONSTANT_INPUT
                        : NoFit.Reason.CLOSE_INPUT, j, null);
            }
            scales[j] = farthest;
        }
    }

    @Override
    public int count() {
        return x.length;
    }

    @Override
    public int columns() {
        return scales.length;
    }

    @Override
    public void row(int row, double[] into) {
        row(row, into, 0);
    }

    void row(int row, double[] into, int at) {
        double[] from = x[row];
        for (int j = 0; j < scales.length; j++) {
            into[at + j] = (from[j] - means[j]) / scales[j];
        }
    }

    /** All of them, made at once. */
    double[][] rows() {
        double[][] rows = new double[x.length][scales.length];
        for (int i = 0; i < rows.length; i++) {
            row(i, rows[i], 0);
        }
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

    static double[] means(double[][] x, Runnable pulse) {
        double[] means = new double[x[0].length];
        double[] column = new double[x.length];
        for (int j = 0; j < means.length; j++) {
            for (int i = 0; i < x.length; i++) {
                Pulse.at(i, pulse);
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
