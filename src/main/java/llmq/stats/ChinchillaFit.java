package llmq.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Approach 3 of Hoffmann et al. 2022, “Training Compute-Optimal Large Language Models” (section 3.3, appendix D.2):
 * the Huber loss, δ = 1e-3, between ln y and ln(E + A/x₁^α + B/x₂^β), from a grid of starts. They use L-BFGS, which
 * stops early in this flat valley (Besiroglu et al. 2024); here it is Newton's method with the exact second
 * derivatives, at first on squared residuals, which have no kinks.
 */
final class ChinchillaFit implements Estimator {
    private static final double DELTA = 1e-3;
    /** Exponents of the grid, as how many times e a term changes by between the middle of ln x and its ends. */
    private static final double[] EXPONENTS = {0.3, 0.7, 1.5, 3};
    /** So many points of the grid, those with the least loss, are improved on. */
    private static final int REFINED = 4;
    private static final double CLOSE = 1e-4;
    private static final double CLOSEST = 1e-11;
    /** A term with less than this share of y in every row is none. */
    private static final double VANISHED = 1e-6;

    /** A sample in logarithms, those of x less their means. */
    private record Logs(double[] u, double[] v, double[] logY, double meanU, double meanV) {

        ChinchillaLoss loss(double delta, Runnable pulse) {
            return new ChinchillaLoss(u, v, logY, delta, pulse);
        }
    }

    private final Runnable pulse;

    /** @param pulse called now and then; what it throws ends the work */
    ChinchillaFit(Runnable pulse) {
        this.pulse = pulse;
    }

    @Override
    public int parameters(int inputs) {
        return ChinchillaLoss.PARAMETERS;
    }

    @Override
    public Estimate estimate(Sample sample) throws NoFit {
        Logs logs = logs(sample);
        ChinchillaLoss squares = logs.loss(Double.POSITIVE_INFINITY, pulse);
        ChinchillaLoss huber = logs.loss(DELTA, pulse);
        double[] best = null;
        for (double[] start : starts(sample.y(), logs, huber)) {
            double[] near = Newton.minimum(squares, start, CLOSE);
            double[] found = Newton.minimum(huber, near == null ? start : near, CLOSEST);
            if (found != null && (best == null || huber.value(found) < huber.value(best))) {
                best = found;
            }
        }
        if (best == null) {
            throw notFound("");
        }
        checkTerms(best, logs, huber);
        return estimate(best, sample, logs, huber);
    }

    @Override
    public double[] again(Sample sample, double[] near) throws NoFit {
        Logs logs = logs(sample);
        double[] start = {Math.log(near[0]), Math.log(near[1]) - near[2] * logs.meanU(), near[2],
                Math.log(near[3]) - near[4] * logs.meanV(), near[4]};
        ChinchillaLoss huber = logs.loss(DELTA, pulse);
        double[] found = Newton.minimum(huber, start, CLOSEST);
        if (found == null) {
            throw notFound("");
        }
        checkTerms(found, logs, huber);
        determined(found, logs, huber);
        return outward(found, logs);
    }

    private static NoFit notFound(String more) {
        return new NoFit(NoFit.Reason.NOT_CONVERGED, -1, "Newton's method on the Huber loss from the best " + REFINED
                + " of " + EXPONENTS.length * EXPONENTS.length + " starts" + more);
    }

