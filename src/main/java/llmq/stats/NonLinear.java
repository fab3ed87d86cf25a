package llmq.stats;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Non-linear least squares of any curve from a given start: Levenberg–Marquardt as MINPACK has it (Moré 1978), followed
 * by steps of Gauss–Newton, since close to the optimum the sum of squares is flat to more than half the digits and
 * cannot show the way any more, while the residuals can.
 *
 * <p>The search is Commons Math's, which nothing can stop within a step, and which copies what it is given. So it is
 * given p + 1 rows in place of n: with J = QR it goes its way by J'J, J'r and |r| alone, and R, Q'r and the length of
 * what Q leaves of r have the same.
 */
final class NonLinear {
    private static final int MOST_STEPS = 400;
    private static final double TOLERANCE = 1e-13;
    /** Stands for a residual that is not finite, so that the step to it is taken back. */
    private static final double FAR = 1e150;
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
    double rss(double[] parameters) {
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
        double rss = rss(start);
        if (rss == Double.POSITIVE_INFINITY) {
            return null;
        }
        double[][] best = {start.clone()};
        double[] least = {rss};
        try {
            new LevenbergMarquardtOptimizer().withCostRelativeTolerance(TOLERANCE).withOrthoTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE).optimize(new LeastSquaresBuilder().start(start)
                            .target(new double[start.length + 1]).model(point -> turned(point.toArray(), best, least))
                            .lazyEvaluation(false).maxEvaluations(MOST_STEPS).maxIterations(MOST_STEPS).build());
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            // It also says so where it got closer than it can tell: what was found is judged by itself, below.
            return converged(best[0]) ? best[0] : null;
        }
        return converged(best[0]) ? best[0] : null;
    }

    /** The residuals, with the sign that a target of 0 makes of them, and the Jacobian, both turned by Q'. */
    private Pair<RealVector, RealMatrix> turned(double[] parameters, double[][] best, double[] least) {
        int p = parameters.length;
        double[] values = new double[p + 1];
        double[][] jacobian = new double[p + 1][p];
        double rss = rss(parameters);
        if (rss < least[0]) {
            least[0] = rss;
            best[0] = parameters;
        }
        Design design = rss < FAR ? design(parameters) : null;
        double[] turned = design == null ? null : design.turned(residuals(parameters));
        if (turned == null || !Double.isFinite(Estimate.squares(turned, 0))) {
            Arrays.fill(values, FAR);
        } else {
            for (int i = 0; i < p; i++) {
                values[i] = -turned[i];
                jacobian[i] = design.triangle()[i];
            }
            values[p] = -Math.sqrt(Math.max(0, rss - Estimate.squares(turned, 0)));
        }
        return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
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

    private double[] residuals(double[] parameters) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < residuals.length; i++) {
            Pulse.at(i, pulse);
            residuals[i] = y[i] - curve.value(parameters, x[i]);
        }
        return residuals;
    }

    private Design design(double[] parameters) {
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
