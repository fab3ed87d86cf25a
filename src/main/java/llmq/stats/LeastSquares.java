package llmq.stats;

/**
 * Ordinary least squares of a line with an intercept. The means are taken off each column first, which the intercept
 * makes up for: a year near 2024 and the 1 of the intercept are all but the same column otherwise.
 *
 * @param parameters intercept first
 * @param inverse    (X'X)⁻¹ of the columns with the intercept
 * @param influence  X(X'X)⁻¹: row i says how each parameter moves with y of row i
 */
record LeastSquares(double[] parameters, double[][] inverse, double[][] influence) {
    /** Less than this share of a column left, once the columns before it are taken out, is rounding. */
    static final double COLLINEAR = 1e-9;
    /** A column that varies by less than this share of its greatest value is constant to within rounding. */
    private static final double CONSTANT = 1e-13;

    /**
     * @param x n rows of k columns
     * @throws NoFit where a column is constant, or follows from those before it
     */
    static LeastSquares of(double[][] x, double[] y) throws NoFit {
        int n = y.length;
        int k = x[0].length;
        double[] means = means(x);
        double meanY = mean(y);
        double[] b = new double[k];
        double[][] inner = new double[0][0];
        double[][] moves = new double[n][0];
        if (k > 0) {
            Design design = design(x, means);
            double[] away = new double[n];
            for (int i = 0; i < n; i++) {
                away[i] = y[i] - meanY;
            }
            b = design.solve(away);
            inner = design.inverse();
            moves = design.influence();
        }
        double[] parameters = new double[k + 1];
        parameters[0] = meanY;
        for (int j = 0; j < k; j++) {
            parameters[j + 1] = b[j];
            parameters[0] -= b[j] * means[j];
        }
        return new LeastSquares(parameters, inverse(inner, means, n), influence(moves, means));
    }

    /** The columns with their means taken off. */
    static Design design(double[][] x, double[] means) throws NoFit {
        int k = means.length;
        double[][] centred = new double[x.length][k];
        for (int j = 0; j < k; j++) {
            double greatest = 0;
            double farthest = 0;
            for (int i = 0; i < x.length; i++) {
                centred[i][j] = x[i][j] - means[j];
                greatest = Math.max(greatest, Math.abs(x[i][j]));
                farthest = Math.max(farthest, Math.abs(centred[i][j]));
            }
            if (farthest <= CONSTANT * greatest) {
                throw new NoFit(NoFit.Reason.CONSTANT_INPUT, j, null);
            }
        }
        Design design = new Design(centred);
        int dependent = design.dependent(COLLINEAR);
        if (dependent >= 0) {
            throw new NoFit(NoFit.Reason.COLLINEAR_INPUT, dependent, null);
        }
        return design;
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

    private static double[][] inverse(double[][] inner, double[] means, int n) {
        int k = means.length;
        double[][] inverse = new double[k + 1][k + 1];
        double corner = 1.0 / n;
        for (int i = 0; i < k; i++) {
            double edge = 0;
            for (int j = 0; j < k; j++) {
                inverse[i + 1][j + 1] = inner[i][j];
                edge -= inner[i][j] * means[j];
            }
            inverse[i + 1][0] = edge;
            inverse[0][i + 1] = edge;
            corner -= edge * means[i];
        }
        inverse[0][0] = corner;
        return inverse;
    }

    private static double[][] influence(double[][] moves, double[] means) {
        int n = moves.length;
        int k = means.length;
        double[][] influence = new double[n][k + 1];
        for (int i = 0; i < n; i++) {
            influence[i][0] = 1.0 / n;
            for (int j = 0; j < k; j++) {
                influence[i][j + 1] = moves[i][j];
                influence[i][0] -= moves[i][j] * means[j];
            }
        }
        return influence;
    }
}