    private Logs logs(Sample sample) throws NoFit {
        int n = sample.size();
        double[][] x = new double[n][2];
        double[] logY = new double[n];
        for (int i = 0; i < n; i++) {
            Pulse.at(i, pulse);
            for (int j = 0; j < 2; j++) {
                if (!(sample.x()[i][j] > 0)) {
                    throw new NoFit(NoFit.Reason.OUT_OF_DOMAIN, j, null);
                }
                x[i][j] = Math.log(sample.x()[i][j]);
            }
            if (!(sample.y()[i] > 0)) {
                throw new NoFit(NoFit.Reason.OUT_OF_DOMAIN, -1, null);
            }
            logY[i] = Math.log(sample.y()[i]);
        }
        LeastSquares.design(new Centred(x, pulse), pulse);
        if (Arrays.stream(logY).allMatch(value -> value == logY[0])) {
            throw new NoFit(NoFit.Reason.CONSTANT_RESPONSE, -1, null);
        }
        double[] means = Centred.means(x, pulse);
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = x[i][0] - means[0];
            v[i] = x[i][1] - means[1];
        }
        return new Logs(u, v, logY, means[0], means[1]);
    }

    private double[][] starts(double[] y, Logs logs, ChinchillaLoss huber) {
        double[][] grid = new double[EXPONENTS.length * EXPONENTS.length][];
        for (int i = 0; i < grid.length; i++) {
            double alpha = EXPONENTS[i / EXPONENTS.length] / reach(logs.u());
            double beta = EXPONENTS[i % EXPONENTS.length] / reach(logs.v());
            grid[i] = start(alpha, beta, y, logs);
        }
        return Newton.lowest(grid, huber::value, REFINED);
    }

    private static double reach(double[] logs) {
        double reach = 0;
        for (double log : logs) {
            reach = Math.max(reach, Math.abs(log));
        }
        return reach;
    }

    /** The least squares of E, A and B to two exponents, each at least a twentieth of what y is on average. */
    private double[] start(double alpha, double beta, double[] y, Logs logs) {
        Design design = new Design(new Rows() {
            @Override
            public int count() {
                return y.length;
            }

            @Override
            public int columns() {
                return 3;
            }

            @Override
            public void row(int row, double[] into) {
                into[0] = 1;
                into[1] = Math.exp(-alpha * logs.u()[row]);
                into[2] = Math.exp(-beta * logs.v()[row]);
            }
        }, pulse);
        double least = Centred.mean(y) / 20;
        double[] terms = design.dependent(NonLinear.UNDETERMINED) >= 0 ? new double[3] : design.solve(y);
        for (int k = 0; k < terms.length; k++) {
            terms[k] = Math.log(Math.max(least, terms[k]));
        }
        return new double[] {terms[0], terms[1], alpha, terms[2], beta};
    }

    private static double[] outward(double[] inner, Logs logs) {
        return new double[] {Math.exp(inner[0]), Math.exp(inner[1] + inner[2] * logs.meanU()), inner[2],
                Math.exp(inner[3] + inner[4] * logs.meanV()), inner[4]};
    }

    /** A term that has gone to 0 says nothing of its exponent any more. */
    private void checkTerms(double[] found, Logs logs, ChinchillaLoss huber) throws NoFit {
        double[] shares = new double[3];
        double[] greatest = new double[3];
        for (int i = 0; i < logs.logY().length; i++) {
            Pulse.at(i, pulse);
            huber.shares(found, i, shares);
            for (int k = 0; k < shares.length; k++) {
                greatest[k] = Math.max(greatest[k], shares[k]);
            }
        }
        String[] names = {"E", "A", "B"};
        for (int k = 0; k < names.length; k++) {
            if (!(greatest[k] > VANISHED)) {
                throw notFound("; " + names[k] + " went to 0");
            }
        }
    }

    /** Derivatives of the expected y by the inner parameters, taken apart. */
    private Design determined(double[] inner, Logs logs, ChinchillaLoss huber) throws NoFit {
        double[] shares = new double[3];
        Design design = new Design(new Rows() {
            @Override
            public int count() {
                return logs.logY().length;
            }

            @Override
            public int columns() {
                return ChinchillaLoss.PARAMETERS;
            }

            @Override
            public void row(int row, double[] into) {
                double expected = Math.exp(huber.shares(inner, row, shares));
                huber.slopes(shares, row, into);
                for (int j = 0; j < into.length; j++) {
                    into[j] *= expected;
                }
            }
        }, pulse);
        if (design.dependent(NonLinear.UNDETERMINED) >= 0) {
            throw notFound("; the points do not tell the terms apart");
        }
        return design;
    }

    private Estimate estimate(double[] inner, Sample sample, Logs logs, ChinchillaLoss huber) throws NoFit {
        int n = sample.size();
        Design design = determined(inner, logs, huber);
        double[] logResiduals = new double[n];
        double[] residuals = new double[n];
        double[] shares = new double[3];
        for (int i = 0; i < n; i++) {
            Pulse.at(i, pulse);
            double expected = huber.shares(inner, i, shares);
            logResiduals[i] = logs.logY()[i] - expected;
            residuals[i] = sample.y()[i] - Math.exp(expected);
        }
        double[] outer = outward(inner, logs);
        double[][] derivatives = new double[ChinchillaLoss.PARAMETERS][ChinchillaLoss.PARAMETERS];
        derivatives[0][0] = outer[0];
        derivatives[1][1] = outer[1];
        derivatives[1][2] = outer[1] * logs.meanU();
        derivatives[2][2] = 1;
        derivatives[3][3] = outer[3];
        derivatives[3][4] = outer[3] * logs.meanV();
        derivatives[4][4] = 1;
        return new Estimate(new Chinchilla(), inner, design.inverse(), scores(inner, logResiduals, huber),
                residuals, false).expressed(new Chinchilla(), outer, derivatives);
    }

    /**
     * The sandwich's inner half: a score is ψ_i J_i and moves the estimates by H⁻¹ of it, where ψ is the bounded
     * residual and H = δ/h · Σ J_i J_i' over the rows with a residual of at most h. With h = δ that is Gauss and
     * Newton's matrix of the loss, but so few residuals lie within δ that it is known badly; so h is as wide as the
     * density of residuals at 0 is best judged with: Powell's estimate (1991) with the width of Hall and Sheather
     * (1988), as in Koenker, “Quantile Regression” (2005), 3.4.2.
     */
    private Scores scores(double[] inner, double[] residuals, ChinchillaLoss huber) {
        double width = width(residuals);
        double[] shares = new double[3];
        int[] within = new int[residuals.length];
        int count = 0;
        for (int i = 0; i < residuals.length; i++) {
            if (Math.abs(residuals[i]) <= width) {
                within[count++] = i;
            }
        }
        int rows = count;
        Design design = rows < ChinchillaLoss.PARAMETERS ? null : new Design(new Rows() {
            @Override
            public int count() {
                return rows;
            }

            @Override
            public int columns() {
                return ChinchillaLoss.PARAMETERS;
            }

            @Override
            public void row(int row, double[] into) {
                huber.shares(inner, within[row], shares);
                huber.slopes(shares, within[row], into);
            }
        }, pulse);
        boolean known = design != null && design.dependent(NonLinear.UNDETERMINED) < 0;
        return new Scores() {
            @Override
            public void score(int row, double[] into) {
                huber.shares(inner, row, shares);
                huber.slopes(shares, row, into);
                for (int j = 0; j < into.length; j++) {
                    into[j] *= huber.bounded(residuals[row]) * width / DELTA;
                }
            }

            @Override
            public double[] moved(double[] sum) {
                if (known) {
                    return design.moved(sum);
                }
                double[] unknown = new double[sum.length];
                Arrays.fill(unknown, Double.NaN);
                return unknown;
            }
        };
    }

    private double width(double[] residuals) {
        int n = residuals.length;
        double share = Math.min(0.45, Math.cbrt(1.5 / (2 * Math.PI) * Math.pow(Sampling.NORMAL_95, 2) / n));
        double upper = Quantiles.quantile(residuals.clone(), 0.75);
        pulse.run();
        double spread = upper - Quantiles.quantile(residuals.clone(), 0.25);
        pulse.run();
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        double scale = Math.min(spread / 1.34, Math.sqrt(sum / n));
        double reach = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + share);
        return Math.max(DELTA, 2 * scale * reach);
    }
}
