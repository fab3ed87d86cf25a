package llmq.stats;

import java.util.Arrays;

/** The estimators, one for each kind of curve. They are pure: the same sample gives the same fit to the last bit. */
public final class Regression {
    /** A row with less than this much left for the others to say is predicted by a fit without it. */
    private static final double OWN = 1e-8;
    private static final double FAR = 1e300;

    private final Errors errors;
    private final Runnable pulse;

    /** @param pulse called now and then while it works; what it throws ends the work */
    public Regression(Errors errors, Runnable pulse) {
        this.errors = errors;
        this.pulse = pulse;
    }

    /**
     * Ordinary least squares: y = b₀ + b₁x₁ + … + b_k x_k.
     *
     * @throws NoFit with fewer than k + 2 rows, or where a column is constant or follows from those before it
     */
    public Fitted line(Sample sample) throws NoFit {
        return fit(new LeastSquares(pulse), sample);
    }

    /**
     * y = low + (high − low)/(1 + exp(−(b₀ + b₁x₁ + …))) by non-linear least squares; parameters b₀ … b_k.
     *
     * @param low less than {@code high}; both in the unit of y
     * @throws NoFit as {@link #line}; and where no y lies between the bounds, or fewer rows than parameters lie where
     *               the curve rises, since its slope is not determined then
     */
    public Fitted logistic(Sample sample, double low, double high) throws NoFit {
        return fit(new LogisticFit(new Logistic(low, high), pulse), sample);
    }

    /**
     * y = a·x^b, or y = a·x^b + c, of one input by non-linear least squares; parameters a, b (and c).
     *
     * @throws NoFit with too few rows or different x, where an x is not above 0, where y never changes, or where the
     *               points do not tell the parameters apart
     */
    public Fitted power(Sample sample, boolean constant) throws NoFit {
        return fit(new PowerFit(new Power(constant), pulse), sample);
    }

    /**
     * y = E + A/x₁^α + B/x₂^β with the Huber loss on ln y, δ = 1e-3 (Hoffmann et al. 2022, section 3.3 and appendix
     * D.2); parameters E, A, α, B, β. Its plain errors are a sandwich too (Huber 1967) with the factor n/(n − p), and
     * so rough with few points, and so skewed A and B, that a bootstrap tells more. r², RMSE and AIC are those of y.
     *
     * @throws NoFit with fewer than 6 rows, where an x or a y is not above 0, or where the points do not tell the
     *               terms apart
     */
    public Fitted chinchilla(Sample sample) throws NoFit {
        return fit(new ChinchillaFit(pulse), sample);
    }

