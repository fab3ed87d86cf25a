package llmq.stats;

/**
 * Ordinary least squares of a line with an intercept, of centred columns by Householder reflections (Golub, “Numerical
 * methods for solving linear least squares problems”, Numerische Mathematik 7, 1965).
 */
final class LeastSquares implements Estimator {
    /** Less than this share of a column left, once the columns before it are taken out, is rounding. */
    private static final double COLLINEAR = 1e-9;

    @Override
    public int parameters(int inputs) {
        return inputs + 1;
    }

    @Override
    public double[] again(Sample sample, double[] near) throws NoFit {
        Centred centred = new Centred(sample.x());
        return centred.outward(inner(design(centred), sample));
    }

    @Override
    public Estimate estimate(Sample sample) throws NoFit {
        int n = sample.size();
        Centred centred = new Centred(sample.x());
        Design design = design(centred);
        double[] parameters = centred.outward(inner(design, sample));
        double[] residuals = new double[n];
        double[] scales = new double[n];
        for (int i = 0; i < n; i++) {
            double fitted = parameters[0];
            scales[i] = Math.abs(sample.y()[i]) + Math.abs(fitted);
            for (int j = 1; j < parameters.length; j++) {
                double part = parameters[j] * sample.x()[i][j - 1];
                fitted += part;
                scales[i] += Math.abs(part);
            }
            residuals[i] = sample.y()[i] - fitted;
        }
        return new Estimate(new Line(), parameters, inverse(design, n), moves(design, residuals), residuals, scales,
                true).expressed(new Line(), parameters, centred.derivatives());
    }

    /**
     * The columns taken apart; of a line without inputs there are none.
     *
     * @throws NoFit where one follows from those before it
     */
    static Design design(Centred centred) throws NoFit {
        if (centred.rows()[0].length == 0) {
            return null;
        }
        double[][] rows = new double[centred.rows().length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = centred.rows()[i].clone();
        }
        Design design = new Design(rows);
        int dependent = design.dependent(COLLINEAR);
        if (dependent >= 0) {
            throw new NoFit(NoFit.Reason.COLLINEAR_INPUT, dependent, null);
        }
        return design;
    }

    private static double[] inner(Design design, Sample sample) {
        int n = sample.size();
        double mean = Centred.mean(sample.y());
        if (design == null) {
            return new double[] {mean};
        }
        double[] away = new double[n];
        for (int i = 0; i < n; i++) {
            away[i] = sample.y()[i] - mean;
        }
        double[] slopes = design.solve(away);
        double[] inner = new double[slopes.length + 1];
        inner[0] = mean;
        System.arraycopy(slopes, 0, inner, 1, slopes.length);
        return inner;
    }

    /** Of centred columns the intercept's share stands apart: 1/n. */
    private static double[][] inverse(Design design, int n) {
        double[][] slopes = design == null ? new double[0][0] : design.inverse();
        double[][] inverse = new double[slopes.length + 1][slopes.length + 1];
        inverse[0][0] = 1.0 / n;
        for (int j = 0; j < slopes.length; j++) {
            System.arraycopy(slopes[j], 0, inverse[j + 1], 1, slopes.length);
        }
        return inverse;
    }

    private static double[][] moves(Design design, double[] residuals) {
        int n = residuals.length;
        double[][] slopes = design == null ? new double[n][0] : design.influence();
        double[][] moves = new double[n][];
        for (int i = 0; i < n; i++) {
            moves[i] = new double[slopes[i].length + 1];
            moves[i][0] = residuals[i] / n;
            for (int j = 0; j < slopes[i].length; j++) {
                moves[i][j + 1] = residuals[i] * slopes[i][j];
            }
        }
        return moves;
    }
}
