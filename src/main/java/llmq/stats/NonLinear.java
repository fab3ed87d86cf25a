package llmq.stats;

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
 */
final class NonLinear {
    private static final int MOST_STEPS = 400;
    private static final double TOLERANCE = 1e-13;
    private static final int POLISHING = 30;
    /** The relative offset of Bates and Watts, below which R's nls takes an optimum as found as well. */
    private static final double OFFSET = 1e-5;
    private static final double ROUNDING = 1e-12;
    /** Less than this share of a column of the Jacobian left is a parameter that the sample says nothing of. */
    static final double UNDETERMINED = 1e-5;
    /** Stands for a value that is not finite, so that the step to it is taken back. */
    private static final double FAR = 1e150;

    private final Curve curve;
    private final double[][] x;
    private final double[] y;

    NonLinear(Curve curve, double[][] x, double[] y) {
        this.curve = curve;
        this.x = x;
        this.y = y;
    }

    /** The sum of squares at some parameters; infinite where a value is not finite. */
    double rss(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
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
            LevenbergMarquardtOptimizer optimizer = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE).withOrthoTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE);
            optimizer.optimize(new LeastSquaresBuilder().start(start).target(y)
                    .model(point -> values(point, best, least)).lazyEvaluation(false)
                    .maxEvaluations(MOST_STEPS).maxIterations(MOST_STEPS).build());
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            // It also says so where it got closer than it can tell: what was found is judged by itself, below.
            return converged(best[0]) ? best[0] : null;
        }
        return converged(best[0]) ? best[0] : null;
    }

    private Pair<RealVector, RealMatrix> values(RealVector point, double[][] best, double[] least) {
        double[] parameters = point.toArray();
        double[] values = new double[y.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = curve.value(parameters, x[i]);
            sum += (values[i] - y[i]) * (values[i] - y[i]);
            if (!Double.isFinite(values[i])) {
                values[i] = FAR;
            }
        }
        if (sum < least[0]) {
            least[0] = sum;
            best[0] = parameters;
        }
        return new Pair<>(new ArrayRealVector(values, false),
                new Array2DRowRealMatrix(jacobian(parameters), false));
    }

    /**
     * The fit at an optimum that {@link #search} found.
     *
     * @return {@code null} where the sample does not determine each parameter
     */
    Estimate estimate(double[] optimum) {
        double[] parameters = polished(optimum);
        double[] residuals = residuals(parameters);
        Design design = design(parameters);
        if (design == null) {
            return null;
        }
        double[] scales = new double[y.length];
        double[][] moves = design.influence();
        for (int i = 0; i < y.length; i++) {
            scales[i] = Math.abs(y[i]) + Math.abs(y[i] - residuals[i]);
            for (int j = 0; j < parameters.length; j++) {
                moves[i][j] *= residuals[i];
            }
        }
        return new Estimate(curve, parameters, design.inverse(), moves, residuals, scales, true);
    }

    /** Whether the sample says something of each parameter there. */
    boolean determines(double[] parameters) {
        return design(parameters) != null;
    }

    private double[] polished(double[] optimum) {
        double[] best = optimum;
        double shortest = Double.POSITIVE_INFINITY;
        double[] parameters = optimum.clone();
        for (int step = 0; step < POLISHING; step++) {
            Design design = design(parameters);
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
        Design design = design(parameters);
        if (design == null) {
            return true;
        }
        double[] residuals = residuals(parameters);
        double scale = 0;
        double rss = 0;
        for (int i = 0; i < y.length; i++) {
            scale += y[i] * y[i];
            rss += residuals[i] * residuals[i];
        }
        double length = design.length(design.solve(residuals));
        return length <= OFFSET * Math.sqrt(rss) + ROUNDING * Math.sqrt(scale);
    }

    private double[] residuals(double[] parameters) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = y[i] - curve.value(parameters, x[i]);
        }
        return residuals;
    }

    double[][] jacobian(double[] parameters) {
        double[][] jacobian = new double[y.length][parameters.length];
        for (int i = 0; i < y.length; i++) {
            curve.gradient(parameters, x[i], jacobian[i]);
        }
        return jacobian;
    }

    private Design design(double[] parameters) {
        Design design = new Design(jacobian(parameters));
        return design.dependent(UNDETERMINED) >= 0 ? null : design;
    }
}
