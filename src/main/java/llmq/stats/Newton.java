package llmq.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * The minimum of a smooth function by Newton's method, damped as Levenberg and Marquardt damp theirs: the second
 * derivatives are known here, and a Huber loss is so nearly made of straight pieces that methods which learn them on the
 * way need many times as many steps.
 */
final class Newton {
    private static final int MOST_STEPS = 500;
    private static final double LEAST_DAMPING = 1e-10;
    private static final double MOST_DAMPING = 1e12;

    /** What is minimised. */
    interface Function {
        double value(double[] at);

        /**
         * The value, and into the arrays its first and second derivatives, and how much of the second ones damping by 1
         * adds to the diagonal.
         */
        double derivatives(double[] at, double[] gradient, double[][] hessian, double[] damping);
    }

    private Newton() {
    }

    /**
     * @param tolerance of steps, in each parameter
     * @return {@code null} where no minimum is found in {@value #MOST_STEPS} steps
     */
    static double[] minimum(Function function, double[] start, double tolerance) {
        int p = start.length;
        double[] at = start.clone();
        double[] gradient = new double[p];
        double[][] hessian = new double[p][p];
        double[] scale = new double[p];
        double damping = 1e-3;
        for (int taken = 0; taken < MOST_STEPS; taken++) {
            double value = function.derivatives(at, gradient, hessian, scale);
            if (!Double.isFinite(value)) {
                return null;
            }
            boolean lower = false;
            while (!lower) {
                double[] step = step(gradient, hessian, scale, damping);
                double[] next = at.clone();
                double longest = Double.POSITIVE_INFINITY;
                if (step != null) {
                    longest = 0;
                    for (int j = 0; j < p; j++) {
                        next[j] -= step[j];
                        longest = Math.max(longest, Math.abs(step[j]));
                    }
                }
                double found = step == null ? Double.NaN : function.value(next);
                if (found < value) {
                    lower = true;
                    double hoped = hoped(gradient, hessian, step);
                    if (value - found > 0.5 * hoped) {
                        damping = Math.max(LEAST_DAMPING, damping / 5);
                    } else if (value - found < 0.1 * hoped) {
                        damping *= 2;
                    }
                    at = next;
                } else {
                    damping *= 4;
                }
                if (longest <= tolerance) {
                    return at;
                } else if (damping > MOST_DAMPING) {
                    return null;
                }
            }
        }
        return null;
    }

    /** d of (H + damping · diag(scale)) d = g; {@code null} where that is no minimum's. */
    private static double[] step(double[] gradient, double[][] hessian, double[] scale, double damping) {
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
    private static double hoped(double[] gradient, double[][] hessian, double[] step) {
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
