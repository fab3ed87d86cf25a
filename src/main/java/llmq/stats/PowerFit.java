package llmq.stats;

import java.util.Arrays;

/** Non-linear least squares of a power, with or without a constant. */
final class PowerFit implements Estimator {
    /** The exponents tried, as how many times e the power changes by between the middle of ln x and its ends. */
    private static final double[] EXPONENTS = {-6, -3, -1.5, -0.7, -0.2, 0.2, 0.7, 1.5, 3, 6};
    /** So many of them, those with the least sum of squares, are improved on. */
    private static final int REFINED = 3;

    private final Power curve;
    private final Runnable pulse;

    /** @param pulse called now and then; what it throws ends the work */
    PowerFit(Power curve, Runnable pulse) {
        this.curve = curve;
        this.pulse = pulse;
    }

    @Override
    public int parameters(int inputs) {
        return curve.parameters(inputs);
    }

    @Override
    public Estimate estimate(Sample sample) throws NoFit {
        double[] logs = logs(sample);
        checkSpread(sample, logs);
        pulse.run();
        double middle = Centred.mean(logs);
        NonLinear search = search(sample, logs, middle);
        double[] best = null;
        for (double[] start : starts(sample, logs, middle, search)) {
            double[] optimum = search.search(start);
            if (optimum != null && (best == null || search.rss(optimum) < search.rss(best))) {
                best = optimum;
            }
        }
        Estimate estimate = best == null ? null : search.estimate(best);
        if (estimate == null) {
            throw notFound();
        }
        double[] outer = outward(estimate.parameters(), middle);
        double shift = Math.exp(-outer[1] * middle);
        double[][] derivatives = new double[outer.length][outer.length];
        derivatives[0][0] = shift;
        derivatives[0][1] = -outer[0] * middle;
        for (int j = 1; j < outer.length; j++) {
            derivatives[j][j] = 1;
        }
        return estimate.expressed(curve, outer, derivatives);
    }

    @Override
    public double[] again(Sample sample, double[] near) throws NoFit {
        double[] logs = logs(sample);
        checkSpread(sample, logs);
        pulse.run();
        double middle = Centred.mean(logs);
        double[] start = near.clone();
        start[0] *= Math.exp(near[1] * middle);
        NonLinear search = search(sample, logs, middle);
        double[] optimum = search.search(start);
        if (optimum == null || !search.determines(optimum)) {
            throw notFound();
        }
        return outward(optimum, middle);
    }

    private NoFit notFound() {
        return new NoFit(NoFit.Reason.NOT_CONVERGED, -1, "Levenberg-Marquardt from the straight line through the "
                + "logarithms, and from the best " + REFINED + " of " + EXPONENTS.length + " exponents"
                + (curve.constant() ? "; a straight line over the logarithm of x may be the better curve" : ""));
    }

    private double[] logs(Sample sample) throws NoFit {
        double[] logs = new double[sample.size()];
        for (int i = 0; i < logs.length; i++) {
            Pulse.at(i, pulse);
            double x = sample.x()[i][0];
            if (!(x > 0)) {
                throw new NoFit(NoFit.Reason.OUT_OF_DOMAIN, 0, null);
            }
            logs[i] = Math.log(x);
        }
        return logs;
    }

    /** As many different x as there are parameters, and a y that a power has something to say of. */
    private void checkSpread(Sample sample, double[] logs) throws NoFit {
        double[] found = new double[curve.parameters(1)];
        int different = 0;
        for (int i = 0; i < logs.length && different < found.length; i++) {
            boolean isNew = true;
            for (int j = 0; j < different; j++) {
                isNew &= logs[i] != found[j];
            }
            if (isNew) {
                found[different++] = logs[i];
            }
        }
        if (different == 1) {
            throw new NoFit(NoFit.Reason.CONSTANT_INPUT, 0, null);
        } else if (different < curve.parameters(1)) {
            throw new NoFit(NoFit.Reason.TOO_FEW_POINTS, 0, null);
        }
        double least = Arrays.stream(sample.y()).min().orElse(0);
        double greatest = Arrays.stream(sample.y()).max().orElse(0);
        if (least == greatest && (curve.constant() || least == 0)) {
            throw new NoFit(NoFit.Reason.CONSTANT_RESPONSE, -1, null);
        }
    }

    /** Of x over its geometric mean, so that 1e25 to a power stays a number that can be reckoned with. */
    private NonLinear search(Sample sample, double[] logs, double middle) {
        double[][] inner = new double[logs.length][1];
        for (int i = 0; i < logs.length; i++) {
            Pulse.at(i, pulse);
            inner[i][0] = Math.exp(logs[i] - middle);
        }
        return new NonLinear(curve, inner, sample.y(), pulse);
    }

    private static double[] outward(double[] inner, double middle) throws NoFit {
        double[] outer = inner.clone();
        double shift = Math.exp(-inner[1] * middle);
        outer[0] = inner[0] * shift;
        if (!Double.isFinite(outer[0]) || !(shift >= Double.MIN_NORMAL)) {
            throw new NoFit(NoFit.Reason.TOO_LARGE, -1, null);
        }
        return outer;
    }

    private double[][] starts(Sample sample, double[] logs, double middle, NonLinear search) {
        double reach = 0;
        for (double log : logs) {
            reach = Math.max(reach, Math.abs(log - middle));
        }
        double[][] grid = new double[EXPONENTS.length][];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = best(EXPONENTS[i] / reach, sample.y(), logs, middle);
        }
        double[][] starts = new double[REFINED + 1][];
        starts[0] = best(exponent(sample.y(), logs), sample.y(), logs, middle);
        System.arraycopy(Newton.lowest(grid, search::rss, REFINED), 0, starts, 1, REFINED);
        return starts;
    }

    /** The slope of ln y over ln x where y is above 0; −1 where that says nothing. */
    private double exponent(double[] y, double[] logs) {
        double[] x = new double[y.length];
        double[] logY = new double[y.length];
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            Pulse.at(i, pulse);
            if (y[i] > 0) {
                x[n] = logs[i];
                logY[n++] = Math.log(y[i]);
            }
        }
        double meanX = Centred.mean(Arrays.copyOf(x, n));
        double meanY = Centred.mean(Arrays.copyOf(logY, n));
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (logY[i] - meanY);
        }
        return xx > 0 ? xy / xx : -1;
    }

    /** The best factor, and constant, to an exponent: they are a straight line over the power. */
    private double[] best(double exponent, double[] y, double[] logs, double middle) {
        int n = y.length;
        double[] powers = new double[n];
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            Pulse.at(i, pulse);
            powers[i] = Math.exp(exponent * (logs[i] - middle));
        }
        double meanX = curve.constant() ? Centred.mean(powers) : 0;
        double meanY = curve.constant() ? Centred.mean(y) : 0;
        for (int i = 0; i < n; i++) {
            xx += (powers[i] - meanX) * (powers[i] - meanX);
            xy += (powers[i] - meanX) * (y[i] - meanY);
        }
        double factor = xx > 0 ? xy / xx : 0;
        return curve.constant() ? new double[] {factor, exponent, meanY - factor * meanX}
                : new double[] {factor, exponent};
    }
}