    /**
     * Root of the mean square of what each row is off when it is predicted from the others: PRESS over n of Allen,
     * “The relationship between variable selection and data augmentation” (1974). Of a line e_i/(1 − h_i) with the
     * leverage h, of other curves so many fits, each from the estimates of all.
     *
     * @param fitted to this sample
     * @throws NoFit where there is no fit without one of the rows, which it names
     */
    public double leaveOneOut(Fitted fitted, Sample sample) throws NoFit {
        if (fitted.exact()) {
            return 0;
        }
        Estimator estimator = estimator(fitted.curve());
        double[] leverages = fitted.curve() instanceof Line ? new LeastSquares(pulse).leverages(sample.x()) : null;
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            Pulse.at(i, pulse);
            double own = leverages == null ? 0 : 1 - leverages[i];
            double off;
            if (own > OWN) {
                off = (sample.y()[i] - fitted.predict(sample.x()[i])) / own;
            } else {
                pulse.run();
                off = sample.y()[i] - fitted.curve().value(others(estimator, fitted, sample, i), sample.x()[i]);
            }
            if (!Double.isFinite(off)) {
                throw new NoFit(NoFit.Reason.TOO_LARGE, -1, null).without(i);
            }
            sum += off * off;
        }
        return Math.sqrt(sum / sample.size());
    }

    private static double[] others(Estimator estimator, Fitted fitted, Sample sample, int row) throws NoFit {
        try {
            return estimator.again(without(sample, row), fitted.parameters());
        } catch (NoFit e) {
            throw e.without(row);
        }
    }

    private Estimator estimator(Curve curve) {
        if (curve instanceof Line) {
            return new LeastSquares(pulse);
        } else if (curve instanceof Logistic logistic) {
            return new LogisticFit(logistic, pulse);
        } else if (curve instanceof Power power) {
            return new PowerFit(power, pulse);
        }
        return new ChinchillaFit(pulse);
    }

    private static Sample without(Sample sample, int row) {
        int n = sample.size() - 1;
        double[] y = Arrays.copyOf(sample.y(), n);
        double[][] x = Arrays.copyOf(sample.x(), n);
        System.arraycopy(sample.y(), row + 1, y, row, n - row);
        System.arraycopy(sample.x(), row + 1, x, row, n - row);
        return new Sample(y, x, null);
    }

    private Fitted fit(Estimator estimator, Sample sample) throws NoFit {
        int n = sample.size();
        if (n == 0 || n < estimator.parameters(sample.x()[0].length) + 1) {
            throw new NoFit(NoFit.Reason.TOO_FEW_POINTS, -1, null);
        }
        pulse.run();
        checkSize(sample.y());
        Estimate estimate = estimator.estimate(sample);
        double[] parameters = estimate.parameters();
        if (!finite(estimate, sample)) {
            throw new NoFit(NoFit.Reason.TOO_LARGE, -1, null);
        }
        boolean clustered = sample.clusters() != null && !(errors instanceof Errors.Plain);
        int clusters = clustered ? Clusters.of(sample.clusters(), n).count() : 0;
        Bootstrap bootstrap = errors instanceof Errors.Bootstrap asked
                ? estimator instanceof LeastSquares ? LineBootstrap.of(sample, asked, pulse)
                : Bootstrap.of(estimator, sample, parameters, asked, pulse) : null;
        boolean exact = estimate.exact(sample, pulse);
        return new Fitted(estimate.curve(), parameters, exact ? new double[parameters.length][parameters.length]
                : covariance(estimate, sample, bootstrap), estimate.inverse(),
                bootstrap == null ? null : bootstrap.draws(), bootstrap == null ? 0 : bootstrap.failed(), n, clusters,
                clustered ? clusters - 1 : n - parameters.length, exact ? 0 : estimate.rss(),
                Estimate.squares(sample.y(), Centred.mean(sample.y())), exact, null);
    }

    private static void checkSize(double[] y) throws NoFit {
        double greatest = 0;
        for (double value : y) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        if (greatest > Centred.GREATEST || greatest > 0 && greatest < 1 / Centred.GREATEST) {
            throw new NoFit(NoFit.Reason.TOO_LARGE, -1, null);
        }
    }

    /** Whether the estimates, their squares, what they predict and how far off are numbers to reckon with. */
    private boolean finite(Estimate estimate, Sample sample) {
        boolean finite = Double.isFinite(estimate.rss());
        for (int j = 0; j < estimate.parameters().length; j++) {
            double square = estimate.inverse()[j][j];
            finite &= Double.isFinite(estimate.parameters()[j]) && square >= Double.MIN_NORMAL && square < FAR;
        }
        for (int i = 0; i < sample.size(); i++) {
            Pulse.at(i, pulse);
            finite &= Double.isFinite(estimate.curve().value(estimate.parameters(), sample.x()[i]));
        }
        return finite;
    }

    private double[][] covariance(Estimate estimate, Sample sample, Bootstrap bootstrap) {
        if (bootstrap != null) {
            return Covariances.ofDraws(bootstrap.draws(), estimate.parameters().length);
        }
        return sample.clusters() == null || errors instanceof Errors.Plain ? estimate.plain()
                : Covariances.clustered(estimate.scores(), estimate.parameters().length,
                        Clusters.of(sample.clusters(), sample.size()));
    }
}
