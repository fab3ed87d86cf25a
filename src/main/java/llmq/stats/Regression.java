package llmq.stats;

/** The estimators, one for each kind of curve. They are pure: the same sample gives the same fit to the last bit. */
public final class Regression {
    private final Errors errors;
    private final Runnable pulse;

    /** @param pulse called now and then while it works; what it throws ends the work */
    public Regression(Errors errors, Runnable pulse) {
        this.errors = errors;
        this.pulse = pulse;
    }

    /**
     * Ordinary least squares: y = b₀ + b₁x₁ + …, by Householder reflections of the columns with their means taken off
     * (Golub, “Numerical methods for solving linear least squares problems”, 1965).
     *
     * @throws NoFit with fewer than k + 2 rows, or where a column is constant or follows from those before it
     */
    public Fitted line(Sample sample) throws NoFit {
        enough(sample, sample.size() == 0 ? 1 : sample.x()[0].length + 1);
        LeastSquares least = LeastSquares.of(sample.x(), sample.y());
        int n = sample.size();
        double[] residuals = new double[n];
        double[] scales = new double[n];
        double[][] moves = least.influence();
        for (int i = 0; i < n; i++) {
            double scale = Math.abs(sample.y()[i]) + Math.abs(least.parameters()[0]);
            double fitted = least.parameters()[0];
            for (int j = 0; j < sample.x()[i].length; j++) {
                double part = least.parameters()[j + 1] * sample.x()[i][j];
                fitted += part;
                scale += Math.abs(part);
            }
            residuals[i] = sample.y()[i] - fitted;
            scales[i] = scale;
            for (int j = 0; j < moves[i].length; j++) {
                moves[i][j] *= residuals[i];
            }
        }
        return judged(new Estimate(new Line(), least.parameters(), least.inverse(), moves, residuals, scales, true),
                sample);
    }

    /** y = low + (high − low)/(1 + exp(−(b₀ + b₁x₁ + …))) by non-linear least squares. */
    public Fitted logistic(Sample sample, double low, double high) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /** y = a·x^b, or y = a·x^b + c, of one input by non-linear least squares; parameters a, b (and c). */
    public Fitted power(Sample sample, boolean constant) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /**
     * y = E + A/x₁^α + B/x₂^β with the Huber loss on log y (Hoffmann et al. 2022, section 3.3 and D.2); parameters
     * E, A, α, B, β.
     */
    public Fitted chinchilla(Sample sample) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /** Root of the mean square of what each row is off when it is predicted from the others. */
    public double leaveOneOut(Fitted fitted, Sample sample) throws NoFit {
        throw new UnsupportedOperationException();
    }

    private static void enough(Sample sample, int parameters) throws NoFit {
        if (sample.size() < parameters + 1) {
            throw new NoFit(NoFit.Reason.TOO_FEW_POINTS, -1, null);
        }
    }

    private Fitted judged(Estimate estimate, Sample sample) throws NoFit {
        double[] parameters = estimate.parameters();
        for (double parameter : parameters) {
            if (!Double.isFinite(parameter)) {
                throw new NoFit(NoFit.Reason.NOT_CONVERGED, -1, "the estimates are too large for a number");
            }
        }
        int n = sample.size();
        int p = parameters.length;
        boolean exact = estimate.exact();
        boolean clustered = sample.clusters() != null && !(errors instanceof Errors.Plain);
        Clusters clusters = clustered ? Clusters.of(sample.clusters(), n) : null;
        double[][] covariance = exact ? new double[p][p]
                : clustered ? Covariances.clustered(estimate.moves(), clusters) : estimate.plain();
        return new Fitted(estimate.curve(), parameters, covariance, estimate.inverse(), null, 0, n,
                clustered ? clusters.count() : 0, clustered ? clusters.count() - 1 : n - p,
                exact ? 0 : estimate.rss(), squaresAboutMean(sample.y()), exact);
    }

    private static double squaresAboutMean(double[] y) {
        double mean = LeastSquares.mean(y);
        double sum = 0;
        for (double value : y) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
