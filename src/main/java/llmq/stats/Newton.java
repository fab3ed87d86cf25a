package llmq.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The minimum of a smooth function by Newton's method, damped as Levenberg and Marquardt damp theirs: the second
 * derivatives are known here, and a Huber loss is so nearly made of straight pieces that methods which learn them on
 * the way need many times as many steps.
 */
final class Newton {
    private static final int MOST_STEPS = 500;
    private static final double LEAST_DAMPING = 1e-10;
    private static final double MOST_DAMPING = 1e12;
    /** Damped by no more than this, a step is Newton's own. */
    private static final double UNDAMPED = 1e-6;
    private static final int POLISHING = 20;
    /** A step of Newton's own from a minimum is shorter than this. */
    private static final double SHORT = 1e-6;

    /** So many of some places, those where a function is lowest, the lowest first. */
    static double[][] lowest(double[][] places, ToDoubleFunction<double[]> function, int count) {
        double[] values = new double[places.length];
        Integer[] order = new Integer[places.length];
        for (int i = 0; i < order.length; i++) {
            values[i] = function.applyAsDouble(places[i]);
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[][] lowest = new double[count][];
        for (int i = 0; i < count; i++) {
            lowest[i] = places[order[i]];
        }
        return lowest;
    }

    /** What is minimised. */
    interface Function {
        double value(double[] at);

        /**
         * The value, and into the arrays its first and second derivatives, and how much of the second ones damping by 1
         * adds to the diagonal.
         */
        double derivatives(double[] at, double[] gradient, double[][] hessian, double[] damping);
    }

    private final Function function;
    private final double[] gradient;
    private final double[][] hessian;
    private final double[] scale;

    private Newton(Function function, int parameters) {
        this.function = function;
        this.gradient = new double[parameters];
        this.hessian = new double[parameters][parameters];
        this.scale = new double[parameters];
    }

    /**
     * @param tolerance of steps, in each parameter
     * @return {@code null} where no minimum is found in {@value #MOST_STEPS} steps
     */
    static double[] minimum(Function function, double[] start, double tolerance) {
        Newton newton = new Newton(function, start.length);
        double[] lowest = newton.descend(start, tolerance);
        return lowest == null ? null : newton.polished(lowest, tolerance);
    }

    /** To where the value can be told to fall no more; {@code null} where it still falls after so many steps. */
    private double[] descend(double[] start, double tolerance) {
        double[] at = start;
        double damping = 1e-3;
        for (int taken = 0; taken < MOST_STEPS; taken++) {
            double value = function.derivatives(at, gradient, hessian, scale);
            if (!Double.isFinite(value)) {
                return null;
            }
            double[] next = null;
            while (next == null) {
                double[] step = step(damping);
                double[] tried = step == null ? null : less(at, step);
                double found = step == null ? Double.NaN : function.value(tried);
                if (found < value) {
                    double share = (value - found) / hoped(step);
                    damping = share > 0.5 ? Math.max(LEAST_DAMPING, damping / 5) : share < 0.1 ? damping * 2 : damping;
                    next = tried;
                } else {
                    damping *= 4;
                }
                if (step != null && longest(step) <= tolerance && (next == null || damping <= UNDAMPED)) {
                    return next == null ? at : next;
                } else if (damping > MOST_DAMPING) {
                    return at;
                }
            }
            at = next;
        }
        return null;
    }

    /**
     * By steps without damping for as long as each is shorter than the last: near the minimum the value is flat to more
     * than half of its digits, the gradient is not.
     *
     * @return {@code null} where no such step is short, so that this is no minimum
     */
    private double[] polished(double[] lowest, double tolerance) {
        double[] best = lowest;
        double[] at = lowest;
        double shortest = Double.POSITIVE_INFINITY;
        for (int taken = 0; taken < POLISHING; taken++) {
            function.derivatives(at, gradient, hessian, scale);
            double[] step = step(0);
            if (step == null || !(longest(step) < shortest)) {
                break;
            }
            shortest = longest(step);
            best = at;
            at = less(at, step);
        }
        return shortest <= Math.max(SHORT, tolerance) ? best : null;
    }

    private static double[] less(double[] at, double[] step) {
        double[] less = at.clone();
        for (int j = 0; j < less.length; j++) {
            less[j] -= step[j];
        }
        return less;
    }

    private static double longest(double[] step) {
        double longest = 0;
        for (double part : step) {
            longest = Math.max(longest, Math.abs(part));
        }
        return longest;
    }

    /** d of (H + damping · diag(scale)) d = g; {@code null} where that is no minimum's. */
    private double[] step(double damping) {
        double[][] damped = new double[gradient.length][];
        for (int j = 0; j < damped.length; j++) {
            damped[j] = hessian[j].clone();
            damped[j][j] += damping * scale[j];
        }
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(damped, false), 1e-8, 0).getSolver()
                    .solve(new ArrayRealVector(gradient, false)).toArray();
        } catch (NonPositiveDefiniteMatrixException e) {
            return null;
        }
    }

    /** How much lower the parabola of these derivatives is a step away. */
    private double hoped(double[] step) {
        double sum = 0;
        for (int i = 0; i < step.length; i++) {
            sum += gradient[i] * step[i];
            for (int j = 0; j < step.length; j++) {
                sum -= 0.5 * step[i] * hessian[i][j] * step[j];
            }
        }
        return sum;
    }
}
