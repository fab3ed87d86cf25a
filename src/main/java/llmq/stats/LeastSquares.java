package llmq.stats;

/**
 * Ordinary least squares of a line with an intercept, of centred columns by Householder reflections (Golub, “Numerical
 * methods for solving linear least squares problems”, Numerische Mathematik 7, 1965).
 */
final class LeastSquares implements Estimator {
    /** Less than this share of a column left, once the columns before it are taken out, is rounding. */
    private static final double COLLINEAR = 1e-9;

    private static final int PULSE = 64;

    private final Runnable pulse;

    /** @param pulse called now and then; what it throws ends the work */
    LeastSquares(Runnable pulse) {
        this.pulse = pulse;
    }

    @Override
    public int parameters(int inputs) {
        return inputs + 1;
    }

    @Override
    public double[] again(Sample sample, double[] near) throws NoFit {
        Centred centred = new Centred(sample.x(), pulse);
        return centred.outward(inner(design(centred, pulse), sample));
    }

    @Override
    public Estimate estimate(Sample sample) throws NoFit {
        Centred centred = new Centred(sample.x(), pulse);
        Design design = design(centred, pulse);
        double[] inner = inner(design, sample);
        double[] residuals = residuals(centred, inner, sample.y());
        return new Estimate(new Line(), inner, inverse(design, sample.size()), new Moves(design, centred, residuals),
                residuals, true).expressed(new Line(), centred.outward(inner), centred.derivatives());
    }

    /** What share each row has in its own prediction: 1/n and z'(Z'Z)⁻¹z with its centred columns z. */
    double[] leverages(double[][] x) throws NoFit {
        Centred centred = new Centred(x, pulse);
        Design design = design(centred, pulse);
        double[] leverages = new double[x.length];
        double[] row = new double[centred.columns()];
        for (int i = 0; i < leverages.length; i++) {
            if (i % PULSE == 0) {
                pulse.run();
            }
            centred.row(i, row);
            leverages[i] = 1.0 / x.length + (design == null ? 0 : design.form(row));
        }
        return leverages;
    }

    /**
     * The columns taken apart; of a line without inputs there are none.
     *
     * @throws NoFit where one follows from those before it
     */
    static Design design(Centred centred, Runnable pulse) throws NoFit {
        if (centred.columns() == 0) {
            return null;
        }
        Design design = new Design(centred, pulse);
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

    /** By the centred columns, the parts of which are no larger than y is far from its mean. */
    private static double[] residuals(Centred centred, double[] inner, double[] y) {
        double[] residuals = new double[y.length];
        double[] row = new double[centred.columns()];
        for (int i = 0; i < y.length; i++) {
            centred.row(i, row);
            residuals[i] = y[i] - inner[0];
            for (int j = 0; j < row.length; j++) {
                residuals[i] -= inner[j + 1] * row[j];
            }
        }
        return residuals;
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

    /** The intercept's share stands apart in a sum of scores as well. */
    private record Moves(Design design, Centred centred, double[] residuals) implements Scores {

        @Override
        public void score(int row, double[] into) {
            centred.row(row, into, 1);
            into[0] = residuals[row];
            for (int j = 1; j < into.length; j++) {
                into[j] *= residuals[row];
            }
        }

        @Override
        public double[] moved(double[] sum) {
            double[] moved = new double[sum.length];
            moved[0] = sum[0] / residuals.length;
            if (design != null) {
                double[] slopes = new double[sum.length - 1];
                System.arraycopy(sum, 1, slopes, 0, slopes.length);
                System.arraycopy(design.moved(slopes), 0, moved, 1, slopes.length);
            }
            return moved;
        }
    }
}
