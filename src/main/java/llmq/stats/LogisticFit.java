package llmq.stats;

/** Non-linear least squares of a logistic curve between two known bounds. */
final class LogisticFit implements Estimator {
    /** Scores are taken as at least this share of the way from each bound where their logits are wanted. */
    private static final double CLAMP = 0.01;
    /** Where it rises less than this, a curve is one of its bounds for all that a row can tell. */
    private static final double FLAT = 1e-4;
    /** The slopes are tried as the straight line through the logits has them, and so many times as steep. */
    private static final double[] STEEPNESS = {1, 0.3, 3, 0, -1};

    private final Logistic curve;
    private final Runnable pulse;

    /** @param pulse called now and then; what it throws ends the work */
    LogisticFit(Logistic curve, Runnable pulse) {
        this.curve = curve;
        this.pulse = pulse;
    }

    @Override
    public int parameters(int inputs) {
        return curve.parameters(inputs);
    }

    @Override
    public Estimate estimate(Sample sample) throws NoFit {
        Centred centred = new Centred(sample.x(), pulse);
        Sample inner = new Sample(sample.y(), centred.rows(), null);
        double[] straight = new LeastSquares(pulse).again(new Sample(logits(sample.y()), inner.x(), null), null);
        NonLinear search = new NonLinear(curve, inner.x(), inner.y(), pulse);
        double[] optimum = null;
        for (int start = 0; optimum == null && start < STEEPNESS.length; start++) {
            double[] from = straight.clone();
            for (int j = 1; j < from.length; j++) {
                from[j] *= STEEPNESS[start];
            }
            optimum = search.search(from);
        }
        if (optimum == null) {
            throw new NoFit(NoFit.Reason.NOT_CONVERGED, -1, "Levenberg-Marquardt from the straight line through the "
                    + "logits of the values, and from " + (STEEPNESS.length - 1) + " lines of other slopes");
        }
        Estimate estimate = rises(optimum, inner) ? search.estimate(optimum) : null;
        if (estimate == null) {
            throw undetermined();
        }
        return estimate.expressed(curve, centred.outward(estimate.parameters()), centred.derivatives());
    }

    @Override
    public double[] again(Sample sample, double[] near) throws NoFit {
        Centred centred = new Centred(sample.x(), pulse);
        LeastSquares.design(centred, pulse);
        Sample inner = new Sample(sample.y(), centred.rows(), null);
        checkBounds(sample.y());
        double[] optimum = new NonLinear(curve, inner.x(), inner.y(), pulse).search(centred.inward(near));
        if (optimum == null || !rises(optimum, inner)) {
            throw undetermined();
        }
        return centred.outward(optimum);
    }

    private static NoFit undetermined() {
        return new NoFit(NoFit.Reason.BEYOND_BOUNDS, -1, null);
    }

    private void checkBounds(double[] y) throws NoFit {
        for (double value : y) {
            if (value > curve.low() && value < curve.high()) {
                return;
            }
        }
        throw undetermined();
    }

    private double[] logits(double[] y) throws NoFit {
        checkBounds(y);
        double room = CLAMP * (curve.high() - curve.low());
        double[] logits = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            logits[i] = curve.eta(Math.max(curve.low() + room, Math.min(curve.high() - room, y[i])));
        }
        return logits;
    }

    /**
     * Whether the rows that lie where the curve rises determine it by themselves. Where they do not, as where it jumps
     * from one bound to the other between two rows, a steeper curve, or one farther off, fits as well or better without
     * end.
     */
    private boolean rises(double[] parameters, Sample inner) {
        double[][] rows = new double[inner.size()][];
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            Pulse.at(i, pulse);
            double[] x = inner.x()[i];
            if (curve.weight(parameters, x) > FLAT) {
                rows[count] = new double[parameters.length];
                curve.gradient(parameters, x, rows[count++]);
            }
        }
        return count >= parameters.length
                && new Design(Rows.of(rows, count), pulse).dependent(NonLinear.UNDETERMINED) < 0;
    }
}
