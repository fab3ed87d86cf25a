package llmq.stats;

/**
 * Non-linear least squares of any curve from a given start: Levenberg–Marquardt as MINPACK has it (Moré 1978), followed
 * by steps of Gauss–Newton, since close to the optimum the sum of squares is flat to more than half the digits and
 * cannot show the way any more, while the residuals can.
 */
final class NonLinear implements LevenbergMarquardt.Problem {
    private static final int MOST_STEPS = 400;
    private static final int POLISHING = 30;
    /** The relative offset of Bates and Watts, below which R's nls takes an optimum as found as well. */
    private static final double OFFSET = 1e-5;
    private static final double ROUNDING = 1e-12;
    /** Less than this share of a column of the Jacobian left is a parameter that the sample says nothing of. */
    static final double UNDETERMINED = 1e-5;

    private final Curve curve;
    private final double[][] x;
    private final double[] y;
    private final Runnable pulse;

    /** @param pulse called now and then; what it throws ends the work */
    NonLinear(Curve curve, double[][] x, double[] y, Runnable pulse) {
        this.curve = curve;
        this.x = x;
        this.y = y;
        this.pulse = pulse;
    }

    /** The sum of squares at some parameters; infinite where a value is not finite. */
    @Override
    public double rss(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            Pulse.at(i, pulse);
            double away = y[i] - curve.value(parameters, x[i]);
            sum += away * away;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    /** The parameters with the least sum of squares that is downhill of the start; {@code null} where none is found. */
    double[] search(double[] start) {
        if (rss(start) == Double.POSITIVE_INFINITY) {
            return null;
        }
        double[] best = new LevenbergMarquardt(this, start.length).search(start, MOST_STEPS);
        return converged(best) ? best : null;
    }

    /**
     * The fit at an optimum that {@link #search} found.
     *
     * @return {@code null} where the sample does not determine each parameter
     */
    Estimate estimate(double[] optimum) {
        double[] parameters = polished(optimum);
        double[] residuals = residuals(parameters);
        Design design = determined(parameters);
        if (design == null) {
            return null;
        }
        return new Estimate(curve, parameters, design.inverse(), new Scores() {
            @Override
            public void score(int row, double[] into) {
                curve.gradient(parameters, x[row], into);
                for (int j = 0; j < into.length; j++) {
                    into[j] *= residuals[row];
                }
            }

            @Override
            public double[] moved(double[] sum) {
                return design.moved(sum);
            }
        }, residuals, true);
    }

    /** Whether the sample says something of each parameter there. */
    boolean determines(double[] parameters) {
        return determined(parameters) != null;
    }

    private double[] polished(double[] optimum) {
        double[] best = optimum;
        double shortest = Double.POSITIVE_INFINITY;
        double[] parameters = optimum.clone();
        for (int step = 0; step < POLISHING; step++) {
            Design design = determined(parameters);
            if (design == null) {
                break;
            }
            double[] residuals = residuals(parameters);
            double[] move = design.solve(residuals);
            double length = design.length(move);
            if (!(length < shortest)) {
                break;
            }
            shortest = length;
            best = parameters.clone();
            for (int j = 0; j < move.length; j++) {
                parameters[j] += move[j];
            }
        }
        return best;
    }

    /** Whether the next step of Gauss–Newton would be short beside the residuals, or is rounding. */
    private boolean converged(double[] parameters) {
        Design design = determined(parameters);
        if (design == null) {
            return true;
        }
        double[] residuals = residuals(parameters);
        double scale = 0;
        double rss = 0;
        for (int i = 0; i < y.length; i++) {
            Pulse.at(i, pulse);
            scale += y[i] * y[i];
            rss += residuals[i] * residuals[i];
        }
        double length = design.length(design.solve(residuals));
        return length <= OFFSET * Math.sqrt(rss) + ROUNDING * Math.sqrt(scale);
    }

    @Override
    public double[] residuals(double[] parameters) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < residuals.length; i++) {
            Pulse.at(i, pulse);
            residuals[i] = y[i] - curve.value(parameters, x[i]);
        }
        return residuals;
    }

    @Override
    public Design design(double[] parameters) {
        return new Design(new Rows() {
            @Override
            public int count() {
                return y.length;
            }

            @Override
            public int columns() {
                return parameters.length;
            }

            @Override
            public void row(int row, double[] into) {
                curve.gradient(parameters, x[row], into);
            }
        }, pulse);
    }

    private Design determined(double[] parameters) {
        Design design = design(parameters);
        return design.dependent(UNDETERMINED) >= 0 ? null : design;
    }
}
